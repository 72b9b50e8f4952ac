package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.products.ProductRows.Seller;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Adds a seller or changes one. */
final class SellerDialog {

    private final TextField name = field("name");
    private final TextField representative = field("representative");
    private final TextField address = field("address");
    private final TextField phone = field("phone");
    private final TextField email = field("email");
    private final TextField businessNumber = field("businessNumber");
    private final TextField mailOrder = field("mailOrder");

    private SellerDialog(@Nullable Seller seller) {
        Help.on(businessNumber, "seller.businessNumber");
        Help.on(mailOrder, "seller.mailOrder");
        Help.on(phone, "seller.phone");
        if (seller != null) {
            name.setValue(seller.name());
            representative.setValue(seller.representative());
            address.setValue(seller.address());
            phone.setValue(seller.phone());
            email.setValue(seller.email());
            businessNumber.setValue(ProductParts.businessNumber(seller.businessNumber()));
            mailOrder.setValue(seller.mailOrder());
        }
    }

    private static TextField field(String word) {
        TextField field = new TextField(Texts.of("seller." + word));
        field.setId("seller-" + word);
        return field;
    }

    static void add(Sellers sellers, Runnable then) {
        new SellerDialog(null).open(Actions.label(Sellers.class, "sellers.add"), sellers::add, then);
    }

    static void change(Sellers sellers, Seller seller, Runnable then) {
        new SellerDialog(seller)
                .open(
                        Actions.label(Sellers.class, "sellers.change"),
                        terms -> sellers.change(seller.id(), new Sellers.Change(seller.version(), terms)),
                        then);
    }

    private Sellers.SellerTerms terms() {
        return new Sellers.SellerTerms(
                name.getValue(),
                representative.getValue(),
                address.getValue(),
                phone.getValue(),
                email.getValue(),
                businessNumber.getValue(),
                mailOrder.getValue());
    }

    private void open(String verb, Function<Sellers.SellerTerms, Outcome<Seller>> act, Runnable then) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("640px");
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("seller-save");
        done.addClickListener(e -> {
            if (Parts.showed(act.apply(terms()))) {
                dialog.close();
                then.run();
            }
        });
        FormLayout form = new FormLayout(name, representative, address, phone, email, businessNumber, mailOrder);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("520px", 2));
        form.setColspan(address, 2);
        dialog.add(form, Parts.text(Texts.of("seller.law"), "c2", "t12"));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
    }
}
