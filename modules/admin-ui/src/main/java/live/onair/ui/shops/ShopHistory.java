package live.onair.ui.shops;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import live.onair.kernel.Outcome;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullPage;
import live.onair.shops.Shops;
import live.onair.ui.Actions;
import live.onair.ui.Jobs;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What was asked of the shop, newest first; what one has taken goes back as a whole. */
class ShopHistory extends Div {

    private static final int PAGE = 20;

    private final transient Shops shops;
    private final transient Jobs jobs;
    private final transient Consumer<Pull> look;
    private final Grid<Pull> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("shop.history.none"), Texts.of("shop.history.none.why"));
    private final Button more = new Button(Texts.of("shop.more"), e -> more());
    private transient List<Pull> shown = List.of();
    private int pages = 1;

    ShopHistory(Shops shops, Jobs jobs, Consumer<Pull> look) {
        this.shops = shops;
        this.jobs = jobs;
        this.look = look;
        more.setId("shop-history-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        grid.setId("shop-history");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(pull -> Parts.box(
                        "on-thing", Parts.text(ShopParts.when(pull), "t13"), Parts.text(pull.id(), "c3", "t12")))
                .setHeader(Texts.of("shop.when"))
                .setFlexGrow(2);
        grid.addComponentColumn(pull -> Parts.box(
                        "on-thing", Parts.text(ShopParts.kind(pull), "t13"), Parts.text(pull.by(), "c3", "t12")))
                .setHeader(Texts.of("shop.what"))
                .setFlexGrow(1);
        grid.addComponentColumn(ShopParts::standing)
                .setHeader(Texts.of("shop.state"))
                .setFlexGrow(2);
        grid.addComponentColumn(pull -> Parts.text(ShopParts.counts(pull.counts()), "t13"))
                .setHeader(Texts.of("shop.outcome"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::buttons).setFlexGrow(2);
        add(empty, grid, more);
    }

    private Component buttons(Pull pull) {
        Div buttons = Parts.box("row-s on-wrap");
        buttons.getElement()
                .setAttribute("data-pull", pull.id())
                .setAttribute("data-state", pull.state().name());
        if (pull.counts() != null) {
            Button show = new Button(Texts.of("shop.show"), e -> look.accept(pull));
            show.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            show.setId("shop-show-" + pull.id());
            show.setAriaLabel(show.getText() + ": " + pull.id());
            buttons.add(show);
        }
        if (pull.imported() != null && pull.undone() == null) {
            buttons.add(Actions.inRow(Shops.class, "shops.undo", pull.id(), pull.id(), () -> undo(pull)));
        }
        return buttons;
    }

    private void undo(Pull pull) {
        jobs.start(
                new Jobs.Wanted<>(
                        "shop-undo",
                        Texts.of("shop.undo.job", pull.id()),
                        "products/shop",
                        () -> shops.undo(pull.id())),
                this::undone);
    }

    private void undone(@Nullable Outcome<Pull> end) {
        if (end != null && Parts.showed(end)) {
            Parts.done(Texts.of("shop.undo.done", end.orThrow().id()));
        }
        refresh();
    }

    private void more() {
        pages++;
        refresh();
    }

    void refresh() {
        List<Pull> now = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < pages; page++) {
            PullPage read = shops.list(cursor, PAGE);
            now.addAll(read.items());
            cursor = read.next();
            if (cursor == null) {
                break;
            }
        }
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
        }
        more.setVisible(cursor != null);
        grid.setVisible(!now.isEmpty());
        empty.setVisible(now.isEmpty());
    }

    /** The newest of which is known what became of each product; null where there is none. */
    @Nullable
    Pull newest() {
        return shown.stream().filter(pull -> pull.counts() != null).findFirst().orElse(null);
    }
}
