package live.onair.ui.scheduling;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The board as a table: the same shows, complete by keyboard; many can be chosen. */
class ShowTable extends Grid<ShowRows.Show> {

    private final List<ShowRows.Show> items = new ArrayList<>();

    /** Rows are known by their show's id, so that choice and scroll outlive a new reading. */
    private static final class ById extends ListDataProvider<ShowRows.Show> {
        ById(List<ShowRows.Show> items) {
            super(items);
        }

        @Override
        public Object getId(ShowRows.Show show) {
            return show.id();
        }
    }

    private final ById rows = new ById(items);

    ShowTable(Consumer<String> choose, Consumer<Set<ShowRows.Show>> chosenMany) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSizeFull();
        setId("schedule-list");
        getElement().setAttribute("aria-label", Texts.of("nav.schedule"));
        setItems(rows);
        setSelectionMode(SelectionMode.MULTI);
        addSelectionListener(e -> chosenMany.accept(e.getAllSelectedItems()));
        addItemClickListener(e -> choose.accept(e.getItem().id()));
        setPartNameGenerator(s -> s.state() == ShowState.ON_AIR ? "on-now" : null);
    }

    /** One column of lines where there is no room for many, else a column each. */
    void columns(boolean narrow) {
        removeAllColumns();
        if (narrow) {
            addComponentColumn(ShowTable::lines).setHeader(Texts.of("nav.schedule"));
            return;
        }
        fixed(addComponentColumn(Badges::states), "show.state");
        addComponentColumn(s -> link(s))
                .setHeader(Texts.of("show.title"))
                .setFlexGrow(3)
                .setWidth("160px");
        fixed(
                addColumn(s -> Times.brief(s.startsAt())
                        + Times.range(s.startsAt(), s.endsAt()).substring(5)),
                "show.time");
        addColumn(s -> s.channel().name()).setHeader(Texts.of("show.channel")).setWidth("110px");
        addColumn(s -> s.studio() == null ? "" : s.studio().name())
                .setHeader(Texts.of("show.studio"))
                .setWidth("110px");
        addColumn(BoardJson::hosts).setHeader(Texts.of("show.hosts")).setWidth("110px");
        addColumn(s -> s.review().changedBy())
                .setHeader(Texts.of("board.changer"))
                .setWidth("100px");
        getColumns().forEach(c -> c.setResizable(true));
    }

    private static void fixed(Column<ShowRows.Show> column, String key) {
        column.setHeader(Texts.of(key)).setAutoWidth(true).setFlexGrow(0);
    }

    private static RouterLink link(ShowRows.Show show) {
        RouterLink link = new RouterLink(show.title(), ShowView.class, ShowView.of(show.id()));
        link.getElement().setAttribute("data-show", show.id());
        return link;
    }

    private static Div lines(ShowRows.Show show) {
        RouterLink title = link(show);
        title.addClassNames("b", "one");
        return Parts.box(
                "on-line-item",
                Parts.box("row", Badges.states(show), Parts.text(Times.brief(show.startsAt()), "c2", "t12")),
                title,
                Parts.text(
                        show.channel().name() + (show.hosts().isEmpty() ? "" : " · " + BoardJson.hosts(show)),
                        "c2",
                        "t12"));
    }

    void update(List<ShowRows.Show> shows) {
        List<ShowRows.Show> sorted = shows.stream()
                .sorted(Comparator.comparing(ShowRows.Show::startsAt).thenComparing(ShowRows.Show::id))
                .toList();
        if (!sorted.equals(items)) {
            items.clear();
            items.addAll(sorted);
            rows.refreshAll();
        }
    }

    /** Brings the first row that fits into view. */
    void scrollTo(Predicate<ShowRows.Show> wanted) {
        items.stream().filter(wanted).findFirst().ifPresent(s -> scrollToIndex(items.indexOf(s)));
    }
}
