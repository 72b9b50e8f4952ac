package live.onair.ui.disputes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.replays.ReplayRestrictions;
import live.onair.replays.ReplayRestrictions.ReplayRestriction;
import live.onair.replays.ReplayRestrictions.RestrictionState;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Replays that are kept from viewers because of a claim; each is decided on at its show. */
final class RestrictionsPane extends Div {

    private final transient ReplayRestrictions restrictions;
    private final Checkbox all = new Checkbox(Texts.of("restriction.all"));
    private final Grid<ReplayRestriction> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("restriction.none"), Texts.of("restriction.none.why"));
    private transient List<ReplayRestriction> shown = List.of();

    RestrictionsPane(ReplayRestrictions restrictions) {
        this.restrictions = restrictions;
        all.setId("restrictions-all");
        all.addValueChangeListener(e -> refresh());
        grid.setId("restriction-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(one -> new Anchor("shows/" + one.show(), one.show()))
                .setHeader(Texts.of("holds.show"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(one -> Texts.of("restriction.ground." + one.ground())
                        + (one.claim().isEmpty() ? "" : " · " + one.claim()))
                .setHeader(Texts.of("restriction.ground"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(ReplayRestriction::reason)
                .setHeader(Texts.of("restriction.reason"))
                .setFlexGrow(2);
        grid.addColumn(one -> Times.brief(one.since()) + " · " + one.by())
                .setHeader(Texts.of("restriction.since"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(RestrictionsPane::standing)
                .setHeader(Texts.of("holds.state"))
                .setFlexGrow(2);
        add(empty, grid);
        refresh();
    }

    Component filters() {
        return all;
    }

    private static Component standing(ReplayRestriction one) {
        String word = Texts.of("restriction.state." + one.state());
        if (one.state() == RestrictionState.OPEN) {
            return Parts.state("warn q", "lock", word + " · " + Texts.of("restriction.ends", Times.brief(one.until())));
        }
        return one.holds() ? Parts.state("warn q", "lock", word) : Parts.state("ended q", "ended", word);
    }

    void refresh() {
        List<ReplayRestriction> now = restrictions.list(all.getValue());
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            grid.recalculateColumnWidths();
        }
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }
}
