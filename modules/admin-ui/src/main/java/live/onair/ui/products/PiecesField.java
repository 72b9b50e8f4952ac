package live.onair.ui.products;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import live.onair.products.Allotments;
import live.onair.products.Allotments.Allotment;
import live.onair.products.ProductRows.Product;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** How many pieces of a product a show plans to sell, written where the product stands. */
class PiecesField extends IntegerField {

    PiecesField(Allotments allotments, String show, Product product, Runnable then) {
        addThemeVariants(TextFieldVariant.LUMO_SMALL);
        setId("line-up-pieces-" + product.id());
        setAriaLabel(Texts.of("lineUp.pieces") + " " + product.name());
        setPlaceholder(Texts.of("lineUp.pieces.none"));
        setWidthFull();
        setValue(planned(allotments, show, product));
        setEnabled(Actions.isAllowed(Allotments.class, "allotments.plan"));
        addValueChangeListener(e -> {
            if (e.isFromClient()) {
                Integer old = e.getOldValue();
                if (Parts.showed(allotments.plan(show, new Allotment(product.id(), e.getValue())))) {
                    Undo.offer(words(product, e.getValue()), () -> {
                        var back = allotments.plan(show, new Allotment(product.id(), old));
                        then.run();
                        return back;
                    });
                }
                then.run();
            }
        });
    }

    /** More than there is holds back this show and what comes after it, so that is said at once. */
    private static String words(Product product, @Nullable Integer pieces) {
        Integer left = product.stock();
        return left != null && pieces != null && pieces > left
                ? Texts.of("lineUp.planned.over", left)
                : Texts.of("lineUp.planned");
    }

    private static @Nullable Integer planned(Allotments allotments, String show, Product product) {
        return allotments.of(show).stream()
                .filter(one -> one.product().equals(product.id()))
                .findFirst()
                .map(Allotment::pieces)
                .orElse(null);
    }
}
