package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** One day by channel: time runs down, a column per channel headed by its studio. */
class Board extends Div {

    private static final int HOUR = 68;
    private static final int SHORTEST = 34;

    private final Consumer<String> select;

    Board(Consumer<String> select) {
        this.select = select;
        addClassName("on-board");
        getStyle().set("min-height", 24 * HOUR + 52 + "px");
    }

    void draw(
            LocalDate day,
            List<Channels.Row> channels,
            List<ShowRows.Show> shows,
            Instant now,
            @Nullable String chosen) {
        removeAll();
        getStyle().set("--columns", String.valueOf(Math.max(1, channels.size())));
        add(head(channels), body(day, channels, shows, now, chosen));
    }

    private static Div head(List<Channels.Row> channels) {
        Div head = Parts.box("on-board-head", Parts.box("corner"));
        for (Channels.Row channel : channels) {
            ShowRows.Named studio = channel.studio();
            Div cell = Parts.box(
                    "cell",
                    Parts.text(channel.name(), "b", "t13", "one"),
                    Parts.text(
                            studio == null ? channel.id() : studio.name() + " · " + channel.id(), "c3", "t12", "one"));
            head.add(cell);
        }
        return head;
    }

    private Div body(
            LocalDate day,
            List<Channels.Row> channels,
            List<ShowRows.Show> shows,
            Instant now,
            @Nullable String chosen) {
        Instant midnight = day.atStartOfDay(Times.SEOUL).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(Times.SEOUL).toInstant();
        Div axis = Parts.box("axis");
        for (int hour = 1; hour < 24; hour++) {
            Span label = new Span("%02d:00".formatted(hour));
            label.getStyle().set("top", hour * HOUR + "px");
            axis.add(label);
        }
        Div body = Parts.box("on-board-body", axis);
        body.getStyle().set("height", 24 * HOUR + "px");
        for (Channels.Row channel : channels) {
            Div lane = Parts.box("lane");
            lane.getElement().setAttribute("data-channel", channel.id());
            shows.stream()
                    .filter(s -> s.channel().id().equals(channel.id()))
                    .forEach(s -> lane.add(event(s, midnight, end, s.id().equals(chosen))));
            body.add(lane);
        }
        if (!now.isBefore(midnight) && now.isBefore(end)) {
            body.add(nowLine(midnight, now));
        }
        return body;
    }

    private static Div nowLine(Instant midnight, Instant now) {
        Div line = Parts.box("nowl");
        line.setId("now-line");
        line.getStyle().set("top", pixels(Duration.between(midnight, now)) + "px");
        line.getElement().appendChild(new com.vaadin.flow.dom.Element("b").setText(Times.clock(now)));
        return line;
    }

    private static long pixels(Duration since) {
        return since.toSeconds() * HOUR / 3600;
    }

    private NativeButton event(ShowRows.Show show, Instant midnight, Instant end, boolean chosen) {
        Instant from = show.startsAt().isBefore(midnight) ? midnight : show.startsAt();
        Instant to = show.endsAt().isAfter(end) ? end : show.endsAt();
        long height = Math.max(SHORTEST, pixels(Duration.between(from, to)) - 2);
        NativeButton block = new NativeButton();
        block.addClassNames("ev", Badges.style(show.state()));
        block.setClassName("selv", chosen);
        block.setClassName("on-short", height < 60);
        block.getStyle()
                .set("top", pixels(Duration.between(midnight, from)) + "px")
                .set("height", height + "px");
        Span state = Badges.of(show.state());
        state.addClassName("q");
        block.add(
                Parts.box("row-s one", state, Parts.text(Times.range(show.startsAt(), show.endsAt()), "t12")),
                Parts.text(show.title(), "tt"));
        if (height >= 60) {
            block.add(Parts.text(people(show), "mt"));
        }
        block.getElement().setAttribute("data-begins", !show.startsAt().isBefore(midnight));
        block.getElement().setAttribute("data-show", show.id());
        block.getElement()
                .setAttribute(
                        "aria-label",
                        Badges.word(show.state()) + " " + Times.range(show.startsAt(), show.endsAt()) + " "
                                + show.title());
        block.addClickListener(e -> select.accept(show.id()));
        return block;
    }

    private static String people(ShowRows.Show show) {
        return show.hosts().isEmpty()
                ? Texts.of("show.noHost")
                : String.join(
                        ", ", show.hosts().stream().map(ShowRows.Named::name).toList());
    }

    /** Shows the present, or the first show of another day, once the browser has laid the board out. */
    void scrollToNow() {
        getElement()
                .executeJs("requestAnimationFrame(() => requestAnimationFrame(() => {"
                        + "const n = this.querySelector('#now-line') || this.querySelector('.ev[data-begins]') || this.querySelector('.ev');"
                        + "if (n) this.parentElement.scrollTop = Math.max(0, n.offsetTop - 200); }))");
    }
}
