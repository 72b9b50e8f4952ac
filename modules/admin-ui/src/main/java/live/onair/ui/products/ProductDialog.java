package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.products.ProductRows;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** Adds a product or changes one. */
final class ProductDialog {

    private final ComboBox<ProductRows.Seller> seller = new ComboBox<>(Texts.of("product.seller"));
    private final TextField sku = new TextField(Texts.of("product.sku"));
    private final TextField name = new TextField(Texts.of("product.name"));
    private final TextField brand = new TextField(Texts.of("product.brand"));
    private final TextField category = new TextField(Texts.of("product.category"));
    private final BigDecimalField price = new BigDecimalField(Texts.of("product.price"));
    private final BigDecimalField listPrice = new BigDecimalField(Texts.of("product.listPrice"));
    private final TextField currency = new TextField(Texts.of("product.currency"));
    private final IntegerField stock = new IntegerField(Texts.of("product.stock"));
    private final Select<ProductRows.Cosmetic> cosmetic = new Select<>();
    private final TextField report = new TextField(Texts.of("product.reportNumber"));
    private final OptionLines options = new OptionLines();

    private ProductDialog(List<ProductRows.Seller> sellers, @Nullable Product product) {
        seller.setId("product-seller");
        seller.setItems(sellers);
        seller.setItemLabelGenerator(ProductRows.Seller::name);
        cosmetic.setId("product-cosmetic");
        cosmetic.setLabel(Texts.of("product.cosmetic"));
        cosmetic.setItems(ProductRows.Cosmetic.values());
        cosmetic.setItemLabelGenerator(ProductParts::cosmetic);
        cosmetic.setValue(ProductRows.Cosmetic.GENERAL);
        cosmetic.addValueChangeListener(e -> report.setEnabled(e.getValue() == ProductRows.Cosmetic.FUNCTIONAL));
        report.setEnabled(false);
        currency.setValue(Money.WON);
        currency.setMaxLength(3);
        helped();
        if (product != null) {
            fill(product, sellers);
        } else if (sellers.size() == 1) {
            seller.setValue(sellers.get(0));
        }
    }

    private void helped() {
        sku.setId("product-sku");
        name.setId("product-name");
        brand.setId("product-brand");
        category.setId("product-category");
        price.setId("product-price");
        listPrice.setId("product-list-price");
        currency.setId("product-currency");
        stock.setId("product-stock");
        report.setId("product-report");
        Help.on(sku, "product.sku");
        Help.on(price, "product.price");
        Help.on(listPrice, "product.listPrice");
        Help.on(currency, "product.currency");
        Help.on(stock, "product.stock");
        Help.on(report, "product.reportNumber");
    }

    private void fill(Product product, List<ProductRows.Seller> sellers) {
        sellers.stream()
                .filter(s -> s.id().equals(product.seller().id()))
                .findFirst()
                .ifPresent(seller::setValue);
        sku.setValue(product.sku());
        name.setValue(product.name());
        brand.setValue(product.brand());
        category.setValue(product.category());
        price.setValue(product.price() == null ? null : product.price().amount());
        listPrice.setValue(
                product.listPrice() == null ? null : product.listPrice().amount());
        currency.setValue(product.currency());
        stock.setValue(product.options().isEmpty() ? product.stock() : null);
        cosmetic.setValue(product.cosmetic());
        report.setValue(product.reportNumber());
        options.show(product.options());
    }

    static void add(Products products, Sellers sellers, Consumer<Product> added) {
        ProductDialog dialog = new ProductDialog(sellers.list(false), null);
        dialog.open(Actions.label(Products.class, "products.add"), products::add, added);
    }

    static void change(Products products, Sellers sellers, Product product, Consumer<Product> changed) {
        ProductDialog dialog = new ProductDialog(sellers.list(false), product);
        dialog.open(
                Actions.label(Products.class, "products.change"),
                terms -> products.change(product.id(), new Products.Change(product.version(), terms, left(product))),
                changed);
    }

    /** Selling goes on while somebody writes: what is left is only changed where another number was written. */
    private static Map<String, Integer> left(Product shown) {
        Map<String, Integer> left = new HashMap<>();
        Integer own = shown.options().isEmpty() ? shown.stock() : null;
        if (own != null) {
            left.put(shown.sku(), own);
        }
        shown.options().forEach(option -> {
            Integer of = option.stock();
            if (of != null) {
                left.put(option.sku(), of);
            }
        });
        return left;
    }

    private Products.ProductTerms terms() {
        String of = currency.getValue().strip();
        ProductRows.Seller sold = seller.getValue();
        return new Products.ProductTerms(
                sold == null ? null : sold.id(),
                sku.getValue(),
                name.getValue(),
                brand.getValue(),
                category.getValue(),
                money(price.getValue(), of),
                money(listPrice.getValue(), of),
                of,
                stock.getValue(),
                options.options(of),
                cosmetic.getValue(),
                cosmetic.getValue() == ProductRows.Cosmetic.FUNCTIONAL ? report.getValue() : "");
    }

    /** What is written as an amount; with more decimal places than the currency has, it is none. */
    static @Nullable Money money(@Nullable BigDecimal amount, String currency) {
        return amount == null || !Money.isCurrency(currency) ? null : Money.of(amount, currency);
    }

    private void open(String verb, Function<Products.ProductTerms, Outcome<Product>> act, Consumer<Product> then) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("680px");
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("product-save");
        done.addClickListener(e -> {
            Products.ProductTerms terms;
            try {
                terms = terms();
            } catch (ArithmeticException tooFine) {
                Parts.broken(Texts.of("product.price.fine", currency.getValue()));
                return;
            }
            ClaimAsk.done(() -> act.apply(terms), product -> {
                dialog.close();
                then.accept(product);
            });
        });
        FormLayout form =
                new FormLayout(name, brand, seller, sku, category, price, listPrice, currency, stock, cosmetic, report);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("520px", 2));
        form.setColspan(name, 2);
        dialog.add(form, options);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
    }
}
