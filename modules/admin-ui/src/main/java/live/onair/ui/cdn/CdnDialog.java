package live.onair.ui.cdn;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Capability;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.CdnTerms;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Writes what is known of a CDN. */
final class CdnDialog {

    private final Dialog dialog;
    private final TextField id = field("cdn-id", "cdn.id");
    private final TextField name = field("cdn-name", "cdn.name");
    private final Select<Audience> audience = new Select<>();
    private final TextField regions = field("cdn-regions", "cdn.regions");
    private final TextField baseUrl = field("cdn-base", "cdn.baseUrl");
    private final TextField healthUrl = field("cdn-health", "cdn.healthUrl");
    private final IntegerField capacity = new IntegerField(Texts.of("cdn.capacity.mbps"));
    private final IntegerField commitment = new IntegerField(Texts.of("cdn.commitment.gb"));
    private final Select<TokenScheme> tokens = new Select<>();
    private final MultiSelectComboBox<Capability> capabilities =
            new MultiSelectComboBox<>(Texts.of("cdn.capabilities"));
    private final TextArea prices = new TextArea(Texts.of("cdn.prices"));

    private CdnDialog(String verb, @Nullable Cdn before) {
        dialog = new Dialog(verb);
        dialog.setWidth("680px");
        audience.setLabel(Texts.of("cdn.audience"));
        audience.setId("cdn-audience");
        audience.setItems(Audience.values());
        audience.setItemLabelGenerator(one -> Texts.of("cdn.audience." + one));
        tokens.setLabel(Texts.of("cdn.tokens"));
        tokens.setItems(TokenScheme.values());
        tokens.setItemLabelGenerator(one -> Texts.of("cdn.tokens." + one));
        capabilities.setItems(Capability.values());
        capabilities.setItemLabelGenerator(one -> Texts.of("cdn.capability." + one));
        id.setHelperText(Texts.of("cdn.id.help"));
        regions.setHelperText(Texts.of("cdn.regions.help"));
        prices.setHelperText(Texts.of("cdn.prices.help"));
        prices.setId("cdn-prices");
        prices.setWidthFull();
        prices.addValueChangeListener(e -> prices.setInvalid(false));
        Stream.<HasStyle>of(baseUrl, healthUrl, tokens, capabilities).forEach(field -> field.addClassName("on-half"));
        read(before);
        lay();
    }

    private void lay() {
        dialog.add(Parts.box(
                "col on-gap",
                Parts.box("on-cdn-fields", id, name, audience),
                Parts.box("on-cdn-fields", baseUrl, healthUrl),
                Parts.box("on-cdn-fields", regions, capacity, commitment),
                Parts.box("on-cdn-fields", tokens, capabilities),
                prices));
    }

    private static TextField field(String id, String label) {
        TextField field = new TextField(Texts.of(label));
        field.setId(id);
        field.setMaxLength(300);
        return field;
    }

    private void read(@Nullable Cdn before) {
        audience.setValue(before == null ? Audience.DOMESTIC : before.audience());
        tokens.setValue(before == null ? TokenScheme.NONE : before.tokens());
        id.setReadOnly(before != null);
        if (before != null) {
            id.setValue(before.id());
            name.setValue(before.name());
            regions.setValue(String.join(", ", before.regions()));
            baseUrl.setValue(before.baseUrl());
            healthUrl.setValue(Objects.requireNonNullElse(before.healthUrl(), ""));
            capacity.setValue(before.capacityMbps());
            Long gb = before.commitmentGb();
            commitment.setValue(gb == null ? null : Integer.valueOf((int) Math.min(gb, Integer.MAX_VALUE)));
            capabilities.setValue(before.capabilities());
            prices.setValue(CdnWords.lines(before.prices()));
        }
    }

    static void add(Cdns cdns, Runnable done) {
        CdnDialog of = new CdnDialog(Actions.label(Cdns.class, "cdns.add"), null);
        of.open(terms -> cdns.add(of.id.getValue().strip(), terms), null, done);
    }

    static void change(Cdns cdns, Cdn before, Runnable done) {
        CdnDialog of = new CdnDialog(Actions.label(Cdns.class, "cdns.change"), before);
        of.open(terms -> cdns.change(before.id(), terms), before.version(), done);
    }

    private void open(Function<CdnTerms, Outcome<Cdn>> act, @Nullable Integer version, Runnable done) {
        Button save = Parts.primary(Texts.of("cdn.save"), "check");
        save.setId("cdn-save");
        save.addClickListener(e -> {
            List<CdnPrice> lines = new ArrayList<>();
            String wrong = prices(lines);
            if (!wrong.isEmpty()) {
                prices.setInvalid(true);
                prices.setErrorMessage(Texts.of("cdn.prices.wrong", wrong));
            } else if (Parts.showed(act.apply(terms(version, lines)))) {
                Parts.done(Texts.of("cdn.saved", name.getValue()));
                dialog.close();
                done.run();
            }
        });
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), save);
        dialog.open();
        (id.isReadOnly() ? name : id).focus();
    }

    private CdnTerms terms(@Nullable Integer version, List<CdnPrice> lines) {
        Integer gb = commitment.getValue();
        return new CdnTerms(
                version,
                name.getValue(),
                audience.getValue(),
                Arrays.asList(regions.getValue().split("[,\\s]+")),
                baseUrl.getValue(),
                healthUrl.getValue(),
                capacity.getValue(),
                List.copyOf(capabilities.getValue()),
                tokens.getValue(),
                gb == null ? null : Long.valueOf(gb),
                lines);
    }

    /** The first line that cannot be read; empty where all can. */
    private String prices(List<CdnPrice> lines) {
        for (String line :
                prices.getValue().lines().filter(one -> !one.isBlank()).toList()) {
            String[] parts = line.split("\\s*,\\s*", -1);
            try {
                lines.add(new CdnPrice(
                        Long.parseLong(parts[0].strip()),
                        new BigDecimal(parts[1]),
                        parts[2],
                        LocalDate.parse(parts[3].strip())));
            } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                return line;
            }
        }
        return "";
    }
}
