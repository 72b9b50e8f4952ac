package live.onair.ui.games;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Setup;
import live.onair.games.GameRows.Turnout;
import live.onair.games.Games;
import live.onair.games.Games.GameChange;
import live.onair.games.Games.GameTerms;
import live.onair.games.Winners;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ShowState;
import live.onair.ui.Actions;
import live.onair.ui.Asking;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import live.onair.ui.adreview.ClaimAsk;

/** The games of a show, a line each, with their buttons. */
public final class GamesPane extends Div {

    private final transient Games games;
    private final transient Winners winners;
    private final String show;
    private final transient Pulse pulse;
    private final H2 title = new H2();
    private final Button add;
    private final Div list = Parts.box("on-cards");
    private final Div empty = Parts.empty(Texts.of("games.none"), Texts.of("games.none.why"));
    private final transient Map<String, GameLine> lines = new HashMap<>();

    /** Draws itself anew when something has changed. */
    public GamesPane(Games games, Winners winners, String show, Pulse pulse) {
        this.games = games;
        this.winners = winners;
        this.show = show;
        this.pulse = pulse;
        addClassNames("pane", "on-cards-pane");
        setId("games");
        add = Actions.button(Games.class, "games.add", this::adding);
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(Parts.box("ph2 on-wrap", title, Parts.box("push"), add), list);
        refresh();
        pulse.every(this, this::refresh);
    }

    /** Where the show stands: to one that is over nothing is added. */
    public void stands(ShowState state) {
        add.setVisible(Actions.isAllowed(Games.class, "games.add") && !state.isOver());
    }

    private void refresh() {
        List<Game> now = games.of(show);
        title.setText(Texts.of("games.title", now.size()));
        boolean may = Actions.isAllowed(Games.class, "games.change");
        Map<String, GameLine> before = new HashMap<>(lines);
        lines.clear();
        List<GameLine> wanted = new ArrayList<>();
        for (Game game : now) {
            GameLine there = before.get(game.id());
            GameLine line = there != null && there.shows(game, may) ? there : new GameLine(game, may, hand(game));
            lines.put(game.id(), line);
            wanted.add(line);
        }
        if (wanted.isEmpty() || !wanted.equals(list.getChildren().toList())) {
            drawn(wanted);
        }
        if (!now.isEmpty()) {
            for (Turnout turnout : games.tallies(show)) {
                GameLine line = lines.get(turnout.game());
                if (line != null) {
                    line.counted(turnout);
                }
            }
        }
        lines.values().forEach(line -> line.tick(pulse.now()));
    }

    private void drawn(List<GameLine> wanted) {
        if (wanted.isEmpty() && empty.getParent().isPresent()) {
            return;
        }
        list.removeAll();
        list.add(wanted.isEmpty() ? List.of(empty) : List.copyOf(wanted));
    }

    private List<Button> hand(Game game) {
        List<Button> hand = new ArrayList<>();
        press(game).ifPresent(button -> hand.add(named(game, "press", button)));
        if (game.state() == GameState.READY) {
            hand.add(named(game, "change", Actions.button(Games.class, "games.change", () -> changing(game))));
        } else if (game.kind() != GameKind.POLL) {
            Button who = new Button(Texts.of("winners.show"), e -> WinnersDialog.open(winners, game));
            hand.add(named(game, "winners", who));
        }
        if (game.state() != GameState.OPEN) {
            hand.add(named(game, "remove", Actions.button(Games.class, "games.remove", () -> removing(game))));
        }
        return hand;
    }

    /** What comes next with it. */
    private Optional<Button> press(Game game) {
        return switch (game.state()) {
            case READY ->
                Optional.of(Actions.button(
                        Games.class,
                        "games.open",
                        () -> ClaimAsk.press(
                                () -> games.open(show, game.id()), outcome -> act(outcome, "games.opened"))));
            case OPEN ->
                Optional.of(Actions.button(
                        Games.class, "games.close", () -> act(games.close(show, game.id()), "games.closed")));
            case CLOSED ->
                game.kind() == GameKind.POLL
                        ? Optional.empty()
                        : Optional.of(Actions.button(Games.class, "games.settle", () -> settling(game)));
            case SETTLED -> Optional.empty();
        };
    }

    private static Button named(Game game, String word, Button button) {
        button.setId("game-" + word + "-" + game.id());
        if (!word.equals("press")) {
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        }
        return button;
    }

    private void act(Outcome<Game> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words, outcome.orThrow().setup().question()));
        }
        refresh();
    }

    /** It cannot be taken back: what will be told stands before it is. */
    private void settling(Game game) {
        Setup setup = game.setup();
        Integer drawn = setup.winners();
        Div plan = Parts.box(
                "col",
                Parts.text(setup.question(), "b"),
                Parts.text(Texts.of("games.entries", games.tally(game.id()).entries()), "num"),
                Parts.text(
                        setup.prize() + " · "
                                + (drawn == null ? Texts.of("games.all") : Texts.of("games.winners.words", drawn)),
                        "num"),
                Parts.text(Texts.of("games.settle.final"), "c2", "t13"));
        Asking.of(Actions.label(Games.class, "games.settle"), "game-settle", plan, () -> {
            Outcome<Game> outcome = games.settle(show, game.id());
            act(outcome, "games.settled");
            return outcome.isDone();
        });
    }

    private void adding() {
        GameDialog.open(
                Actions.label(Games.class, "games.add"),
                null,
                terms -> kept(games.add(show, terms), "games.added", added -> games.remove(added.id())));
    }

    private void changing(Game game) {
        GameDialog.open(
                Actions.label(Games.class, "games.change"),
                game,
                terms -> kept(
                        games.change(game.id(), new GameChange(game.version(), terms)),
                        "games.changed",
                        after -> games.change(game.id(), new GameChange(after.version(), terms(game)))));
    }

    private static GameTerms terms(Game game) {
        Setup setup = game.setup();
        return new GameTerms(
                game.kind(),
                setup.question(),
                setup.choices(),
                setup.right(),
                setup.prize(),
                setup.winners(),
                setup.minutes(),
                setup.seconds(),
                setup.changeable(),
                setup.live(),
                setup.once());
    }

    private void removing(Game game) {
        Outcome<Game> outcome = games.remove(game.id());
        if (Parts.showed(outcome)) {
            undo(Texts.of("games.removed", game.setup().question()), () -> games.restore(game.id()));
        }
        refresh();
    }

    private Outcome<Game> kept(Outcome<Game> outcome, String words, Function<Game, Outcome<?>> back) {
        if (outcome instanceof Outcome.Done<Game> done) {
            refresh();
            undo(Texts.of(words, done.value().setup().question()), () -> back.apply(done.value()));
        }
        return outcome;
    }

    private void undo(String words, Supplier<Outcome<?>> back) {
        Undo.offer(words, back::get, this::refresh);
    }
}
