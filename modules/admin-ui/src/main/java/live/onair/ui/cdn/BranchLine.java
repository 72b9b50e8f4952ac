package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Device;
import live.onair.cdn.Policies.BranchTerms;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A branch of a policy that is being written: whose it is, the weight of each CDN, and their sum. */
final class BranchLine extends Div {

    private final TextField country = new TextField(Texts.of("cdn.country"));
    private final TextField isp = new TextField(Texts.of("cdn.isp"));
    private final Select<Device> device = new Select<>();
    private final Select<Integer> tier = new Select<>();
    private final Map<String, IntegerField> weights = new LinkedHashMap<>();
    private final Span sum = Parts.text("", "t13", "b");

    BranchLine(List<String> cdns, @Nullable Branch branch, Consumer<BranchLine> remove) {
        addClassNames("row", "on-wrap", "on-branch-line");
        country.setWidth("84px");
        country.setMaxLength(2);
        isp.setWidth("104px");
        isp.setMaxLength(30);
        choice(device, "cdn.device", List.of(Device.values()));
        device.setItemLabelGenerator(one -> Texts.of(one == null ? "cdn.any" : "cdn.device." + one));
        choice(tier, "cdn.tier", List.of(1, 2, 3));
        tier.setItemLabelGenerator(one -> one == null ? Texts.of("cdn.any") : String.valueOf(one));
        add(country, isp, device, tier);
        cdns.forEach(cdn -> add(weight(cdn)));
        Button gone = new Button(Parts.icon("x"), e -> remove.accept(this));
        gone.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        gone.setAriaLabel(Texts.of("cdn.policy.remove"));
        sum.getElement().setAttribute("role", "status");
        add(sum, gone);
        if (branch != null) {
            read(branch);
        }
        look();
    }

    private static <T> void choice(Select<T> select, String label, List<T> items) {
        select.setLabel(Texts.of(label));
        select.setItems(items);
        select.setWidth("112px");
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(Texts.of("cdn.any"));
    }

    private IntegerField weight(String cdn) {
        IntegerField field = new IntegerField(cdn + " %");
        field.setWidth("92px");
        field.setMin(0);
        field.setMax(100);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(e -> look());
        field.getElement().setAttribute("data-cdn", cdn);
        weights.put(cdn, field);
        return field;
    }

    private void read(Branch branch) {
        country.setValue(Objects.requireNonNullElse(branch.country(), ""));
        isp.setValue(Objects.requireNonNullElse(branch.isp(), ""));
        device.setValue(branch.device());
        tier.setValue(branch.tier());
        branch.weights().forEach((cdn, percent) -> {
            IntegerField field = weights.get(cdn);
            if (field != null) {
                field.setValue(percent);
            }
        });
    }

    private void look() {
        int all = values().values().stream().mapToInt(one -> one).sum();
        sum.setText(Texts.of("cdn.sum", all));
        sum.setClassName("on-wrong", all != 100);
    }

    private Map<String, Integer> values() {
        Map<String, Integer> values = new TreeMap<>();
        weights.forEach((cdn, field) -> {
            Integer value = field.getValue();
            if (value != null) {
                values.put(cdn, value);
            }
        });
        return values;
    }

    BranchTerms terms() {
        return new BranchTerms(country.getValue(), isp.getValue(), device.getValue(), tier.getValue(), values());
    }
}
