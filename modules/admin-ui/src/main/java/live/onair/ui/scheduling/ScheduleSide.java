package live.onair.ui.scheduling;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Outcome;
import live.onair.planning.Series;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.FirstSteps;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What stands beside the board: the chosen show, and what a move of it would change and meet. */
class ScheduleSide extends Div implements Board.Host {

    /** The page around. */
    interface Page {
        /** A show was chosen. */
        void chose(String show);

        /** Something was done to a show. */
        void settled(ShowRows.Show show);

        /** Something may have changed. */
        void refresh();

        /** The board. */
        Board board();

        /** What it shows. */
        BoardWeek week();
    }

    private final transient Shows shows;
    private final transient Gate gate;
    private final transient BoardMoves moves;
    private final transient ShowDialogs dialogs;
    private final transient Page page;
    private transient @Nullable Seen seen;
    private @Nullable ShowCard card;
    private transient Optional<FirstSteps> steps = Optional.empty();

    private record Seen(@Nullable String id, Optional<ShowRows.Show> show, List<Gate.Row> checks) {}

    ScheduleSide(Shows shows, Gate gate, BoardMoves moves, ShowDialogs dialogs, Page page) {
        this.shows = shows;
        this.gate = gate;
        this.moves = moves;
        this.dialogs = dialogs;
        this.page = page;
        addClassName("on-side");
        getElement().setAttribute("role", "complementary");
        getElement().setAttribute("aria-label", Texts.of("board.side"));
    }

    /** What somebody new sees while no show is chosen. */
    void before(FirstSteps firstSteps) {
        steps = Optional.of(firstSteps);
    }

    /** Draws the chosen show if it is another, or another than it was. */
    void draw(@Nullable String id) {
        Optional<ShowRows.Show> show = find(id);
        Seen now = new Seen(id, show, show.map(s -> gate.of(s.id())).orElse(List.of()));
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        removeAll();
        card = null;
        if (show.isPresent()) {
            ShowCard drawn = new ShowCard(show.get(), now.checks(), dialogs, page::settled);
            card = drawn;
            add(drawn);
        } else if (id == null) {
            steps.ifPresent(card -> {
                card.refresh();
                add(card);
            });
            add(Parts.empty(Texts.of("schedule.none"), Texts.of("schedule.none.why")));
            add(Parts.box("sec", Parts.text(Texts.of("board.keys"), "c3", "t12")));
        } else {
            add(Parts.empty(Texts.of("show.gone"), Texts.of("show.gone.why")));
        }
    }

    /** The show as the board has it; one of another week is read. */
    private Optional<ShowRows.Show> find(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        return page.week().find(id).or(() -> shows.find(id));
    }

    private void showMove(BoardMoves.@Nullable Answer answer) {
        ShowCard drawn = card;
        if (drawn != null) {
            drawn.showMove(answer == null ? null : new MoveCard(answer, ways(answer)));
        }
    }

    private MoveCard.Ways ways(BoardMoves.Answer answer) {
        return new MoveCard.Ways() {
            @Override
            public void dropAt(Instant start) {
                page.board().release();
                move(answer.show(), answer.show().version(), answer.spot().at(start));
            }

            @Override
            public void otherTime() {
                page.board().release();
                dialogs.move(answer.show(), page::settled);
            }

            @Override
            public void giveUp() {
                page.board().release();
                showMove(null);
                page.board().focus(answer.show().id());
            }
        };
    }

    @Override
    public void choose(String show) {
        page.chose(show);
    }

    @Override
    public void open(String show) {
        UI.getCurrent().navigate(ShowView.class, ShowView.of(show));
    }

    @Override
    public void card(String show) {
        page.chose(show);
        getElement().executeJs("const first = this.querySelector('#open-show'); if (first) first.focus();");
    }

    @Override
    public JsonObject foresee(String id, BoardMoves.Spot spot) {
        Optional<ShowRows.Show> show = find(id);
        if (show.isEmpty()) {
            return json(false, Texts.of("show.gone"));
        }
        BoardMoves.Answer answer = moves.foresee(show.get(), spot, page.week().channels());
        if (seen == null || !id.equals(seen.id())) {
            page.chose(id);
        }
        showMove(answer);
        JsonObject json = json(answer.isFree(), answer.title());
        JsonArray reasons = Json.createArray();
        answer.reasons().forEach(reason -> reasons.set(reasons.length(), reason));
        if (answer.isFree() && answer.losesApproval()) {
            reasons.set(0, Texts.of("board.losesApproval"));
        }
        json.put("reasons", reasons);
        Instant free = answer.free();
        if (free != null) {
            boolean sameDay = Times.day(free).equals(Times.day(spot.from()));
            json.put("free", BoardJson.wall(free));
            json.put("freeAt", sameDay ? Times.clock(free) : Times.brief(free));
            json.put("freeWords", Texts.of("board.freeFrom"));
        }
        return json;
    }

    private static JsonObject json(boolean ok, String title) {
        JsonObject json = Json.createObject();
        json.put("ok", ok);
        json.put("title", title);
        json.put("reasons", Json.createArray());
        return json;
    }

    @Override
    public Board.Drop drop(String id, int version, BoardMoves.Spot spot) {
        return find(id).map(show -> move(show, version, spot)).orElse(Board.Drop.REFUSED);
    }

    /** One of a series is asked about first, where nothing else is in its way. */
    private Board.Drop move(ShowRows.Show show, int version, BoardMoves.Spot spot) {
        BoardMoves.Answer answer = moves.foresee(show, spot, page.week().channels());
        boolean asks = answer.isFree()
                && moves.asks(show, scope -> page.board().answered(isDone(answer, version, scope)), () -> {
                    showMove(null);
                    page.board().answered(false);
                });
        if (asks) {
            return Board.Drop.ASKED;
        }
        return isDone(answer, version, Series.Scope.THIS) ? Board.Drop.DONE : Board.Drop.REFUSED;
    }

    /** What clashes is said in the card; a refusal that the card does not explain is said as one. */
    private boolean isDone(BoardMoves.Answer answer, int version, Series.Scope scope) {
        Outcome<?> outcome = moves.move(answer, version, scope, page::refresh);
        if (outcome.isDone()) {
            showMove(null);
            page.refresh();
            return true;
        }
        if (answer.isFree()) {
            Parts.refused(outcome.why());
        }
        showMove(answer.isFree() ? null : answer);
        return false;
    }

    @Override
    public void giveUp() {
        showMove(null);
    }

    @Override
    public void fixed(String id) {
        page.chose(id);
        Parts.done(Texts.of("board.fixed"));
    }

    @Override
    public void create(Instant start, @Nullable Instant end, @Nullable String channel) {
        LocalDateTime from = LocalDateTime.ofInstant(start, Times.SEOUL);
        Instant to = end == null ? start.plus(Duration.ofHours(1)) : end;
        dialogs.create(from, LocalDateTime.ofInstant(to, Times.SEOUL), channel, page::settled);
    }
}
