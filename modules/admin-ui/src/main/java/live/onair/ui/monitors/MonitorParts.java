package live.onair.ui.monitors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import live.onair.monitors.MonitorRows.BesideChannel;
import live.onair.monitors.MonitorRows.MonitorDeed;
import live.onair.monitors.MonitorRows.MonitorLook;
import live.onair.monitors.MonitorRows.MonitorOrder;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.MonitorRows.MonitorState;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The cells of the list of monitors. */
final class MonitorParts {

    private MonitorParts() {}

    static Component name(MonitorRow row) {
        Div cell = Parts.box(
                "on-thing",
                Parts.text(row.name(), "b", "t13", "on-thing-name"),
                Parts.text(row.id() + " · " + Texts.of("monitors.backend." + row.backend()), "c3", "t12"));
        String place = row.look().place();
        if (place != null) {
            cell.getElement().setAttribute("title", place);
        }
        return cell;
    }

    static Component channel(MonitorRow row) {
        BesideChannel channel = row.channel();
        if (channel == null) {
            return Parts.text(Texts.of("monitors.ownSource"), "c2", "t13");
        }
        Anchor link = new Anchor("channels?q=" + channel.id(), channel.name());
        link.setRouterIgnore(false);
        return link;
    }

    static Component state(MonitorRow row) {
        String word = Texts.pick(row.state().ko(), row.state().en());
        return switch (row.state()) {
            case READY -> Parts.state("ok", "ok", word);
            case UNSEEN, MAKING, CHANGING, LEAVING -> Parts.state("stale q", "running", word);
            case DRIFTED, MISSING, NOT_MADE -> Parts.state("warn", "warn", word);
            case FAULT -> Parts.state("fault q", "fault", word);
        };
    }

    /** What is wanted and, where it differs, what is there. */
    static Component retention(MonitorRow row) {
        Integer seen = row.look().hours();
        Div cell = Parts.box("on-thing", Parts.text(Texts.of("monitors.keeps", row.hours()), "t13"));
        if (seen == null) {
            cell.add(Parts.text(Texts.of("monitors.notThere"), "c3", "t12"));
        } else if (seen != row.hours()) {
            cell.add(Parts.text(Texts.of("monitors.reallyKeeps", seen), "t12"));
        }
        return cell;
    }

    /** Why it is not as wanted, and what was pressed last. */
    static Component why(MonitorRow row) {
        Div cell = Parts.box("on-thing on-monitor-why");
        MonitorLook look = row.look();
        String fault = look.fault();
        if (fault != null) {
            cell.add(Parts.text(
                    Texts.find("monitors.fault." + fault).orElseGet(() -> Texts.of("monitors.fault")), "t13"));
            cell.add(Parts.text(Texts.of("monitors.words", look.words() == null ? "" : look.words()), "c3", "t12"));
        } else {
            Texts.find("monitors.why." + row.state()).ifPresent(words -> cell.add(Parts.text(words, "t13")));
        }
        MonitorOrder order = row.order();
        boolean shownAsMade = order != null && order.deed() == MonitorDeed.MAKE && row.state() == MonitorState.READY;
        if (order != null && !shownAsMade) {
            String deed = Texts.of("monitors.deed." + order.deed());
            String what = order.pending()
                    ? Texts.of("monitors.order.pending", deed, order.by(), Times.seconds(order.at()))
                    : order.words() == null
                            ? Texts.of("monitors.order.done", deed, order.by(), Times.seconds(order.at()))
                            : Texts.of("monitors.order.not", deed, order.by(), order.words());
            cell.add(Parts.text(what, "t12", order.words() == null ? "c3" : "on-thing-failed"));
        }
        return cell;
    }
}
