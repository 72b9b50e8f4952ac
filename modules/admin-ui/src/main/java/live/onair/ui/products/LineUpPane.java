package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.products.Allotments;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpEntry;
import live.onair.products.ProductRows;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.scheduling.ShowState;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** The products of one show: found, put in order by drag and by keys, priced for this show, kept as a set. */
public final class LineUpPane extends Div {

    private static final int FOUND = 20;

    private final transient LineUps lineUps;
    private final transient Products products;
    private final transient Allotments allotments;
    private final String show;
    private final H2 title = new H2();
    private final LineUpGrid grid = new LineUpGrid(this::move, this::price, this::remove, this::pieces);
    private final Div empty = Parts.empty(Texts.of("lineUp.none"), Texts.of("lineUp.none.why"));
    private final Div sellers = Parts.box("col on-gap");
    private final Span help = Parts.text(Texts.of("lineUp.help"), "c2", "t12");
    private final ComboBox<Product> more = new ComboBox<>();
    private final Div locked = Parts.box("sec");
    private final List<Component> tools = new ArrayList<>();
    private boolean may = Actions.isAllowed(LineUps.class, "lineUps.arrange");
    private @Nullable ShowState state;
    private transient LineUps.@Nullable LineUp shown;
    private transient List<Allotments.Allotment> planned = List.of();

    /** Of this show. */
    public LineUpPane(LineUps lineUps, Products products, Allotments allotments, String show, Pulse pulse) {
        this.lineUps = lineUps;
        this.products = products;
        this.allotments = allotments;
        this.show = show;
        addClassNames("pane", "on-lineup");
        setId("line-up");
        Div head = Parts.box("ph2 on-wrap", title, Parts.box("push"));
        if (may) {
            adding();
            Button use = Actions.button(
                    LineUps.class, "lineUps.useSet", () -> LineUpSetDialog.use(lineUps, show, this::refresh));
            Button save = Actions.button(LineUps.class, "lineUps.saveSet", () -> LineUpSetDialog.save(lineUps, show));
            use.addThemeVariants(ButtonVariant.LUMO_SMALL);
            save.addThemeVariants(ButtonVariant.LUMO_SMALL);
            tools.addAll(List.of(more, use, save));
            head.add(more, use, save);
        }
        locked.setVisible(false);
        add(head, locked, empty, grid, Parts.box("sec", help, sellers));
        refresh();
        pulse.every(this, this::refresh);
    }

    /** Where the show stands: while it runs, and when it is over, its line-up is looked at only. */
    public void stands(ShowState now) {
        if (now == state) {
            return;
        }
        state = now;
        boolean fixed = now.isLive() || now.isOver();
        may = !fixed && Actions.isAllowed(LineUps.class, "lineUps.arrange");
        tools.forEach(tool -> tool.setVisible(may));
        help.setVisible(may);
        locked.setVisible(fixed);
        locked.removeAll();
        if (fixed) {
            String why = Texts.of(now.isLive() ? "lineUp.locked" : "lineUp.over");
            locked.add(Parts.box("note plain", Parts.icon("user"), Parts.text(why, "t13")));
        }
        grid.show(List.of(), may);
        shown = null;
        refresh();
    }

    private void adding() {
        more.setId("line-up-add");
        more.setPlaceholder(Texts.of("lineUp.add"));
        more.setAriaLabel(Texts.of("lineUp.add"));
        more.setItemLabelGenerator(Product::name);
        more.setItems(query -> found(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        more.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                more.clear();
                added(e.getValue());
            }
        });
    }

    private Stream<Product> found(String text, int from, int most) {
        Products.Filter filter =
                new Products.Filter(text, null, Products.Which.ACTIVE, Products.Sort.NAME, false, null, FOUND);
        return products.list(filter).products().stream().skip(from).limit(most);
    }

    private List<LineUpEntry> entries() {
        LineUps.LineUp now = shown;
        return now == null
                ? new ArrayList<>()
                : new ArrayList<>(now.items().stream()
                        .map(item -> new LineUpEntry(item.product().id(), item.price()))
                        .toList());
    }

    private void added(Product product) {
        List<LineUpEntry> wanted = entries();
        wanted.add(new LineUpEntry(product.id(), null));
        arrange(wanted, Texts.of("lineUp.added", product.name()));
    }

    private void move(int from, int to) {
        List<LineUpEntry> wanted = entries();
        if (from == to || from < 0 || to < 0 || from >= wanted.size() || to >= wanted.size()) {
            return;
        }
        wanted.add(to, wanted.remove(from));
        arrange(wanted, Texts.of("lineUp.moved", to + 1));
        grid.focusOn(to);
    }

    private void price(int at, @Nullable Money price) {
        List<LineUpEntry> wanted = entries();
        wanted.set(at, new LineUpEntry(wanted.get(at).product(), price));
        arrange(wanted, Texts.of("lineUp.priced"));
    }

    private Component pieces(Product product) {
        PiecesField field = new PiecesField(allotments, show, product, this::again);
        field.setReadOnly(!may);
        return field;
    }

    private void again() {
        shown = null;
        refresh();
    }

    private void remove(int at) {
        List<LineUpEntry> wanted = entries();
        wanted.remove(at);
        arrange(wanted, Texts.of("lineUp.removed"));
    }

    private void arrange(List<LineUpEntry> wanted, String done) {
        LineUps.LineUp before = shown;
        List<LineUpEntry> was = entries();
        Integer version = before == null ? null : before.version();
        boolean worked = Parts.showed(lineUps.arrange(show, new LineUps.LineUpWish(version, wanted)));
        // what was refused does not stand in its field as if it held
        shown = worked ? shown : null;
        refresh();
        if (worked) {
            Undo.offer(done, () -> {
                var back = lineUps.arrange(show, new LineUps.LineUpWish(null, was));
                refresh();
                return back;
            });
        }
    }

    /** Reads it again; draws only what has changed, so that the focus stays. */
    public void refresh() {
        LineUps.LineUp now = lineUps.of(show);
        List<Allotments.Allotment> pieces = allotments.of(show);
        if (now.equals(shown) && pieces.equals(planned)) {
            return;
        }
        shown = now;
        planned = pieces;
        title.setText(Texts.of("lineUp.title", now.items().size()));
        grid.show(now.items(), may);
        grid.setVisible(!now.items().isEmpty());
        empty.setVisible(now.items().isEmpty());
        sellers.removeAll();
        now.sellers().forEach(seller -> sellers.add(seller(seller)));
    }

    private static Div seller(ProductRows.Seller seller) {
        Div line = Parts.box("row on-wrap", Parts.text(seller.name(), "b", "t13"), ProductParts.standing(seller));
        line.getElement().setAttribute("data-seller", seller.id());
        if (!seller.tellsAll()) {
            Anchor fix = new Anchor("sellers", Texts.of("gate.fix"));
            fix.setRouterIgnore(false);
            line.add(fix);
        }
        return line;
    }
}
