package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import live.onair.audit.AuditLog;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ClockHold;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Reasons;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Channels with their keys and signals; studios, hosts, and what the gate requires. */
@Route(value = "channels", layout = Shell.class)
@PermitAll
@Dependent
class ChannelsView extends Div implements HasDynamicTitle {

    private final transient Channels channels;
    private final transient Encoders encoders;
    private final transient Pulse pulse;
    private final transient Resources resources;
    private final transient Gate gate;
    private final transient ClockHold clockHold;
    private final transient AuditLog log;
    private final Grid<Channels.Row> grid = new Grid<>();
    private final Div people = Parts.box("on-columns on-whole");

    @Inject
    ChannelsView(
            Channels channels,
            Encoders encoders,
            Resources resources,
            Gate gate,
            ClockHold clockHold,
            AuditLog log,
            Pulse pulse) {
        this.log = log;
        this.channels = channels;
        this.encoders = encoders;
        this.pulse = pulse;
        this.resources = resources;
        this.gate = gate;
        this.clockHold = clockHold;
        addClassName("on-page");
        Button create =
                Actions.button(Channels.class, "channels.create", () -> ChannelDialog.open(channels, this::refresh));
        Button confirm = Actions.button(ClockHold.class, "clock.confirm", () -> Parts.showed(this.clockHold.confirm()));
        confirm.setVisible(confirm.isVisible() && clockHold.current().held());
        columns();
        add(Parts.box("tool", new H1(Texts.of("nav.channels")), Parts.box("push"), confirm, create), grid, people);
        refresh();
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setAllRowsVisible(true);
        grid.setId("channel-list");
        grid.addColumn(Channels.Row::id).setHeader("ID").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(Channels.Row::name).setHeader(Texts.of("channel.name")).setWidth("84px");
        grid.addColumn(c -> {
                    ShowRows.Named studio = c.studio();
                    return studio == null ? "—" : studio.name();
                })
                .setHeader(Texts.of("show.studio"))
                .setWidth("84px");
        grid.addColumn(c -> ChannelDialog.word(c.backend()))
                .setHeader(Texts.of("channel.backend"))
                .setAutoWidth(true);
        grid.addColumn(c -> Times.length(c.warmUp()) + " / " + Times.length(c.grace()))
                .setHeader(Texts.of("channel.times"));
        grid.addColumn(ChannelsView::key).setHeader(Texts.of("encoder.key")).setWidth("72px");
        grid.addColumn(ChannelsView::signal)
                .setHeader(Texts.of("encoder.signal"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static String key(Channels.Row channel) {
        if (!ChannelDialog.takesOurKeys(channel.backend())) {
            return "AWS";
        }
        return channel.keys().isEmpty()
                ? Texts.of("channel.noKey")
                : channel.keys().get(0).mark() + "…";
    }

    private static String signal(Channels.Row channel) {
        Channels.Signal s = channel.signal();
        if (s == null) {
            return Texts.of("wall.noSample");
        }
        if (s.connected() && s.width() == 0) {
            return Texts.of("inputs.there");
        }
        return s.connected()
                ? "%d×%d · %,d kbps".formatted(s.width(), s.height(), s.videoKbps())
                : Texts.of("output." + s.output());
    }

    private Component buttons(Channels.Row channel) {
        Button inputs = Actions.button(
                Channels.class,
                "channels.inputRules",
                () -> InputRulesDialog.open(channels, encoders, channel, this::refresh));
        inputs.setVisible(inputs.isVisible() && ChannelDialog.makesSecondInput(channel.backend()));
        return Parts.box(
                "row",
                ConnectionDialog.button(channel, encoders, pulse),
                inputs,
                Actions.button(
                        Channels.class,
                        "channels.change",
                        () -> ask("channels.change", Channels.class, name -> {
                            if (Parts.showed(channels.change(
                                    new Channels.Change(channel.id(), channel.version(), name, null, null, null)))) {
                                refresh();
                            }
                        })),
                archive(Channels.class, "channels.archive", channel.name(), () -> channels.archive(channel.id())),
                History.button(log, channel.id(), channel.name()));
    }

    /** There is no way back: asked first. */
    private Button archive(Class<?> facade, String id, String name, Supplier<Outcome<?>> act) {
        return Actions.button(
                facade,
                id,
                () -> Reasons.certain(Actions.label(facade, id), Texts.of("certain.archive", name), () -> {
                    if (Parts.showed(act.get())) {
                        refresh();
                    }
                }));
    }

    private static void ask(String id, Class<?> facade, java.util.function.Consumer<String> then) {
        Reasons.text(Actions.label(facade, id), Texts.of("resource.name"), then);
    }

    private void refresh() {
        grid.setItems(channels.list());
        people.removeAll();
        people.add(
                list("resource.studios", Resources.Kind.STUDIO, "studios.create"),
                list("resource.hosts", Resources.Kind.HOST, "hosts.create"),
                checks());
    }

    private Div list(String title, Resources.Kind kind, String create) {
        Div pane = Parts.box(
                "pane grow",
                Parts.box(
                        "ph2",
                        new H2(Texts.of(title)),
                        Parts.box("push"),
                        Actions.button(
                                Resources.class,
                                create,
                                () -> ask(create, Resources.class, name -> {
                                    if (Parts.showed(
                                            kind == Resources.Kind.STUDIO
                                                    ? resources.createStudio(name)
                                                    : resources.createHost(name))) {
                                        refresh();
                                    }
                                }))));
        resources.list(kind).forEach(row -> pane.add(line(row)));
        return pane;
    }

    private Div line(Resources.Row row) {
        return Parts.box(
                "on-line row",
                Parts.text(row.name(), "b"),
                Parts.text(row.id(), "c3", "t12"),
                Parts.box("push"),
                Actions.button(
                        Resources.class,
                        "resources.rename",
                        () -> ask("resources.rename", Resources.class, name -> {
                            if (Parts.showed(resources.rename(row.id(), row.version(), name))) {
                                refresh();
                            }
                        })),
                archive(Resources.class, "resources.archive", row.name(), () -> resources.archive(row.id())),
                History.button(log, row.id(), row.name()));
    }

    private Div checks() {
        Div pane = Parts.box("pane grow", Parts.box("ph2", new H2(Texts.of("gate.checks"))));
        gate.checks()
                .forEach(check -> pane.add(Parts.box(
                        "on-line row",
                        Parts.text(Texts.pick(check.ko(), check.en()), "b"),
                        Parts.text(Texts.of(check.required() ? "gate.required" : "gate.advisory"), "c2", "t12"),
                        Parts.box("push"),
                        Actions.button(Gate.class, "gate.require", () -> RequireDialog.open(check, gate)))));
        return pane;
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.channels") + " · Onair";
    }
}
