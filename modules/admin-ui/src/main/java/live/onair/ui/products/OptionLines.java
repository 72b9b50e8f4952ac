package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import live.onair.products.ProductRows.Option;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The options of a product in its form, a line each. */
class OptionLines extends Div {

    private final List<Line> lines = new ArrayList<>();
    private final Div list = Parts.box("col");

    OptionLines() {
        Button add = new Button(
                Texts.of("option.add"), Parts.icon("plus"), e -> line().name.focus());
        add.setId("option-add");
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        addClassName("on-option-lines");
        add(
                Parts.text(Texts.of("product.options"), "b", "t13"),
                Parts.text(Texts.of("product.options.why"), "c2", "t12"),
                list,
                add);
    }

    /** One option. */
    private static final class Line {
        private final TextField name = new TextField(Texts.of("option.name"));
        private final TextField sku = new TextField(Texts.of("product.sku"));
        private final BigDecimalField price = new BigDecimalField(Texts.of("product.price"));
        private final IntegerField stock = new IntegerField(Texts.of("product.stock"));

        private boolean isBlank() {
            return name.isEmpty() && sku.isEmpty() && price.isEmpty() && stock.isEmpty();
        }
    }

    private Line line() {
        Line line = new Line();
        lines.add(line);
        Div box = Parts.box("on-option-line");
        Button remove = new Button(Parts.icon("x"), e -> {
            lines.remove(line);
            list.remove(box);
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(Texts.of("option.remove"));
        remove.setTooltipText(Texts.of("option.remove"));
        box.add(line.name, line.sku, line.price, line.stock, remove);
        list.add(box);
        return line;
    }

    void show(List<Option> options) {
        options.forEach(option -> {
            Line line = line();
            line.name.setValue(option.name());
            line.sku.setValue(option.sku());
            line.price.setValue(option.price() == null ? null : option.price().amount());
            line.stock.setValue(option.stock());
        });
    }

    List<Option> options(String currency) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> new Option(
                        line.sku.getValue(),
                        line.name.getValue(),
                        ProductDialog.money(line.price.getValue(), currency),
                        line.stock.getValue()))
                .toList();
    }
}
