package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import live.onair.scheduling.Channels;
import live.onair.scheduling.StreamMarks;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The marks in a show's stream with what became of each, and the button that puts one. */
final class StreamMarksPane extends Div {

    private static final int PAGE = 20;

    private final String show;
    private final Div list = Parts.box("on-stream-marks");
    private final Span idle = Parts.text(Texts.of("streamMarks.idle"), "c2", "t13");
    private final Button put;
    private List<StreamMarks.Row> rows = List.of();
    private int most = PAGE;

    StreamMarksPane(StreamMarks marks, String show, Runnable then) {
        this.show = show;
        addClassName("sec");
        setId("stream-marks");
        put = Actions.button(StreamMarks.class, "streamMarks.put", () -> StreamMarkDialog.open(marks, show, then));
        add(
                new H3(Texts.of("streamMarks.head")),
                Parts.text(Texts.of("streamMarks.what"), "c2", "t13"),
                Parts.box("row on-wrap", put, idle),
                list);
        draw();
    }

    /** Shows the marks as they are now; nothing that is unchanged is drawn again. */
    void refresh(List<StreamMarks.Row> now, Channels.Row channel) {
        Channels.Signal signal = channel.signal();
        boolean runs =
                signal != null && show.equals(signal.show()) && signal.state().equals("RUNNING");
        boolean allowed = Actions.isAllowed(StreamMarks.class, "streamMarks.put");
        put.setVisible(allowed && runs);
        idle.setVisible(allowed && !runs);
        if (!now.equals(rows)) {
            rows = now;
            draw();
        }
    }

    private void draw() {
        list.removeAll();
        if (rows.isEmpty()) {
            list.add(Parts.text(Texts.of("streamMarks.none"), "c2", "t13"));
            return;
        }
        rows.stream().limit(most).forEach(row -> list.add(line(row)));
        if (rows.size() > most) {
            Button more = new Button(Texts.of("streamMarks.more", rows.size() - most), e -> {
                most += PAGE;
                draw();
            });
            more.setId("stream-marks-more");
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            list.add(more);
        }
    }

    private static Div line(StreamMarks.Row row) {
        Div line = Parts.box(
                "on-stream-mark",
                Parts.text(Times.seconds(row.askedAt()), "mono", "t12", "c2"),
                Parts.text(word(row.kind()), "tag"),
                Parts.text(words(row.payload()), "t13", "on-stream-words"),
                Parts.text(row.askedBy(), "c3", "t12"),
                state(row));
        StreamMarks.Failure failure = row.failure();
        if (failure != null) {
            line.add(Parts.text(Texts.pick(failure.ko(), failure.en()), "c2", "t12", "wide"));
        }
        line.getElement().setAttribute("data-mark", row.id().toString());
        return line;
    }

    private static Span state(StreamMarks.Row row) {
        return switch (row.state()) {
            case WAITING -> Parts.state("standby q", "standby", Texts.of("streamMarks.waiting"));
            case IN_STREAM ->
                Parts.state(
                        "ok q", "ok", Texts.of("streamMarks.there", row.at() == null ? "" : Times.seconds(row.at())));
            case FAILED -> Parts.state("fault q", "fault", Texts.of("streamMarks.failed"));
        };
    }

    static String word(String kind) {
        return Texts.find("streamMarks.kind." + kind).orElse(kind);
    }

    /** Its text, or all that it carries. */
    private static String words(String payload) {
        try (var reader = Json.createReader(new StringReader(payload))) {
            JsonObject carried = reader.readObject();
            return carried.isEmpty() ? "–" : carried.getString("text", payload);
        }
    }
}
