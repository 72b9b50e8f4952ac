package live.onair.ui.games;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameEnd;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Setup;
import live.onair.games.GameRows.Turnout;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** One game: what it is, where it stands, what viewers chose, and its buttons. */
final class GameLine extends Div {

    private final transient Game game;
    private final boolean may;
    private final Span rest = Parts.text("", "t12", "num");
    private final Span count = Parts.text("", "t12", "c2", "num");
    private final transient List<Div> bars = new ArrayList<>();
    private final transient List<Span> votes = new ArrayList<>();

    GameLine(Game game, boolean may, List<Button> hand) {
        this.game = game;
        this.may = may;
        addClassName("on-note-card");
        setClassName("cur", game.state() == GameState.OPEN);
        getElement()
                .setAttribute("data-game", game.id())
                .setAttribute("data-state", game.state().name());
        Setup setup = game.setup();
        Div words = Parts.box(
                "on-card-words", Parts.text(setup.question(), "b", "t13"), Parts.text(terms(game), "t12", "c2"));
        for (int i = 0; i < setup.choices().size(); i++) {
            words.add(choice(i));
        }
        words.add(Parts.box("row-s on-wrap", state(game), count, rest));
        Div buttons = Parts.box("row-s on-card-hand");
        for (Button button : hand) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            String label = button.getText() + ": " + setup.question();
            button.setAriaLabel(label);
            buttons.add(button);
        }
        add(words, buttons);
    }

    private Div choice(int i) {
        boolean right = game.setup().right().contains(i + 1);
        Div bar = Parts.box("on-game-bar");
        Span vote = Parts.text("", "t12", "num");
        String text = game.setup().choices().get(i);
        Div line = Parts.box(
                "on-game-choice",
                Parts.text(right ? Texts.of("games.rightOne", text) : text, "t12"),
                Parts.box("on-game-track", bar),
                vote);
        bars.add(bar);
        votes.add(vote);
        return line;
    }

    private static String terms(Game game) {
        Setup setup = game.setup();
        List<String> words =
                new ArrayList<>(List.of(Texts.pick(game.kind().ko(), game.kind().en())));
        if (game.kind() != GameKind.POLL) {
            words.add(setup.prize());
            words.add(
                    setup.winners() == null ? Texts.of("games.all") : Texts.of("games.winners.words", setup.winners()));
        }
        if (setup.minutes() != null) {
            words.add(Texts.of("games.minutes.words", setup.minutes()));
        }
        if (setup.seconds() != null) {
            words.add(Times.length(Duration.ofSeconds(setup.seconds())));
        }
        if (setup.once()) {
            words.add(Texts.of("games.once"));
        }
        return String.join(" · ", words);
    }

    private static Span state(Game game) {
        String word = Texts.pick(game.state().ko(), game.state().en());
        GameEnd end = game.course().end();
        return switch (game.state()) {
            case READY -> Parts.state("scheduled q", "scheduled", word);
            case OPEN -> Parts.state("ok q", "ok", word);
            case CLOSED ->
                Parts.state("ended q", "ended", end == null ? word : word + " · " + Texts.pick(end.ko(), end.en()));
            case SETTLED -> Parts.state("ended q", "ended", word);
        };
    }

    /** Whether it is drawn from the same: such a line stays, so that a press on its way finds its button. */
    boolean shows(Game now, boolean allowed) {
        return now.equals(game) && allowed == may;
    }

    /** What viewers chose until now. */
    void counted(Turnout tally) {
        set(count, Texts.of("games.entries", tally.entries()));
        for (int i = 0; i < bars.size() && i < tally.counts().size(); i++) {
            long share =
                    tally.entries() == 0 ? 0 : Math.round(100.0 * tally.counts().get(i) / tally.entries());
            bars.get(i).getStyle().set("width", share + "%");
            bars.get(i).getElement().setAttribute("data-share", String.valueOf(share));
            set(votes.get(i), Texts.of("games.votes", tally.counts().get(i), share));
        }
    }

    /** How long it is still open. */
    void tick(Instant now) {
        Instant until = game.state() == GameState.OPEN ? game.course().closesAt() : null;
        set(
                rest,
                until != null && now.isBefore(until)
                        ? Texts.of("offer.for", Times.length(Duration.between(now, until)))
                        : "");
    }

    private static void set(Span span, String words) {
        if (!span.getText().equals(words)) {
            span.setText(words);
        }
    }
}
