package live.onair.ui.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import live.onair.audit.AuditLog;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Secret;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.webhooks.WebhookRows.Because;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.EndpointState;
import live.onair.webhooks.WebhookRows.Made;
import live.onair.webhooks.Webhooks;

/** The endpoints: what goes there, whether it does, and what can be done. */
final class EndpointsPane extends Div {

    private final transient Webhooks webhooks;
    private final transient AuditLog log;
    private final transient Runnable sent;
    private final Grid<Endpoint> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("webhooks.none"), Texts.of("webhooks.none.why"));
    private transient List<Endpoint> shown = List.of();

    EndpointsPane(Webhooks webhooks, AuditLog log, Runnable sent) {
        this.webhooks = webhooks;
        this.log = log;
        this.sent = sent;
        grid.setId("endpoint-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(row -> Parts.box(
                        "on-thing",
                        Parts.text(row.name(), "b", "t13", "on-thing-name"),
                        Parts.text(row.url(), "c3", "t12", "on-break")))
                .setHeader(Texts.of("webhooks.endpoint"))
                .setFlexGrow(3);
        grid.addComponentColumn(row -> Parts.text(kinds(row), "t13"))
                .setHeader(Texts.of("webhooks.kinds"))
                .setFlexGrow(2);
        grid.addComponentColumn(EndpointsPane::state)
                .setHeader(Texts.of("webhooks.state"))
                .setFlexGrow(2);
        grid.addComponentColumn(EndpointsPane::secret)
                .setHeader(Texts.of("webhooks.secret"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::buttons).setFlexGrow(3);
        add(empty, grid);
    }

    private static String kinds(Endpoint row) {
        return row.kinds().stream()
                .map(kind -> Texts.pick(kind.ko(), kind.en()))
                .collect(Collectors.joining(", "));
    }

    private static Component state(Endpoint row) {
        String word = Texts.pick(row.state().ko(), row.state().en());
        Because because = row.because();
        Instant since = row.failingSince();
        boolean failing = since != null;
        Div cell = Parts.box(
                "col",
                row.state() == EndpointState.PAUSED
                        ? Parts.state("warn q", "warn", word)
                        : failing
                                ? Parts.state("fault q", "fault", Texts.of("webhooks.failing"))
                                : Parts.state("ok q", "ok", word));
        if (because != null) {
            cell.add(Parts.text(Texts.pick(because.ko(), because.en()), "t12", "c2"));
        } else if (since != null) {
            cell.add(Parts.text(Texts.of("webhooks.failing.since", Times.brief(since)), "t12", "c2"));
        }
        if (row.waiting() > 0) {
            cell.add(Parts.text(Texts.of("webhooks.waiting", row.waiting()), "t12", "c2"));
        }
        return cell;
    }

    private static Component secret(Endpoint row) {
        Div cell = Parts.box("col", Parts.text(row.mark() + "…", "mono", "t12"));
        Instant until = row.oldUntil();
        if (until != null) {
            cell.add(Parts.text(Texts.of("webhooks.both", Times.brief(until)), "t12", "c3"));
        }
        return cell;
    }

    private Component buttons(Endpoint row) {
        Div buttons = Parts.box("row-s on-wrap");
        buttons.add(small("webhooks.ping", row, () -> act(webhooks.ping(row.id()), "webhooks.pinged", row)));
        buttons.add(
                row.state() == EndpointState.PAUSED
                        ? small("webhooks.resume", row, () -> act(webhooks.resume(row.id()), "webhooks.resumed", row))
                        : small("webhooks.pause", row, () -> act(webhooks.pause(row.id()), "webhooks.paused", row)));
        buttons.add(
                small("webhooks.change", row, () -> EndpointDialog.change(webhooks, row, this::refresh)),
                small(
                        "webhooks.renew",
                        row,
                        () -> Reasons.certain(
                                Actions.label(Webhooks.class, "webhooks.renew"),
                                Texts.of("webhooks.renew.then"),
                                () -> renew(row))),
                small(
                        "webhooks.remove",
                        row,
                        () -> Reasons.ask(
                                Actions.label(Webhooks.class, "webhooks.remove"),
                                false,
                                why -> act(webhooks.remove(row.id(), why), "webhooks.removed", row))),
                History.button(log, row.id(), row.name()));
        return buttons;
    }

    private static Button small(String action, Endpoint row, Runnable press) {
        return Actions.inRow(Webhooks.class, action, row.id(), row.name(), press);
    }

    private void renew(Endpoint row) {
        Outcome<Made> outcome = webhooks.renew(row.id());
        if (Parts.showed(outcome)) {
            Secret.show(Texts.of("webhooks.secret"), outcome.orThrow().secret());
        }
        refresh();
    }

    private void act(Outcome<?> outcome, String words, Endpoint row) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words, row.name()));
        }
        refresh();
        sent.run();
    }

    void refresh() {
        List<Endpoint> now = webhooks.list();
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            grid.recalculateColumnWidths();
        }
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }
}
