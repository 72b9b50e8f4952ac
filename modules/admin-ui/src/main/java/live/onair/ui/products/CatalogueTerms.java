package live.onair.ui.products;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import live.onair.products.Catalogues;
import live.onair.products.ProductField;
import live.onair.products.ProductRows;
import live.onair.ui.Help;
import live.onair.ui.TableSource;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What a table does not say by itself: whose products these are, in which currency, and what a zero means. */
class CatalogueTerms extends Div {

    private final Select<ProductRows.Seller> seller = new Select<>();
    private final TextField currency = new TextField(Texts.of("product.currency"));
    private final Checkbox zero = new Checkbox(Texts.of("catalogue.zero"));

    CatalogueTerms(List<ProductRows.Seller> sellers, Runnable changed) {
        seller.setId("catalogue-seller");
        seller.setLabel(Texts.of("product.seller"));
        seller.setItems(sellers);
        seller.setItemLabelGenerator(s -> s == null ? Texts.of("catalogue.seller.none") : s.name());
        seller.setEmptySelectionAllowed(true);
        seller.setEmptySelectionCaption(Texts.of("catalogue.seller.none"));
        if (sellers.size() == 1) {
            seller.setValue(sellers.get(0));
        }
        currency.setId("catalogue-currency");
        currency.setMaxLength(3);
        Help.on(currency, "catalogue.currency");
        zero.setId("catalogue-zero");
        seller.addValueChangeListener(e -> changed.run());
        currency.addValueChangeListener(e -> changed.run());
        zero.addValueChangeListener(e -> changed.run());
        add(seller, currency, zero);
    }

    Catalogues.Upload upload(TableSource.Given table, @Nullable Map<ProductField, Integer> mapping) {
        ProductRows.Seller of = seller.getValue();
        return new Catalogues.Upload(
                table.name(),
                table.file(),
                table.text(),
                mapping,
                of == null ? null : of.id(),
                currency.isEmpty() ? null : currency.getValue(),
                zero.getValue());
    }
}
