package live.onair.pins;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import live.onair.identity.Approvals;
import live.onair.kernel.Ids;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.pins.PriceChangeRows.PriceChange;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** How a price change is asked for and decided. Works inside the caller's transaction. */
@Singleton
class PriceChangeBook {

    private static final int WORDS = 300;
    /** A show may be extended; what is not decided when it ends is over with it. */
    private static final Duration SPARE = Duration.ofHours(4);

    private final PriceShelf shelf;
    private final Boards boards;
    private final Approvals approvals;
    private final Shows shows;
    private final LineUps lineUps;
    private final Clock clock;
    private final Event<PriceChangeEvent> events;

    @Inject
    PriceChangeBook(
            PriceShelf shelf,
            Boards boards,
            Approvals approvals,
            Shows shows,
            LineUps lineUps,
            Clock clock,
            Event<PriceChangeEvent> events) {
        this.shelf = shelf;
        this.boards = boards;
        this.approvals = approvals;
        this.shows = shows;
        this.lineUps = lineUps;
        this.clock = clock;
        this.events = events;
    }

    List<PriceChange> of(String show) {
        return shelf.of(show);
    }

    Outcome<PriceChange> ask(String id, String product, PriceChanges.PriceWish wanted) {
        boards.lock(id);
        return locked(id).then(show -> {
            LineUpItem item = lineUps.of(id).item(product).orElse(null);
            if (item == null) {
                return Outcome.refused(PriceChangeRefusal.NOT_IN_LINE_UP.with("product", product));
            }
            List<Reason> wrong = new ArrayList<>();
            Money after = price(item, wanted.price(), wrong);
            String reason = wanted.reason() == null ? "" : wanted.reason().strip();
            if (reason.isEmpty() || reason.length() > WORDS) {
                wrong.add(PriceChangeRefusal.REASON.with("field", "reason", "max", WORDS));
            }
            shelf.open(id, product).ifPresent(open -> wrong.add(open(open)));
            return after == null || !wrong.isEmpty() ? Outcome.refused(wrong) : keep(show, item, after, reason);
        });
    }

    private static Reason open(PriceChange open) {
        return PriceChangeRefusal.OPEN.with("name", open.name(), "asker", open.askedBy(), "after", open.after());
    }

    private Outcome<ShowRows.Show> locked(String id) {
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(PriceChangeRefusal.NO_SHOW.with("show", id));
        }
        return show.state().isLive()
                ? Outcome.done(show)
                : Outcome.refused(PriceChangeRefusal.NOT_LOCKED.with(
                        "stateKo", show.state().ko(), "stateEn", show.state().en()));
    }

    private static @Nullable Money price(LineUpItem item, @Nullable Money wanted, List<Reason> wrong) {
        String currency = item.product().currency();
        if (wanted == null || wanted.minor() <= 0) {
            wrong.add(PriceChangeRefusal.PRICE.with("field", "price"));
        } else if (!wanted.currency().equals(currency)) {
            wrong.add(PriceChangeRefusal.CURRENCY.with("field", "price", "currency", currency));
        } else if (wanted.equals(item.cost())) {
            wrong.add(PriceChangeRefusal.SAME.with(
                    "field", "price", "name", item.product().name()));
        }
        return wanted;
    }

    private Outcome<PriceChange> keep(ShowRows.Show show, LineUpItem item, Money after, String reason) {
        String id = shelf.nextId();
        String product = item.product().id();
        Money before = item.cost();
        return approvals.ask(question(show, id, item, after, reason)).map(approval -> {
            shelf.add(new PriceShelf.NewChange(id, show.id(), item, after, reason, approval.id()));
            events.fire(new PriceChangeEvent.Asked(
                    show.id(), product, item.product().name(), Objects.toString(before, ""), after.toString(), reason));
            return shelf.find(id).orElseThrow();
        });
    }

    /** The whole of it in words: the second person may read it where all approvals are. */
    private Approvals.Ask question(ShowRows.Show show, String id, LineUpItem item, Money after, String reason) {
        Money before = item.cost();
        Duration lasts = Duration.between(clock.instant(), show.endsAt().plus(SPARE));
        return new Approvals.Ask(
                PriceChanges.ACT,
                id,
                digest(show.id(), item.product().id(), before, after),
                "%s · %s: %s → %s. %s"
                        .formatted(show.title(), item.product().name(), Objects.toString(before, "—"), after, reason),
                EnumSet.of(Role.MERCHANDISER, Role.ADMIN),
                lasts.compareTo(SPARE) < 0 ? SPARE : lasts);
    }

    /** Of everything that the second person sees. */
    static String digest(String show, String product, @Nullable Money before, Money after) {
        return Ids.digest(String.join("|", show, product, Objects.toString(before, ""), after.toString()));
    }

    /** What then happens follows from identity's event: wherever the yes was given, the same. */
    Outcome<PriceChange> approve(String id) {
        return asked(id)
                .then(change -> approvals.approve(change.approval(), ""))
                .map(any -> shelf.find(id).orElseThrow());
    }

    Outcome<PriceChange> refuse(String id, @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > WORDS) {
            return Outcome.refused(PriceChangeRefusal.REASON.with("field", "reason", "max", WORDS));
        }
        return asked(id)
                .then(change -> approvals.refuse(change.approval(), why))
                .map(any -> shelf.find(id).orElseThrow());
    }

    private Outcome<PriceChange> asked(String id) {
        Optional<PriceChange> change = shelf.find(id);
        if (change.isEmpty()) {
            return Outcome.refused(PriceChangeRefusal.NO_CHANGE.with("id", id));
        }
        boards.lock(change.get().show());
        PriceChange now = shelf.find(id).orElseThrow();
        return now.state() == PriceChangeRows.PriceState.ASKED
                ? Outcome.done(now)
                : Outcome.refused(PriceChangeRefusal.SETTLED.with(
                        "stateKo", now.state().ko(), "stateEn", now.state().en().toLowerCase(Locale.ROOT)));
    }
}
