package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Progress;
import live.onair.kernel.Reason;
import live.onair.scheduling.Bookings.Deed;
import live.onair.scheduling.ShowRefusal.InputCheck;
import org.jspecify.annotations.Nullable;

/**
 * How shows are planned, changed, moved and given up: one by one or many at once, by the same steps. Works inside the
 * caller's transaction; a refusal undoes all of it.
 */
@Singleton
class Planning {

    private static final Set<String> SLOT = Set.of("start", "end", "channel", "studio", "hosts");

    private final ShowShelf shelf;
    private final Reservations reservations;
    private final Passage passage;
    private final ShowReads reads;
    private final Clock clock;

    @Inject
    Planning(ShowShelf shelf, Reservations reservations, Passage passage, ShowReads reads, Clock clock) {
        this.shelf = shelf;
        this.reservations = reservations;
        this.passage = passage;
        this.reads = reads;
        this.clock = clock;
    }

    /** One item on its way. */
    static final class Step {

        final int index;
        final Bookings.Item item;
        final List<Reason> wrong = new ArrayList<>();
        String id = "";
        Deed deed = Deed.SAME;
        List<ShowRows.Difference> changes = List.of();
        private @Nullable Show show;
        private @Nullable Terms before;
        private @Nullable Terms after;

        Step(int index, Bookings.Item item) {
            this.index = index;
            this.item = item;
        }

        String title() {
            return after != null ? after.title() : before != null ? before.title() : "";
        }

        private boolean goesOn() {
            return wrong.isEmpty() && deed != Deed.SAME;
        }

        private boolean takesSlots() {
            return deed == Deed.ADDED
                    || deed == Deed.CHANGED && changes.stream().anyMatch(c -> SLOT.contains(c.field()));
        }
    }

    /** Does one item. */
    Outcome<Show> one(Bookings.Item item) {
        Step step = play(List.of(item), index -> shelf.nextId()).get(0);
        return step.wrong.isEmpty() && step.show != null ? Outcome.done(step.show) : Outcome.refused(step.wrong);
    }

    /** Does all that can be done; the caller undoes everything when a step has gone wrong. */
    List<Step> play(List<? extends Bookings.Item> items, IntFunction<String> newId) {
        List<Step> steps = new ArrayList<>();
        items.forEach(item -> steps.add(new Step(steps.size(), item)));
        meet(steps);
        steps.stream().filter(step -> step.wrong.isEmpty()).forEach(this::read);
        // In the order of their ids, all at once: two batches wait, they never lock each other out.
        Map<String, ResourceBook.Held> held = reservations.lock(steps.stream()
                .filter(Step::goesOn)
                .flatMap(step -> Stream.of(step.before, step.after))
                .toList());
        steps.stream().filter(Step::goesOn).forEach(step -> check(step, held));
        Progress.each(0, 3, steps.stream().filter(Step::goesOn).toList(), step -> agree(step, held, newId));
        shelf.flush();
        shelf.remember(steps.stream()
                .filter(step -> step.goesOn() && step.deed != Deed.CANCELLED)
                .map(step -> step.show)
                .toList());
        List<Step> takers = steps.stream()
                .filter(step -> step.goesOn() && step.takesSlots())
                .toList();
        reservations.release(takers.stream().map(step -> step.id).toList(), Reservations.Purpose.SHOW);
        Progress.each(1, 3, takers, step -> step.wrong.addAll(reservations.take(there(step.show))));
        Progress.each(2, 3, steps.stream().filter(Step::goesOn).toList(), this::settle);
        return steps;
    }

    /** Locks the shows that are there already. */
    private void meet(List<Step> steps) {
        Set<String> seen = new HashSet<>();
        for (Step step : steps) {
            step.id = TermsReader.idOf(step.item);
            if (!step.id.isEmpty() && !seen.add(step.id)) {
                step.wrong.add(ShowRefusal.BATCH_TWICE.with("show", step.id));
            }
        }
        Map<String, Show> shows = shelf.lockAll(seen);
        for (Step step : steps) {
            step.show = shows.get(step.id);
            if (step.show != null) {
                step.before = step.show.terms();
            } else if (!step.id.isEmpty()) {
                step.wrong.add(ShowShelf.unknown(step.id));
            }
        }
    }

    /** Finds out what the step comes to. */
    private void read(Step step) {
        InputCheck input = new InputCheck();
        if (step.item instanceof Shows.Schedule plan) {
            Terms terms = new TermsReader(input, clock.instant()).read(plan, null);
            step.after = terms == null ? null : inItsStudio(terms, plan.studio());
            step.deed = Deed.ADDED;
        } else if (step.item instanceof Bookings.Cancel cancel) {
            readCancel(step, cancel, input);
        } else {
            readChange(step, there(step.show), input);
        }
        step.wrong.addAll(input.wrong());
    }

    private static void readCancel(Step step, Bookings.Cancel cancel, InputCheck input) {
        Show show = there(step.show);
        step.deed = Deed.CANCELLED;
        if (show.state().isLive()) {
            input.add(ShowShelf.notNow(show));
        }
        ShowShelf.check(show, cancel.version()).forEach(input::add);
        if (input.lines("reason", cancel.reason(), 500).isEmpty()) {
            input.add(ShowRefusal.REASON_MISSING.with("field", "reason"));
        }
    }

    private void readChange(Step step, Show show, InputCheck input) {
        Terms now = show.terms();
        Shows.Change change = now.changeOf(step.item);
        Terms after = shelf.merge(show, change, input)
                .map(plan -> new TermsReader(input, clock.instant()).read(plan, now))
                .orElse(null);
        if (after == null) {
            return;
        }
        step.after = after;
        step.changes = Terms.differences(now.fields(), after.fields());
        step.deed = step.changes.isEmpty() ? Deed.SAME : Deed.CHANGED;
        ShowShelf.tooLate(show, step.changes).forEach(input::add);
    }

    private static Show there(@Nullable Show show) {
        return Objects.requireNonNull(show);
    }

    /** A show without a word about its studio is in the one its channel stands in. */
    private Terms inItsStudio(Terms terms, @Nullable String said) {
        return said != null
                ? terms
                : reads.studioOf(terms.channel()).map(terms::in).orElse(terms);
    }

    private void check(Step step, Map<String, ResourceBook.Held> held) {
        Terms after = step.after;
        if (after == null) {
            return;
        }
        step.wrong.addAll(Reservations.check(held, after));
        String again = after.feed().replayOf();
        if (again != null && !reads.wasOnAir(again)) {
            step.wrong.add(ShowRefusal.SOURCE_EMPTY.with("id", again));
        }
    }

    private void agree(Step step, Map<String, ResourceBook.Held> held, IntFunction<String> newId) {
        Instant now = clock.instant();
        Terms after = step.after;
        if (step.item instanceof Bookings.Cancel cancel) {
            Show show = there(step.show);
            passage.leaveRehearsal(show);
            step.wrong.addAll(passage.to(
                            show,
                            ShowState.CANCELLED,
                            String.valueOf(cancel.reason()).strip())
                    .why());
        } else if (after != null && step.show == null) {
            step.id = newId.apply(step.index);
            step.show = new Show(step.id, after, Acting.actor(), now);
            widen(step.show, held);
            shelf.add(step.show);
        } else if (after != null && step.show != null) {
            if (step.changes.stream().anyMatch(ShowRows.Difference::material)) {
                passage.leaveRehearsal(step.show);
            }
            step.show.agree(after, Acting.actor(), now);
            if (step.takesSlots()) {
                widen(step.show, held);
            }
        }
    }

    private static void widen(Show show, Map<String, ResourceBook.Held> held) {
        ResourceBook.Held channel = held.get(show.terms().channel());
        if (channel != null) {
            show.plan().takeWidths(channel.warmUp(), channel.grace());
        }
    }

    private void settle(Step step) {
        Show show = there(step.show);
        Terms now = show.terms();
        if (step.deed == Deed.ADDED) {
            passage.tell(new ShowEvent.Scheduled(
                    show.id(),
                    now.title(),
                    now.channel(),
                    now.window().start(),
                    now.window().end()));
        } else if (step.deed == Deed.CHANGED && step.before != null) {
            step.wrong.addAll(passage.changed(show, step.before, step.changes).why());
        }
    }
}
