package live.onair.ui.scheduling;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The board in the browser: a day or a week of shows that can be moved by mouse and by keys. Sends what has changed, never
 * all again, so that scroll, focus and a move in progress stay.
 */
@Tag("onair-board")
@JavaScript("context://vendor/event-calendar-5.10.1/event-calendar.min.js")
@JavaScript("context://console/board.js")
@StyleSheet("context://vendor/event-calendar-5.10.1/event-calendar.min.css")
class Board extends Component {

    /** What the board asks of its page. */
    interface Host {
        /** A show was chosen. */
        void choose(String show);

        /** The page of a show is wanted. */
        void open(String show);

        /** The card of a show is wanted, with the focus in it. */
        void card(String show);

        /** What a move would meet, in words. */
        JsonObject foresee(String show, BoardMoves.Spot spot);

        /** A show is to be moved; says what became of it. */
        Drop drop(String show, int version, BoardMoves.Spot spot);

        /** The move in progress is over and changed nothing. */
        void giveUp();

        /** A show that cannot be moved was taken hold of. */
        void fixed(String show);

        /** A new show is wanted there. */
        void create(Instant start, @Nullable Instant end, @Nullable String channel);
    }

    /** What becomes of a drop. */
    enum Drop {
        DONE,
        REFUSED,
        /** Somebody is asked; {@link Board#answered} follows. */
        ASKED
    }

    private final transient Host host;
    private final Map<String, String> sent = new LinkedHashMap<>();

    Board(Host host) {
        this.host = host;
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Texts.of("nav.schedule"));
        getElement().setAttribute("data-keys", Texts.of("board.help"));
    }

    /** Draws the board anew. */
    void draw(BoardPlace place, BoardWeek week, Instant now) {
        sent.clear();
        JsonArray all = Json.createArray();
        week.touching(place.first(), place.end())
                .filter(s -> place.shows(s.channel().id()))
                .forEach(s -> {
                    JsonObject json = BoardJson.show(s, week);
                    sent.put(s.id(), json.toJson());
                    all.set(all.length(), json);
                });
        getElement().callJsFunction("show", BoardJson.config(place, week, now), all);
    }

    /** Sends what differs from what was sent before. */
    void update(BoardPlace place, BoardWeek week) {
        Map<String, String> now = new LinkedHashMap<>();
        JsonArray changed = Json.createArray();
        for (ShowRows.Show show : week.touching(place.first(), place.end())
                .filter(s -> place.shows(s.channel().id()))
                .toList()) {
            JsonObject json = BoardJson.show(show, week);
            String text = json.toJson();
            now.put(show.id(), text);
            if (!text.equals(sent.get(show.id()))) {
                changed.set(changed.length(), json);
            }
        }
        JsonArray gone = Json.createArray();
        sent.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> gone.set(gone.length(), id));
        sent.clear();
        sent.putAll(now);
        if (changed.length() + gone.length() > 0) {
            getElement().callJsFunction("apply", changed, gone);
        }
    }

    /** Marks the chosen show and brings it into view. */
    void choose(@Nullable String show) {
        getElement().callJsFunction("choose", show, true);
    }

    /** Ends a move that is under way. */
    void release() {
        getElement().callJsFunction("giveUp");
    }

    /** Says what became of a drop that was asked about. */
    void answered(boolean done) {
        getElement().callJsFunction("answered", done);
    }

    /** Puts the focus back on a show. */
    void focus(String show) {
        getElement().callJsFunction("focusOn", show);
    }

    @ClientCallable
    private void chosen(String show) {
        host.choose(show);
    }

    @ClientCallable
    private void open(String show) {
        host.open(show);
    }

    @ClientCallable
    private void card(String show) {
        host.card(show);
    }

    @ClientCallable
    private JsonObject foresee(String show, String start, String end, String channel) {
        return host.foresee(show, BoardMoves.Spot.read(start, end, channel));
    }

    @ClientCallable
    private String drop(String show, int version, String start, String end, String channel) {
        return host.drop(show, version, BoardMoves.Spot.read(start, end, channel))
                .name();
    }

    @ClientCallable
    private void giveUp() {
        host.giveUp();
    }

    @ClientCallable
    private void fixed(String show) {
        host.fixed(show);
    }

    @ClientCallable
    private void create(String start, String end, String channel) {
        host.create(
                BoardJson.instant(start),
                end.isEmpty() ? null : BoardJson.instant(end),
                channel.isEmpty() ? null : channel);
    }
}
