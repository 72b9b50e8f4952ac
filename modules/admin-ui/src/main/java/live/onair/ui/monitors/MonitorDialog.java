package live.onair.ui.monitors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Plan;
import live.onair.monitors.Monitors;
import live.onair.scheduling.Channels;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Adds a monitor: its name, the channel it stands beside, for how long it keeps its pictures, and what will be called. */
final class MonitorDialog {

    private MonitorDialog() {}

    static void open(Monitors monitors, Channels channels, Runnable added) {
        String verb = Actions.label(Monitors.class, "monitors.create");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("560px");
        TextField name = name();
        Select<String> channel = channel(channels);
        IntegerField hours = MonitorSheets.hours(Monitors.USUAL_HOURS);
        Div calls = Parts.box("on-calls");
        calls.setId("monitor-calls");
        hours.setValueChangeMode(ValueChangeMode.EAGER);
        hours.addValueChangeListener(e -> draw(calls, monitors, e.getValue()));
        draw(calls, monitors, hours.getValue());
        Button done = Parts.primary(verb, "check");
        done.setId("monitor-done");
        done.addClickListener(e -> {
            Integer kept = hours.getValue();
            Monitors.NewMonitor wanted =
                    new Monitors.NewMonitor(name.getValue(), channel.getValue(), null, kept == null ? 0 : kept);
            if (Parts.showed(monitors.create(wanted))) {
                dialog.close();
                added.run();
            }
        });
        dialog.add(Parts.box("col on-gap", name, channel, hours, calls));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
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

    private static void draw(Div calls, Monitors monitors, @org.jspecify.annotations.Nullable Integer hours) {
        calls.removeAll();
        List<Plan.Call> all = hours == null ? List.of() : monitors.foresee(hours);
        calls.add(Parts.text(
                all.isEmpty() ? Texts.of("monitors.noPlan") : Texts.of("plan.calls", all.size()), "b", "t13"));
        for (Plan.Call call : all) {
            calls.add(Parts.box(
                    "on-call",
                    Parts.text(call.service() + " " + call.operation(), "b", "t13"),
                    Parts.text(call.request(), "on-call-request", "t12"),
                    Parts.text(Texts.of("plan.permissions", String.join(", ", call.permissions())), "c2", "t12")));
        }
        calls.add(Parts.text(Texts.of("monitors.placeholder"), "c2", "t12"));
        calls.add(Parts.text(Texts.of("plan.cost"), "c2", "t12"));
    }
}
