package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.stream.Collectors;
import live.onair.kernel.Outcome;
import live.onair.planning.Series;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** A series beside one of its shows: its pattern and its occurrences, and how to add to it or end it. */
public final class SeriesPane extends Div {

    SeriesPane(Series series, Series.Row row, String here, Runnable then) {
        addClassName("sec");
        String days = row.weekdays().stream().sorted().map(day -> name(day)).collect(Collectors.joining(", "));
        add(
                new H3(Texts.of("series.title", row.id())),
                Parts.text(Texts.of("series.pattern", row.everyWeeks(), days), "c2", "t13"));
        for (Series.Occurrence occurrence : row.occurrences()) {
            add(line(occurrence, here));
        }
        if (row.endedAt() != null) {
            add(Parts.text(Texts.of("series.ended", Times.brief(row.endedAt())), "c3", "t12"));
            return;
        }
        Button extend = Actions.button(
                Series.class,
                "series.extend",
                () -> Reasons.text(Actions.label(Series.class, "series.extend"), Texts.of("series.more"), typed -> {
                    Outcome<Series.Made> made = series.extend(new Series.More(row.id(), null, number(typed), false));
                    if (Parts.showed(made)) {
                        then.run();
                    }
                }));
        Button end = Actions.button(Series.class, "series.end", () -> {
            if (Parts.showed(series.end(row.id()))) {
                then.run();
            }
        });
        add(Parts.box("row on-wrap on-series-acts", extend, end));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Texts.locale());
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static Div line(Series.Occurrence occurrence, String here) {
        boolean current = occurrence.show().equals(here);
        Anchor link = new Anchor("shows/" + occurrence.show(), Times.brief(occurrence.startsAt()));
        Div line = Parts.box("on-line row t13", link);
        if (current) {
            line.add(Parts.text(Texts.of("series.here"), "tag"));
            link.getElement().setAttribute("aria-current", "true");
        }
        if (occurrence.detached()) {
            line.add(Parts.text(Texts.of("series.detached"), "tag"));
        }
        line.add(
                Parts.box("push"),
                Parts.text(
                        Texts.pick(occurrence.state().ko(), occurrence.state().en()), "c2", "t12"));
        return line;
    }
}
