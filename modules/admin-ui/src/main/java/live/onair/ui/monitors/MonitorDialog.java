package live.onair.ui.monitors;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import live.onair.kernel.Outcome;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.Monitors;
import live.onair.scheduling.Channels;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.PlanCalls;
import live.onair.ui.PlanSheet;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Adds a monitor: its name, the channel it stands beside, for how long it keeps its pictures, and what will be called. */
final class MonitorDialog {

    private MonitorDialog() {}

    static void open(Monitors monitors, Channels channels, Runnable added) {
        String verb = Actions.label(Monitors.class, "monitors.create");
        TextField name = name();
        Select<String> channel = channel(channels);
        IntegerField hours = MonitorSheets.hours(Monitors.USUAL_HOURS);
        hours.setValueChangeMode(ValueChangeMode.EAGER);
        AtomicReference<String> id = new AtomicReference<>("");
        PlanSheet sheet = new PlanSheet(verb, verb, () -> plan(monitors, hours.getValue(), id), hash -> {
            Outcome<MonitorRow> made = monitors.create(new Monitors.NewMonitor(
                    name.getValue(), channel.getValue(), null, hours.getValue(), id.get(), hash));
            if (made.isDone()) {
                added.run();
            }
            return made;
        });
        hours.addValueChangeListener(e -> sheet.renew());
        sheet.named("monitor-done").with(name, channel, hours).shown();
        name.focus();
    }

    private static Outcome<PlanSheet.Shown> plan(
            Monitors monitors, @Nullable Integer hours, AtomicReference<String> id) {
        return monitors.planNew(hours == null ? 0 : hours).map(plan -> {
            id.set(plan.monitor());
            return new PlanSheet.Shown(
                    plan.hash(), PlanCalls.ofWish(plan.calls(), List.of(), plan.permissions(), plan.expiresAt()));
        });
    }

    private static TextField name() {
        TextField name = new TextField(Texts.of("monitors.name"));
        name.setId("monitor-name");
        Help.on(name, "monitors.name");
        name.setWidthFull();
        return name;
    }

    private static Select<String> channel(Channels channels) {
        List<Channels.Row> rows =
                channels.list().stream().filter(row -> !row.archived()).toList();
        List<String> ids = new ArrayList<>(List.of(""));
        rows.forEach(row -> ids.add(row.id()));
        Select<String> channel = new Select<>();
        channel.setId("monitor-channel");
        channel.setLabel(Texts.of("monitors.channel"));
        Help.on(channel, "monitors.channel");
        channel.setWidthFull();
        channel.setItems(ids);
        channel.setItemLabelGenerator(id -> rows.stream()
                .filter(row -> row.id().equals(id))
                .map(Channels.Row::name)
                .findFirst()
                .orElseGet(() -> Texts.of("monitors.ownSource")));
        channel.setValue("");
        return channel;
    }
}
