package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Slots of many shows at once, and what a move would meet. A batch is all or none; it first gives back every slot it
 * touches and then takes all, so that a day can be moved by an hour over itself.
 */
@Singleton
@Transactional
@Guarded
public class Bookings {

    /** The most a batch holds. */
    public static final int MOST = 2000;

    private final Planning planning;
    private final Foresight foresight;
    private final ShowShelf shelf;
    private final ShowReads reads;
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    Bookings(
            Planning planning,
            Foresight foresight,
            ShowShelf shelf,
            ShowReads reads,
            TransactionSynchronizationRegistry transactions) {
        this.planning = planning;
        this.foresight = foresight;
        this.shelf = shelf;
        this.reads = reads;
        this.transactions = transactions;
    }

    /** One thing to do in a batch: add, change, move, cancel or slide a show. */
    public sealed interface Item permits Shows.Schedule, Shows.Change, Shows.Move, Cancel, Slide {}

    /**
     * Gives a show up that is not live.
     *
     * @param version the version that was read, null not to look
     */
    public record Cancel(
            String id, @Nullable Integer version, @Nullable String reason) implements Item {}

    /** Moves a show by a time, from wherever it is then. */
    public record Slide(String id, Duration by) implements Item {}

    /** A move of many shows by the same time, all or none. */
    public record Shift(List<String> ids, Duration by) {}

    /** What becomes of an item. */
    public enum Deed {
        /** A new draft. */
        ADDED,
        /** Fields differ now. */
        CHANGED,
        /** It was like this already. */
        SAME,
        /** It will not take place. */
        CANCELLED
    }

    /**
     * What became, or would become, of one item of a batch.
     *
     * @param index its place in the batch, from 0
     * @param show the show's id; for one that would be added, {@code +} and its index
     * @param differences the fields that differ, with what they were before
     * @param wrong why it cannot be done; the fact {@code index} says which item, {@code withIndex} which other item of
     *     the batch holds the slot
     */
    public record Line(
            int index,
            Deed deed,
            String show,
            String title,
            List<ShowRows.Difference> differences,
            List<Reason> wrong) {}

    /**
     * Where somebody would like a show to be.
     *
     * @param show the show, null for one that is not there yet
     * @param channel null for the show's own
     * @param studio null for the show's own, or for the one the channel of a new show stands in; empty for none
     * @param hosts null for the show's own
     * @param start null for the show's own
     * @param end null for the same length
     */
    public record Wish(
            @Nullable String show,
            @Nullable String channel,
            @Nullable String studio,
            @Nullable List<String> hosts,
            @Nullable Instant start,
            @Nullable Instant end) {

        /** A show somewhere else. */
        public static Wish of(Shows.Move move) {
            return new Wish(move.id(), move.channel(), null, null, move.start(), move.end());
        }
    }

    /**
     * What a wish would meet.
     *
     * @param reasons why it would be refused; empty when it would not
     * @param losesApproval whether the show would have to be approved again
     * @param nearest the first start, not before the wanted one, at which channel, studio and hosts are free; null when
     *     there is none within seven days, or the wish is no window at all
     */
    public record Foreseen(
            @Nullable String show,
            List<Reason> reasons,
            boolean losesApproval,
            @Nullable Instant nearest) {}

    /**
     * Whose shows to read; null does not narrow.
     *
     * @param person id of an account that planned the show or changed it last
     * @param from shows that end after this
     * @param to shows that start before this
     */
    public record Agenda(
            @Nullable String channel,
            @Nullable String host,
            @Nullable String person,
            Instant from,
            Instant to) {}

    /** All shows of an agenda by start, those given up among them. */
    @AllowedTo
    public List<ShowRows.Show> agenda(Agenda wanted) {
        return reads.agenda(wanted);
    }

    /** Those shows by id, read at once; without those that are not there. */
    @AllowedTo
    public Map<String, ShowRows.Show> those(Collection<String> ids) {
        return reads.those(ids).stream().collect(Collectors.toMap(ShowRows.Show::id, Function.identity()));
    }

    /** When those shows are, without those that were given up; quicker than all of them. */
    @AllowedTo
    public List<ShowRows.Slot> slots(Collection<String> ids) {
        return foresight.slots(ids);
    }

    /** What each wish would meet, if all came true together. Changes and locks nothing. */
    @AllowedTo
    public List<Foreseen> foresee(List<Wish> wishes) {
        if (wishes.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " wishes");
        }
        return foresight.foresee(wishes);
    }

    /** Does all of it or nothing; a refusal names each item that cannot be done. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.applyAll", ko = "여러 방송 한꺼번에 바꾸기", en = "Change many shows", danger = Action.Danger.CAREFUL)
    public Outcome<List<Line>> applyAll(List<? extends Item> items) {
        if (items.isEmpty() || items.size() > MOST) {
            return Outcome.refused(ShowRefusal.BATCH_SIZE.with("max", MOST));
        }
        List<Line> lines = lines(planning.play(items, index -> shelf.nextId()));
        List<Reason> wrong =
                lines.stream().flatMap(line -> line.wrong().stream()).toList();
        return wrong.isEmpty() ? Outcome.done(lines) : Outcome.refused(wrong);
    }

    /**
     * Does all of it in a transaction of its own and takes it back: what {@link #applyAll} would say, to the letter. It
     * sees only what is committed, and other planners of the same channels wait for its end.
     */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Line> tryAll(List<? extends Item> items) {
        if (items.isEmpty() || items.size() > MOST) {
            Reason size = ShowRefusal.BATCH_SIZE.with("max", MOST);
            return List.of(new Line(0, Deed.SAME, "", "", List.of(), List.of(size)));
        }
        try {
            return lines(planning.play(items, index -> "+" + index));
        } finally {
            transactions.setRollbackOnly();
        }
    }

    /** Moves many shows by the same time, all or none; gives their ids. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.moveAll", ko = "여러 방송 옮기기", en = "Move shows", danger = Action.Danger.CAREFUL)
    public Outcome<List<String>> moveAll(Shift wanted) {
        return applyAll(wanted.ids().stream()
                        .map(id -> new Slide(id, wanted.by()))
                        .toList())
                .map(lines -> wanted.ids());
    }

    private static List<Line> lines(List<Planning.Step> steps) {
        Map<String, Integer> places = new LinkedHashMap<>();
        steps.forEach(step -> places.putIfAbsent(step.id, step.index));
        return steps.stream()
                .map(step -> new Line(step.index, step.deed, step.id, step.title(), step.changes, placed(step, places)))
                .toList();
    }

    private static List<Reason> placed(Planning.Step step, Map<String, Integer> places) {
        List<Reason> placed = new ArrayList<>();
        for (Reason reason : step.wrong) {
            Map<String, Object> facts = new LinkedHashMap<>(reason.facts());
            facts.put("index", step.index);
            Integer other = places.get(String.valueOf(facts.get("holder")));
            if (other != null) {
                facts.put("withIndex", other);
            }
            placed.add(new Reason(reason.refusal(), facts));
        }
        return placed;
    }
}
