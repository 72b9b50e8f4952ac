package live.onair.games;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.Setup;
import live.onair.games.Games.GameTerms;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.sheets.PlainText;
import org.jspecify.annotations.Nullable;

/** A game as it may be kept. Pure. */
record GameCheck(GameKind kind, Setup setup) {

    static final int QUESTION = 120;
    static final int CHOICE = 40;
    static final int PRIZE = 80;
    /** So many are drawn at most: their numbers stand in a file that each page reads. */
    static final int WINNERS = 100;

    static final int MINUTES = 180;
    private static final int LONGEST = 7_200;

    static Outcome<GameCheck> read(GameTerms terms) {
        GameKind kind = terms.kind();
        if (kind == null) {
            return Outcome.refused(GameRefusal.KIND.with("field", "kind"));
        }
        List<Reason> wrong = new ArrayList<>();
        Setup setup = new Setup(
                line(terms.question(), QUESTION),
                kind.hasChoices() ? choices(terms.choices()) : List.of(),
                kind == GameKind.QUIZ ? right(terms.right()) : List.of(),
                kind == GameKind.POLL ? "" : line(terms.prize(), PRIZE),
                kind == GameKind.POLL ? null : terms.winners(),
                kind == GameKind.WATCH ? terms.minutes() : null,
                terms.seconds(),
                kind == GameKind.POLL && Boolean.TRUE.equals(terms.changeable()),
                kind == GameKind.POLL && !Boolean.FALSE.equals(terms.live()),
                kind != GameKind.POLL && Boolean.TRUE.equals(terms.once()));
        words(kind, setup, wrong);
        if (kind.hasChoices()) {
            chosen(kind, setup, wrong);
        }
        numbers(kind, setup, wrong);
        return wrong.isEmpty() ? Outcome.done(new GameCheck(kind, setup)) : Outcome.refused(wrong);
    }

    private static void words(GameKind kind, Setup setup, List<Reason> wrong) {
        if (setup.question().isEmpty()) {
            wrong.add(GameRefusal.QUESTION.with("field", "question", "max", QUESTION));
        }
        if (kind != GameKind.POLL && setup.prize().isEmpty()) {
            wrong.add(GameRefusal.PRIZE.with("field", "prize", "max", PRIZE));
        }
    }

    private static void chosen(GameKind kind, Setup setup, List<Reason> wrong) {
        List<String> choices = setup.choices();
        boolean plain = choices.stream().noneMatch(String::isEmpty) && new HashSet<>(choices).size() == choices.size();
        if (choices.size() < 2 || choices.size() > 6 || !plain) {
            wrong.add(GameRefusal.CHOICES.with("field", "choices", "max", CHOICE));
        } else if (kind == GameKind.QUIZ) {
            boolean there = !setup.right().isEmpty()
                    && setup.right().stream().allMatch(one -> one >= 1 && one <= choices.size());
            if (!there) {
                wrong.add(GameRefusal.RIGHT.with("field", "right"));
            } else if (setup.right().size() == choices.size()) {
                wrong.add(GameRefusal.ALL_RIGHT.with("field", "right"));
            }
        }
    }

    private static void numbers(GameKind kind, Setup setup, List<Reason> wrong) {
        Integer winners = setup.winners();
        boolean none = winners == null && kind == GameKind.DRAW;
        if (none || (winners != null && (winners < 1 || winners > WINNERS))) {
            wrong.add(GameRefusal.WINNERS.with("field", "winners", "max", WINNERS));
        }
        Integer minutes = setup.minutes();
        if (kind == GameKind.WATCH && (minutes == null || minutes < 1 || minutes > MINUTES)) {
            wrong.add(GameRefusal.MINUTES.with("field", "minutes", "max", MINUTES));
        }
        if (setup.seconds() != null && (setup.seconds() < 5 || setup.seconds() > LONGEST)) {
            wrong.add(GameRefusal.SECONDS.with("field", "seconds"));
        }
    }

    private static List<String> choices(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream().map(one -> line(one, CHOICE)).toList();
    }

    private static List<Integer> right(@Nullable List<Integer> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** A line of plain text; empty where it is none. */
    static String line(@Nullable String given, int max) {
        String text = PlainText.clean(given);
        return text.length() > max || PlainText.isMarkup(text) ? "" : text;
    }

    /** What it is, in Korean words, as it stands in the event log: never what is right. */
    static String words(GameKind kind, Setup setup) {
        return Stream.of(
                        kind.ko(),
                        String.join(" / ", setup.choices()),
                        setup.prize(),
                        kind == GameKind.POLL ? "" : setup.winners() == null ? "전원" : setup.winners() + "명",
                        setup.minutes() == null ? "" : "시청 " + setup.minutes() + "분",
                        setup.seconds() == null ? "" : setup.seconds() + "초",
                        setup.once() ? "방송당 한 번" : "")
                .filter(word -> !word.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
