package live.onair.ui.games;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.Setup;
import live.onair.games.Games.GameTerms;
import live.onair.kernel.Outcome;
import live.onair.ui.Asking;
import live.onair.ui.Help;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** Writes a game, or writes one anew. */
final class GameDialog {

    private final Select<GameKind> kind = new Select<>();
    private final TextField question = new TextField(Texts.of("games.question"));
    private final TextArea choices = new TextArea(Texts.of("games.choices"));
    private final CheckboxGroup<Integer> right = new CheckboxGroup<>(Texts.of("games.right"));
    private final TextField prize = new TextField(Texts.of("games.prize"));
    private final IntegerField winners = new IntegerField(Texts.of("games.winners"));
    private final IntegerField minutes = new IntegerField(Texts.of("games.minutes"));
    private final IntegerField seconds = new IntegerField(Texts.of("games.seconds"));
    private final Checkbox changeable = new Checkbox(Texts.of("games.changeable"));
    private final Checkbox live = new Checkbox(Texts.of("games.live"), true);
    private final Checkbox once = new Checkbox(Texts.of("games.once"));

    private GameDialog() {
        kind.setLabel(Texts.of("games.kind"));
        kind.setItems(GameKind.values());
        kind.setItemLabelGenerator(one -> Texts.pick(one.ko(), one.en()));
        kind.addValueChangeListener(e -> kind(e.getValue()));
        choices.addValueChangeListener(e -> choices());
        choices.setValueChangeMode(ValueChangeMode.EAGER);
        right.setItemLabelGenerator(one -> {
            List<String> lines = lines();
            return one <= lines.size() ? lines.get(one - 1) : "";
        });
        question.setMaxLength(120);
        prize.setMaxLength(80);
        ids();
        Help.on(choices, "games.choices");
        Help.on(winners, "games.winners");
        Help.on(seconds, "games.seconds");
        kind.setValue(GameKind.POLL);
    }

    private void ids() {
        kind.setId("game-kind");
        question.setId("game-question");
        choices.setId("game-choices");
        right.setId("game-right");
        prize.setId("game-prize");
        winners.setId("game-winners");
        minutes.setId("game-minutes");
        seconds.setId("game-seconds");
        changeable.setId("game-changeable");
        live.setId("game-live");
        once.setId("game-once");
    }

    private void kind(GameKind wanted) {
        boolean poll = wanted == GameKind.POLL;
        choices.setVisible(wanted.hasChoices());
        right.setVisible(wanted == GameKind.QUIZ);
        prize.setVisible(!poll);
        winners.setVisible(!poll);
        once.setVisible(!poll);
        minutes.setVisible(wanted == GameKind.WATCH);
        changeable.setVisible(poll);
        live.setVisible(poll);
    }

    private List<String> lines() {
        return choices.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What was marked as right stays marked while choices are written. */
    private void choices() {
        Set<Integer> before = right.getValue();
        List<Integer> all = IntStream.rangeClosed(1, lines().size()).boxed().toList();
        right.setItems(all);
        Set<Integer> still = new TreeSet<>(before);
        still.retainAll(all);
        right.setValue(still);
    }

    /** Opens it; {@code before} is what is changed, null for a new one. */
    static void open(String verb, @Nullable Game before, Function<GameTerms, Outcome<Game>> act) {
        GameDialog form = new GameDialog();
        if (before != null) {
            form.fill(before.kind(), before.setup());
        }
        FormLayout fields = new FormLayout(form.kind, form.question, form.choices, form.right, form.prize);
        fields.add(form.winners, form.minutes, form.seconds, form.changeable, form.live, form.once);
        Asking.until(
                verb, "game-done", fields, close -> ClaimAsk.done(() -> act.apply(form.terms()), game -> close.run()));
        form.question.focus();
    }

    private void fill(GameKind before, Setup setup) {
        kind.setValue(before);
        question.setValue(setup.question());
        choices.setValue(String.join("\n", setup.choices()));
        choices();
        right.setValue(new TreeSet<>(setup.right()));
        prize.setValue(setup.prize());
        winners.setValue(setup.winners());
        minutes.setValue(setup.minutes());
        seconds.setValue(setup.seconds());
        changeable.setValue(setup.changeable());
        live.setValue(setup.live());
        once.setValue(setup.once());
    }

    private GameTerms terms() {
        return new GameTerms(
                kind.getValue(),
                question.getValue(),
                lines(),
                List.copyOf(right.getValue()),
                prize.getValue(),
                winners.getValue(),
                minutes.getValue(),
                seconds.getValue(),
                changeable.getValue(),
                live.getValue(),
                once.getValue());
    }
}
