package live.onair.ui.cdn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.math.BigDecimal;
import java.util.List;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.CdnHealth;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The registry. */
final class CdnsPane extends Div {

    private final transient Cdns cdns;
    private final transient Runnable changed;
    private final Grid<Cdn> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("cdn.none"), Texts.of("cdn.none.why"));
    private transient List<Cdn> shown = List.of();
    private transient List<CdnHealth> healths = List.of();

    CdnsPane(Cdns cdns, Runnable changed) {
        this.cdns = cdns;
        this.changed = changed;
        addClassName("pane");
        setId("cdn-registry");
        columns();
        add(Parts.box("ph2", new H2(Texts.of("cdn.registry"))), empty, grid);
    }

    private void columns() {
        grid.setId("cdn-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(CdnsPane::name).setHeader(Texts.of("cdn.cdn")).setFlexGrow(2);
        grid.addColumn(Cdn::baseUrl).setHeader(Texts.of("cdn.baseUrl")).setFlexGrow(2);
        grid.addComponentColumn(cdn ->
                        Parts.text(CdnWords.price(cdn.priceAt(BigDecimal.ZERO).orElse(null)), "t13", "tx"))
                .setHeader(Texts.of("cdn.price"))
                .setFlexGrow(2);
        grid.addColumn(cdn -> amount("cdn.mbps", cdn.capacityMbps()))
                .setHeader(Texts.of("cdn.capacity"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(cdn -> amount("cdn.gb", cdn.commitmentGb()))
                .setHeader(Texts.of("cdn.commitment"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader(Texts.of("cdn.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Component name(Cdn cdn) {
        return Parts.box(
                "on-thing",
                Parts.text(cdn.name(), "b", "t13", "on-thing-name"),
                Parts.text(cdn.id() + " · " + Texts.of("cdn.audience." + cdn.audience()), "c3", "t12"));
    }

    private Component state(Cdn cdn) {
        if (cdn.retired()) {
            return Parts.state("ended q", "ban", Texts.of("cdn.retired"));
        }
        CdnHealth health = healths.stream()
                .filter(one -> one.cdn().equals(cdn.id()))
                .findFirst()
                .orElse(null);
        if (health == null) {
            return Parts.state("ok q", "ok", Texts.of("cdn.active"));
        }
        String answer = health.status() == 0
                ? Texts.of("cdn.health.none")
                : Texts.of("cdn.health.answer", String.valueOf(health.status()));
        return health.failed() == 0
                ? Parts.state("ok q", "ok", Texts.of("cdn.active") + " · " + answer)
                : Parts.state("fault q", "fault", answer);
    }

    private static String amount(String key, @Nullable Number value) {
        return value == null ? Texts.of("cdn.unknown") : Texts.of(key, value);
    }

    private Component buttons(Cdn cdn) {
        Button change = Actions.inRow(
                Cdns.class, "cdns.change", cdn.id(), cdn.name(), () -> CdnDialog.change(cdns, cdn, changed));
        Button turn = cdn.retired()
                ? Actions.inRow(
                        Cdns.class,
                        "cdns.restore",
                        cdn.id(),
                        cdn.name(),
                        () -> done(cdns.restore(cdn.id()), "cdn.restored"))
                : Actions.inRow(Cdns.class, "cdns.retire", cdn.id(), cdn.name(), () -> retire(cdn));
        return Parts.box("row", change, turn);
    }

    private void retire(Cdn cdn) {
        Reasons.certain(
                Actions.label(Cdns.class, "cdns.retire"),
                Texts.of("cdn.retire.why", cdn.name()),
                () -> done(cdns.retire(cdn.id()), "cdn.retire.done"));
    }

    private void done(Outcome<?> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words));
        }
        changed.run();
    }

    /** What of them is shown: not when it was. */
    private static List<String> words(List<CdnHealth> answered) {
        return answered.stream()
                .map(one -> one.cdn() + " " + one.status() + " " + (one.failed() == 0))
                .toList();
    }

    void refresh() {
        List<Cdn> now = cdns.list();
        List<CdnHealth> answered = cdns.healths();
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
        if (!now.equals(shown) || !words(answered).equals(words(healths))) {
            shown = now;
            healths = answered;
            grid.setItems(now);
            grid.recalculateColumnWidths();
        }
    }
}
