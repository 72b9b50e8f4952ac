package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The week above the board: how many shows each day has and what is wrong with them; a day is chosen by pressing it. */
class WeekStrip extends Div {

    private static final int MOST = 2;

    private final Consumer<LocalDate> choose;
    private transient @Nullable Object shown;

    /** A count with its word, look and icon. */
    private record Mark(String style, String word) {}

    private record Day(LocalDate day, long shows, List<Mark> marks) {}

    private record Strip(LocalDate chosen, List<Day> days, String language) {}

    WeekStrip(Consumer<LocalDate> choose) {
        this.choose = choose;
        addClassNames("week", "on-week");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("board.week"));
    }

    void draw(BoardPlace place, BoardWeek week) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            days.add(day(week.monday().plusDays(i), place, week));
        }
        Strip now = new Strip(place.day(), days, Texts.locale().getLanguage());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        Div head = new Div(
                new Div(Texts.of("board.weekNumber", week.monday().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))),
                new Div(Texts.of(
                        "board.total", days.stream().mapToLong(Day::shows).sum())));
        add(head);
        days.forEach(day -> add(cell(day, day.day().equals(place.day()))));
    }

    private static Day day(LocalDate day, BoardPlace place, BoardWeek week) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List.of("air", "alarm", "blocked", "unapproved", "ready").forEach(kind -> counts.put(kind, 0));
        List<ShowRows.Show> shows = week.beginning(day)
                .filter(s -> place.shows(s.channel().id()) && s.state() != ShowState.CANCELLED)
                .toList();
        for (ShowRows.Show show : shows) {
            if (show.state() == ShowState.ON_AIR) {
                counts.merge("air", 1, Integer::sum);
            }
            String kind = switch (week.trouble(show)) {
                case ALARM -> "alarm";
                case BLOCKED -> "blocked";
                case UNAPPROVED -> "unapproved";
                case NONE -> show.state() == ShowState.APPROVED || show.state() == ShowState.STANDBY ? "ready" : "";
            };
            if (!kind.isEmpty()) {
                counts.merge(kind, 1, Integer::sum);
            }
        }
        List<Mark> marks = counts.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .limit(MOST)
                .map(e -> new Mark(style(e.getKey()), Texts.of("board.day." + e.getKey(), e.getValue())))
                .toList();
        return new Day(day, shows.size(), marks);
    }

    private static String style(String kind) {
        return switch (kind) {
            case "air" -> "onair";
            case "alarm" -> "fault";
            case "blocked" -> "warn";
            case "unapproved" -> "scheduled";
            default -> "ok";
        };
    }

    private NativeButton cell(Day day, boolean chosen) {
        NativeButton cell = new NativeButton();
        cell.addClickListener(e -> choose.accept(day.day()));
        cell.setClassName("on", chosen);
        cell.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        cell.getElement().setAttribute("data-day", day.day().toString());
        String name = day.day().getDayOfMonth() + " "
                + Texts.of("board.days").split(",")[day.day().getDayOfWeek().getValue() - 1];
        cell.add(Parts.text(name, "b"), new Span(" · " + Texts.of("board.count", day.shows())));
        Div marks = Parts.box("mini");
        day.marks().forEach(m -> {
            Span mark = Parts.state(m.style(), m.style(), m.word());
            mark.addClassName("q");
            marks.add(mark);
        });
        cell.add(marks);
        cell.getElement()
                .setAttribute(
                        "aria-label",
                        Times.day(day.day()) + ", " + Texts.of("board.count", day.shows())
                                + String.join(
                                        "",
                                        day.marks().stream()
                                                .map(m -> ", " + m.word())
                                                .toList()));
        return cell;
    }
}
