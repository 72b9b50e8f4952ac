package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.Passage.AutoReason;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.sql.Facts;
import org.jspecify.annotations.Nullable;

/** How shows are planned, changed and moved. Works inside the caller's transaction; a refusal undoes all of it. */
@Singleton
class Planning {

    private static final int BATCH = 1000;
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

    Outcome<Show> schedule(Shows.Schedule wanted) {
        InputCheck input = new InputCheck();
        Instant now = clock.instant();
        Terms terms = new TermsReader(input, now).read(wanted, null);
        if (terms == null) {
            return Outcome.refused(input.wrong());
        }
        terms = inItsStudio(terms, wanted.studio());
        Map<String, ResourceBook.Held> held = reservations.lock(List.of(), List.of(terms), input);
        checkFeed(terms, input);
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        Show show = new Show(shelf.nextId(), terms, Acting.actor(), now);
        widen(show, held);
        shelf.add(show);
        List<Reason> taken = reservations.take(show);
        if (!taken.isEmpty()) {
            return Outcome.refused(taken);
        }
        passage.tell(new ShowEvent.Scheduled(
                show.id(),
                terms.title(),
                terms.channel(),
                terms.window().start(),
                terms.window().end()));
        return Outcome.done(show);
    }

    /** A show without a word about its studio is in the one its channel stands in. */
    private Terms inItsStudio(Terms terms, @Nullable String said) {
        return said != null
                ? terms
                : reads.studioOf(terms.channel()).map(terms::in).orElse(terms);
    }

    private static void widen(Show show, Map<String, ResourceBook.Held> held) {
        ResourceBook.Held channel = held.get(show.terms().channel());
        if (channel != null) {
            show.plan().takeWidths(channel.warmUp(), channel.grace());
        }
    }

    private void checkFeed(Terms terms, InputCheck input) {
        String again = terms.feed().replayOf();
        if (again != null && !reads.wasOnAir(again)) {
            input.add(ShowRefusal.SOURCE_EMPTY.with("id", again));
        }
    }

    Outcome<Show> change(Shows.Change wanted) {
        return shelf.lock(wanted.id(), wanted.version()).then(show -> {
            InputCheck input = new InputCheck();
            Terms terms = new TermsReader(input, clock.instant()).read(wanted.plan(), show.terms());
            return terms == null ? Outcome.refused(input.wrong()) : agree(show, terms);
        });
    }

    Outcome<Show> move(Shows.Move wanted) {
        return shelf.lock(wanted.id(), wanted.version()).then(show -> {
            InputCheck input = new InputCheck();
            TimeWindow old = show.terms().window();
            Instant start = wanted.start();
            Instant end = wanted.end() != null || start == null ? wanted.end() : start.plus(old.length());
            TimeWindow window = new TermsReader(input, clock.instant()).window(start, end, old);
            if (window == null || !input.wrong().isEmpty()) {
                return Outcome.refused(input.wrong());
            }
            Terms terms = show.terms().at(window);
            return agree(show, wanted.channel() == null ? terms : terms.on(wanted.channel()));
        });
    }

    private Outcome<Show> agree(Show show, Terms terms) {
        Terms before = show.terms();
        List<ShowRows.Difference> changes = Terms.differences(before.fields(), terms.fields());
        if (changes.isEmpty()) {
            return Outcome.done(show);
        }
        List<Reason> late = tooLate(show, changes);
        if (!late.isEmpty()) {
            return Outcome.refused(late);
        }
        InputCheck input = new InputCheck();
        Map<String, ResourceBook.Held> held = reservations.lock(List.of(before), List.of(terms), input);
        checkFeed(terms, input);
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        if (changes.stream().anyMatch(ShowRows.Difference::material)) {
            passage.leaveRehearsal(show);
        }
        show.agree(terms, Acting.actor(), clock.instant());
        List<Reason> taken = List.of();
        if (changes.stream().anyMatch(c -> SLOT.contains(c.field()))) {
            reservations.release(List.of(show.id()), Reservations.Purpose.SHOW);
            widen(show, held);
            taken = reservations.take(show);
        }
        return settle(show, before, taken);
    }

    private Outcome<Show> settle(Show show, Terms before, List<Reason> taken) {
        if (!taken.isEmpty()) {
            return Outcome.refused(taken);
        }
        Terms now = show.terms();
        List<ShowRows.Difference> changes = Terms.differences(before.fields(), now.fields());
        boolean material = changes.stream().anyMatch(ShowRows.Difference::material);
        Map<String, String> fields = new LinkedHashMap<>();
        changes.forEach(c -> fields.put(c.field(), c.approved() + " -> " + c.now()));
        passage.tell(new ShowEvent.Changed(show.id(), fields, material));
        if (!before.window().equals(now.window()) || !before.channel().equals(now.channel())) {
            passage.tell(
                    new ShowEvent.Moved(show.id(), before.window(), now.window(), before.channel(), now.channel()));
        }
        if (material && show.state() == ShowState.APPROVED) {
            String what = " (" + String.join(", ", fields.keySet()) + ")";
            return passage.to(show, ShowState.IN_REVIEW, AutoReason.CHANGED.code() + what);
        }
        passage.nudge(show);
        return Outcome.done(show);
    }

    private static List<Reason> tooLate(Show show, List<ShowRows.Difference> changes) {
        List<String> fixed = changes.stream()
                .filter(c -> show.state().isLive()
                        ? c.material()
                        : show.state().isOver() && !c.field().equals("description"))
                .map(ShowRows.Difference::field)
                .toList();
        return fixed.isEmpty() ? List.of() : List.of(ShowShelf.tooLate(show, String.join(", ", fixed)));
    }

    /** All touched slots are released, then all are taken; one that cannot be had undoes everything. */
    Outcome<List<String>> moveAll(Shows.Shift wanted) {
        List<String> ids = wanted.ids();
        if (ids.isEmpty() || ids.size() > BATCH) {
            return Outcome.refused(ShowRefusal.BATCH_SIZE.with("max", BATCH));
        }
        List<Reason> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> wrong.add(ShowRefusal.BATCH_TWICE.with("show", id)));
        List<Show> shows = new ArrayList<>();
        // In the order of ids, as every batch does: two batches wait, they never lock each other out.
        for (String id : new TreeSet<>(ids)) {
            shelf.lock(id).ifPresentOrElse(shows::add, () -> wrong.add(ShowShelf.unknown(id)));
        }
        shows.forEach(show -> checkShift(show, wanted, wrong));
        if (!wrong.isEmpty() || wanted.by().isZero()) {
            return wrong.isEmpty() ? Outcome.done(ids) : Outcome.refused(wrong);
        }
        InputCheck input = new InputCheck();
        reservations.lock(List.of(), shows.stream().map(Show::terms).toList(), input);
        wrong.addAll(input.wrong());
        reservations.release(ids, Reservations.Purpose.SHOW);
        for (Show show : shows) {
            shift(show, wanted, wrong);
        }
        return wrong.isEmpty() ? Outcome.done(ids) : Outcome.refused(wrong);
    }

    private void checkShift(Show show, Shows.Shift wanted, List<Reason> wrong) {
        if (show.state().isLive() || show.state().isOver()) {
            wrong.add(ShowShelf.tooLate(show, "start, end"));
        } else if (Terms.isPast(show.terms().window().start().plus(wanted.by()), clock.instant())) {
            wrong.add(ShowRefusal.WINDOW_PAST.with(
                    "show", show.id(), "start", show.terms().window().start().plus(wanted.by())));
        }
    }

    private void shift(Show show, Shows.Shift wanted, List<Reason> wrong) {
        Terms before = show.terms();
        Terms terms = before.at(before.window().shifted(wanted.by()));
        passage.leaveRehearsal(show);
        show.agree(terms, Acting.actor(), clock.instant());
        wrong.addAll(settle(show, before, reservations.take(show)).why());
    }

    /** A room above reports a change of what was approved. */
    Outcome<Show> contentChanged(String id, String what) {
        return shelf.lock(id, null).then(show -> {
            if (show.state().isLive() || show.state().isOver()) {
                return Outcome.refused(ShowShelf.tooLate(show, what));
            }
            passage.leaveRehearsal(show);
            show.review().changedBy(Acting.actor(), clock.instant());
            passage.tell(new ShowEvent.ContentChanged(id, what));
            return show.state() == ShowState.APPROVED
                    ? passage.to(show, ShowState.IN_REVIEW, AutoReason.CHANGED.code() + " (" + what + ")")
                    : Outcome.done(show);
        });
    }

    List<ShowRows.Difference> diffSinceApproval(String id) {
        Show show = shelf.read(id).orElse(null);
        String approved = show == null ? null : show.review().approvedTerms();
        return show == null || approved == null
                ? List.of()
                : Terms.differences(Facts.read(approved), show.terms().fields());
    }
}
