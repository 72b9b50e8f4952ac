package live.onair.ui.offers;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.List;
import live.onair.kernel.Money;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Chooses a product of the show; amounts beside it are in its currency. */
public final class ItemField extends ComboBox<LineUpItem> {

    private final List<LineUpItem> items;

    /** The products of a show. */
    public ItemField(List<LineUpItem> items) {
        super(Texts.of("offer.product"));
        this.items = items;
        setItems(items);
        setItemLabelGenerator(item -> item.product().name());
    }

    /** Chooses this product, if the show has it. */
    public void choose(@Nullable String product) {
        items.stream()
                .filter(item -> item.product().id().equals(product))
                .findFirst()
                .ifPresent(this::setValue);
    }

    /** The chosen one; null for none. */
    public @Nullable String product() {
        return getValue() == null ? null : getValue().product().id();
    }

    /** That of the product, the won without one. */
    public String currency() {
        return getValue() == null ? Money.WON : getValue().product().currency();
    }

    /**
     * What a field says, null where it says nothing.
     *
     * @throws ArithmeticException if it is finer than the currency
     */
    public @Nullable Money money(BigDecimalField field) {
        return field.getValue() == null ? null : Money.of(field.getValue(), currency());
    }
}
