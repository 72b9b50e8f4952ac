package live.onair.ui.monitors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.Monitors;
import live.onair.scheduling.Channels;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Streams for contribution and monitoring, and a pane that plays one of them; says that they are not for the audience. */
@Route(value = "monitors", layout = Shell.class)
@PermitAll
@Dependent
class MonitorsView extends Div implements HasDynamicTitle {

    /** Two looks were missed. */
    private static final Duration OLD = Duration.ofSeconds(150);

    private final transient Monitors monitors;
    private final transient Inventory inventory;
    private final transient Pulse pulse;
    private final Div account = Parts.box("on-account");
    private final Grid<MonitorRow> grid = new Grid<>();
    private final Div empty = new Div();
    private final WatchPane pane;
    private final Map<String, Span> ages = new HashMap<>();
    private List<List<Object>> shown = List.of();
    private String told = "";

    @Inject
    MonitorsView(Monitors monitors, Channels channels, Inventory inventory, Pulse pulse) {
        this.monitors = monitors;
        this.inventory = inventory;
        this.pulse = pulse;
        addClassName("on-page");
        pane = new WatchPane(monitors, pulse);
        Button create = Actions.button(
                Monitors.class, "monitors.create", () -> MonitorDialog.open(monitors, channels, this::refresh));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        account.setId("monitors-account");
        columns();
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("monitors.title")), Parts.box("push"), create),
                label(),
                account,
                pane,
                empty,
                grid);
        refresh();
        pulse.every(this, this::refresh);
    }

    /** What these streams are for, what they are not for, and why. */
    private static Component label() {
        Div label = Parts.box(
                "on-monitor-label",
                Parts.state("warn", "eye", Texts.of("monitors.label")),
                Parts.text(Texts.of("monitors.label.why"), "c2", "t13"));
        label.setId("monitors-label");
        return label;
    }

    private void columns() {
        grid.setId("monitor-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(MonitorParts::name)
                .setHeader(Texts.of("monitors.monitor"))
                .setFlexGrow(2);
        grid.addComponentColumn(MonitorParts::channel)
                .setHeader(Texts.of("monitors.channel"))
                .setFlexGrow(1);
        grid.addComponentColumn(MonitorParts::state)
                .setHeader(Texts.of("monitors.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(MonitorParts::retention)
                .setHeader(Texts.of("monitors.hours"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::age)
                .setHeader(Texts.of("monitors.seen"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(MonitorParts::why)
                .setHeader(Texts.of("monitors.notes"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private Component age(MonitorRow row) {
        Span age = Parts.text("", "t13");
        ages.put(row.id(), age);
        draw(age, row, pulse.now());
        return age;
    }

    private static void draw(Span age, MonitorRow row, Instant now) {
        Instant at = row.look().at();
        age.setText(at == null ? Texts.of("monitors.never") : Times.ago(at, now));
        age.setClassName("c3", at == null || at.plus(OLD).isBefore(now));
    }

    private Component buttons(MonitorRow row) {
        Button watch = small("monitors.open", row, () -> pane.watch(row));
        Button retain = small("monitors.retain", row, () -> MonitorSheets.retain(monitors, row, this::refresh));
        Button remove = small("monitors.remove", row, () -> MonitorSheets.remove(monitors, row, this::refresh));
        return Parts.box("row", watch, retain, remove);
    }

    private static Button small(String action, MonitorRow row, Runnable press) {
        Button button = Actions.button(Monitors.class, action, press);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(button.getText() + " " + row.name());
        button.setText(Texts.of(action + ".short"));
        button.setId(action.replace('.', '-') + "-" + row.id());
        return button;
    }

    private void refresh() {
        Instant now = pulse.now();
        List<MonitorRow> rows = monitors.list();
        List<List<Object>> key = rows.stream().map(MonitorsView::key).toList();
        if (!key.equals(shown)) {
            shown = key;
            ages.clear();
            grid.setItems(rows);
            grid.recalculateColumnWidths();
        }
        rows.forEach(row -> {
            Span age = ages.get(row.id());
            if (age != null) {
                draw(age, row, now);
            }
        });
        empty.setVisible(rows.isEmpty());
        grid.setVisible(!rows.isEmpty());
        tell(inventory.account());
    }

    /** All that is shown of it but its age. */
    private static List<Object> key(MonitorRow row) {
        return Arrays.asList(
                row.id(),
                row.name(),
                row.state(),
                row.hours(),
                row.look().hours() == null ? 0 : row.look().hours(),
                String.valueOf(row.look().words()),
                row.order() == null ? "" : row.order());
    }

    private void tell(AccountState now) {
        String words = now.enabled() + String.valueOf(now.words()) + now.readOnly() + now.connected();
        if (words.equals(told)) {
            return;
        }
        told = words;
        account.removeAll();
        account.setVisible(!now.connected() || now.readOnly());
        empty.removeAll();
        empty.add(Parts.empty(
                Texts.of("monitors.none"), Texts.of(now.enabled() ? "monitors.none.why" : "monitors.none.off")));
        if (!now.enabled()) {
            account.add(
                    Parts.state("ended", "ended", Texts.of("inventory.off")),
                    Parts.text(Texts.of("monitors.off.why"), "c2", "t13"));
        } else if (!now.connected()) {
            account.add(
                    Parts.state("fault", "fault", Texts.of("inventory.notConnected")),
                    Parts.text(
                            Texts.of("inventory.words", String.valueOf(now.words())), "c2", "t13", "on-account-words"));
        } else if (now.readOnly()) {
            account.add(Parts.state("stale", "lock", Texts.of("inventory.readOnly")));
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("monitors.title") + " · Onair";
    }
}
