package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import live.onair.products.Allotments;
import live.onair.products.Allotments.Exclusivity;
import live.onair.products.ProductRows.Product;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Undo;

/** Asks how far a product is exclusive. */
final class ExclusivityDialog {

    private final Allotments allotments;
    private final Product product;
    private final Exclusivity before;
    private final Runnable then;
    private final Checkbox is = new Checkbox(Texts.of("product.exclusive.is"));
    private final IntegerField hours = new IntegerField(Texts.of("product.exclusive.field"));

    private ExclusivityDialog(Allotments allotments, Product product, Exclusivity before, Runnable then) {
        this.allotments = allotments;
        this.product = product;
        this.before = before;
        this.then = then;
        is.setId("exclusive-is");
        is.setValue(before.hours() != null);
        hours.setId("exclusive-hours");
        hours.setStepButtonsVisible(true);
        hours.setMin(0);
        hours.setMax(Allotments.MOST_HOURS);
        hours.setValue(before.hours() == null ? 0 : before.hours());
        hours.setEnabled(is.getValue());
        Help.on(hours, "product.exclusive.field");
        is.addValueChangeListener(e -> hours.setEnabled(e.getValue()));
    }

    static String words(Exclusivity exclusive) {
        Integer hours = exclusive.hours();
        if (hours == null) {
            return Texts.of("product.exclusive.not");
        }
        return hours == 0 ? Texts.of("product.exclusive.during") : Texts.of("product.exclusive.hours", hours);
    }

    static void open(Allotments allotments, Product product, Exclusivity before, Runnable then) {
        new ExclusivityDialog(allotments, product, before, then).open();
    }

    private void open() {
        Dialog dialog = new Dialog(Actions.label(Allotments.class, "allotments.keep"));
        dialog.setWidth("440px");
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("exclusive-save");
        done.addClickListener(e -> {
            if (saved()) {
                dialog.close();
            }
        });
        dialog.add(Parts.box("col on-gap", is, hours, Parts.text(Texts.of("product.exclusive.why"), "c2", "t12")));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        is.focus();
    }

    private boolean saved() {
        Exclusivity wanted = new Exclusivity(is.getValue() ? hours.getValue() : null);
        if (is.getValue() && wanted.hours() == null) {
            Parts.broken(Texts.of("product.exclusive.none"));
            return false;
        }
        if (!Parts.showed(allotments.keep(product.id(), wanted))) {
            return false;
        }
        then.run();
        Undo.offer(Texts.of("product.exclusive.set", product.name(), words(wanted)), () -> {
            var back = allotments.keep(product.id(), before);
            then.run();
            return back;
        });
        return true;
    }
}
