package live.onair.questions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import live.onair.filter.PersonalData;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.Pins;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Puts each line that asks something to the question that it asks, once. Works inside the caller's transaction. */
@Singleton
class QuestionSorter {

    static final int AT_ONCE = 500;

    /** A new question is looked for among so many: those that were asked first, and so most often. */
    private static final int KNOWN = 500;

    private final Statements sql;
    private final Moderation moderation;
    private final Pins pins;

    @Inject
    QuestionSorter(Statements sql, Moderation moderation, Pins pins) {
        this.sql = sql;
        this.moderation = moderation;
        this.pins = pins;
    }

    private record Known(long number, @Nullable String product, List<String> carried) {}

    /** Whether there may be more. */
    boolean readOn(String show) {
        long from = sql.one("select line from questions.mark where show_id = ?", row -> row.big("line"), show)
                .orElse(0L);
        List<ChatLine> lines = moderation.after(show, from, AT_ONCE);
        if (lines.isEmpty()) {
            return false;
        }
        List<ChatLine> asking = lines.stream().filter(QuestionSorter::asks).toList();
        if (!asking.isEmpty()) {
            List<Known> known = known(show);
            List<Pin> pinned = pins.timeline(show);
            asking.forEach(line -> sort(line, known, pinned));
        }
        sql.run(
                "insert into questions.mark (show_id, line) values (?, ?) on conflict (show_id) do update set line = excluded.line",
                show,
                lines.get(lines.size() - 1).number());
        return lines.size() == AT_ONCE;
    }

    /** What waits for a moderator may be let out and counts from then on; what the filter took never does. */
    private static boolean asks(ChatLine line) {
        boolean read = line.state() == LineState.SHOWN || line.state() == LineState.HELD;
        return read && !ModerationRows.isStaff(line) && Asking.isQuestion(line.text());
    }

    private List<Known> known(String show) {
        return new ArrayList<>(sql.list(
                "select number, product_id, carried from questions.question where show_id = ? order by number limit ?",
                row -> new Known(row.big("number"), row.textOrNull("product_id"), row.texts("carried")),
                show,
                KNOWN));
    }

    private void sort(ChatLine line, List<Known> known, List<Pin> pinned) {
        List<String> words = Likeness.words(line.text());
        if (words.isEmpty()) {
            return;
        }
        Pin pin = pinned(line.at(), words, pinned);
        String product = pin == null ? null : pin.product();
        List<String> carried = pin == null ? words : Likeness.without(words, pin.name());
        long number = known.stream()
                .filter(one -> Objects.equals(one.product(), product) && Likeness.isSame(one.carried(), carried))
                .max(Comparator.comparingDouble(one -> Likeness.of(one.carried(), carried)))
                .map(Known::number)
                .orElseGet(() -> begin(line, product, carried, known));
        sql.run(
                "insert into questions.asked (line, question, member, at, shown) values (?, ?, ?, ?, ?)"
                        + " on conflict (line) do nothing",
                line.number(),
                number,
                line.member(),
                line.at(),
                line.state() == LineState.SHOWN);
    }

    private long begin(ChatLine line, @Nullable String product, List<String> carried, List<Known> known) {
        long number = sql.one(
                        "insert into questions.question (show_id, product_id, words, carried, state, version)"
                                + " values (?, ?, ?, ?, 'OPEN', 0) returning number",
                        row -> row.big("number"),
                        line.show(),
                        product,
                        // of a held line nobody has starred anything out yet
                        PersonalData.masked(line.text()),
                        carried)
                .orElseThrow();
        known.add(new Known(number, product, carried));
        return number;
    }

    /** What was pinned then: the one that the question names, else the newest. */
    private static @Nullable Pin pinned(Instant at, List<String> carried, List<Pin> pinned) {
        List<Pin> then = pinned.stream()
                .filter(pin -> !pin.rehearsal() && !pin.pinnedAt().isAfter(at))
                .filter(pin -> pin.unpinnedAt() == null || pin.unpinnedAt().isAfter(at))
                .sorted(Comparator.comparing(Pin::pinnedAt).reversed())
                .toList();
        return then.stream()
                .filter(pin -> Likeness.names(carried, pin.name()))
                .findFirst()
                .or(() -> then.stream().findFirst())
                .orElse(null);
    }
}
