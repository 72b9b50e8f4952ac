package live.onair.ui.monitors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.function.BiFunction;
import live.onair.kernel.Outcome;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.MonitorRows.Planned;
import live.onair.monitors.Monitors;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.PlanCalls;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The sheets before a monitor is changed or removed: the exact calls, what is lost, and what they need. */
final class MonitorSheets {

    private MonitorSheets() {}

    /** Asks for how long, then shows the plan. */
    static void retain(Monitors monitors, MonitorRow row, Runnable done) {
        String verb = Actions.label(Monitors.class, "monitors.retain");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("440px");
        IntegerField hours = hours(row.hours());
        Button next = Parts.primary(Texts.of("monitors.toPlan"), "right");
        next.setId("monitor-to-plan");
        next.addClickListener(e -> {
            Integer wanted = hours.getValue();
            Outcome<Planned> planned = monitors.plan(row.id(), wanted == null ? 0 : wanted);
            if (Parts.showed(planned)) {
                dialog.close();
                sheet(
                        verb,
                        row,
                        planned.orThrow(),
                        done,
                        (hash, why) -> monitors.retain(row.id(), wanted, new Monitors.Approval(hash, why)));
            }
        });
        dialog.add(hours);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), next);
        dialog.open();
        hours.focus();
    }

    /** Shows the plan of taking it away. */
    static void remove(Monitors monitors, MonitorRow row, Runnable done) {
        Outcome<Planned> planned = monitors.plan(row.id(), null);
        if (Parts.showed(planned)) {
            String verb = Actions.label(Monitors.class, "monitors.remove");
            sheet(
                    verb,
                    row,
                    planned.orThrow(),
                    done,
                    (hash, why) -> monitors.remove(row.id(), new Monitors.Approval(hash, why)));
        }
    }

    /** How long pictures are kept. */
    static IntegerField hours(int value) {
        IntegerField hours = new IntegerField(Texts.of("monitors.hours"));
        hours.setId("monitor-hours");
        Help.on(hours, "monitors.hours");
        hours.setWidthFull();
        hours.setValue(value);
        return hours;
    }

    private static void sheet(
            String verb,
            MonitorRow row,
            Planned planned,
            Runnable done,
            BiFunction<String, String, Outcome<MonitorRow>> act) {
        Sheet sheet = new Sheet(verb, row.name(), (typed, reason) -> {
            Outcome<MonitorRow> outcome = act.apply(planned.hash(), reason);
            if (outcome.isDone()) {
                Parts.done(Texts.of("monitors.asked", row.name()));
                done.run();
            }
            return outcome;
        });
        sheet.plan(before(row), after(planned), hurts(row, planned.hours()), Texts.of(back(row, planned.hours())));
        if (planned.seenAt() == null) {
            sheet.add(Parts.text(Texts.of("monitors.noCall"), "t13"));
        } else {
            sheet.add(PlanCalls.of(
                    planned.calls(), List.of(), planned.permissions(), planned.seenAt(), planned.expiresAt()));
        }
        sheet.open();
    }

    private static String before(MonitorRow row) {
        Integer seen = row.look().hours();
        return seen == null ? Texts.of("monitors.nothing") : Texts.of("monitors.keeps", seen);
    }

    private static String after(Planned planned) {
        if (planned.hours() != null) {
            return Texts.of("monitors.keeps", planned.hours());
        }
        return Texts.of(planned.seenAt() == null ? "monitors.nothing" : "monitors.gone");
    }

    private static String hurts(MonitorRow row, @Nullable Integer hours) {
        if (row.look().hours() == null) {
            return Texts.of("monitors.hurts.nothing");
        }
        return Texts.of(
                hours == null
                        ? "monitors.hurts.remove"
                        : hours < row.look().hours() ? "monitors.hurts.less" : "monitors.hurts.nothing");
    }

    private static String back(MonitorRow row, @Nullable Integer hours) {
        boolean loses = row.look().hours() != null
                && (hours == null || hours < row.look().hours());
        return loses ? "monitors.noBack" : "monitors.back";
    }
}
