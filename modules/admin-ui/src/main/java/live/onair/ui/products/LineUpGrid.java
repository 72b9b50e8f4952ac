package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import live.onair.kernel.Money;
import live.onair.products.LineUps.LineUpItem;
import live.onair.products.ProductRows.Product;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The products of a show in their order. Rows are dragged, or moved by Alt with an arrow. */
class LineUpGrid extends Grid<LineUpItem> {

    private final transient Moves moves;
    private final transient Prices prices;
    private final transient IntConsumer removes;
    private final transient Function<Product, Component> pieces;
    private transient List<LineUpItem> items = List.of();
    private int dragged = -1;
    private boolean may;

    /** Moves a product from one place to another. */
    interface Moves {
        void move(int from, int to);
    }

    /** Gives a product a price in this show; null for none of its own. */
    interface Prices {
        void price(int at, @Nullable Money price);
    }

    LineUpGrid(Moves moves, Prices prices, IntConsumer removes, Function<Product, Component> pieces) {
        this.moves = moves;
        this.prices = prices;
        this.removes = removes;
        this.pieces = pieces;
        setId("line-up-list");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setAllRowsVisible(true);
        columns();
        addDragStartListener(e -> dragged = place(e.getDraggedItems().get(0)));
        addDragEndListener(e -> dragged = -1);
        addDropListener(e -> e.getDropTargetItem().ifPresent(target -> {
            int to = place(target) + (e.getDropLocation() == GridDropLocation.BELOW ? 1 : 0);
            moves.move(dragged, to > dragged ? to - 1 : to);
        }));
        Shortcuts.addShortcutListener(this, () -> step(-1), Key.ARROW_UP, KeyModifier.ALT)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, () -> step(1), Key.ARROW_DOWN, KeyModifier.ALT)
                .listenOn(this);
    }

    private int place(LineUpItem item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).product().id().equals(item.product().id())) {
                return i;
            }
        }
        return -1;
    }

    private void step(int by) {
        getSelectedItems().stream().findFirst().ifPresent(item -> moves.move(place(item), place(item) + by));
    }

    private void columns() {
        addColumn(item -> place(item) + 1)
                .setHeader(Texts.of("lineUp.place"))
                .setWidth("64px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        addComponentColumn(LineUpGrid::name).setHeader(Texts.of("product.name")).setFlexGrow(3);
        addComponentColumn(item -> ProductParts.prices(item.product()))
                .setHeader(Texts.of("product.price"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        addComponentColumn(this::price)
                .setHeader(Texts.of("lineUp.price"))
                .setWidth("150px")
                .setFlexGrow(0);
        addComponentColumn(item -> pieces.apply(item.product()))
                .setHeader(Texts.of("lineUp.pieces"))
                .setWidth("110px")
                .setFlexGrow(0);
        addComponentColumn(item -> ProductParts.stock(item.product().stock()))
                .setHeader(Texts.of("product.stock"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        addComponentColumn(this::buttons).setWidth("130px").setFlexGrow(0);
    }

    private static Component name(LineUpItem item) {
        Product product = item.product();
        RouterLink link = new RouterLink(product.name(), ProductView.class, ProductView.of(product.id()));
        link.addClassNames("b", "t13", "on-thing-name");
        Div name = Parts.box(
                "on-thing",
                link,
                Parts.text(product.sku() + " · " + product.seller().name(), "c3", "t12"));
        if (product.archived()) {
            name.add(Parts.state("ended q", "ended", Texts.of("product.archived.state")));
        }
        return name;
    }

    private Component price(LineUpItem item) {
        Money price = item.price();
        if (!may) {
            return Parts.text(price == null ? "—" : price.toString(), "t13");
        }
        BigDecimalField field = new BigDecimalField();
        field.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        field.setId("line-up-price-" + item.product().id());
        field.setAriaLabel(Texts.of("lineUp.price") + " " + item.product().name());
        field.setPlaceholder(Texts.of("lineUp.price.same"));
        field.setWidthFull();
        field.setValue(price == null ? null : price.amount());
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                priced(item, e.getValue());
            }
        });
        return field;
    }

    private void priced(LineUpItem item, @Nullable BigDecimal amount) {
        try {
            prices.price(place(item), ProductDialog.money(amount, item.product().currency()));
        } catch (ArithmeticException tooFine) {
            Parts.broken(Texts.of("product.price.fine", item.product().currency()));
        }
    }

    private Component buttons(LineUpItem item) {
        if (!may) {
            return new Div();
        }
        int at = place(item);
        Button up = small("down", "lineUp.up", item, () -> moves.move(at, at - 1));
        Button down = small("down", "lineUp.down", item, () -> moves.move(at, at + 1));
        up.addClassName("on-flip");
        up.setEnabled(at > 0);
        down.setEnabled(at < items.size() - 1);
        return Parts.box("row-s", up, down, small("x", "lineUp.remove", item, () -> removes.accept(at)));
    }

    private static Button small(String icon, String key, LineUpItem item, Runnable press) {
        Button button = new Button(Parts.icon(icon), e -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Texts.of(key) + ": " + item.product().name());
        button.setTooltipText(Texts.of(key));
        button.setId(key.replace('.', '-') + "-" + item.product().id());
        return button;
    }

    void show(List<LineUpItem> now, boolean mayArrange) {
        items = now;
        may = mayArrange;
        setRowsDraggable(may);
        setDropMode(may ? GridDropMode.BETWEEN : null);
        setItems(now);
    }

    /** The product that was moved stays the one that the keys move. */
    void focusOn(int at) {
        if (at < items.size()) {
            select(items.get(at));
        }
    }
}
