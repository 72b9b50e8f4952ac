package live.onair.promises;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import live.onair.kernel.Acting;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.PromiseRows.PromiseKind;
import live.onair.promises.Promises.PromiseTerms;
import live.onair.scheduling.Shows;
import live.onair.sheets.PlainText;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Writes promises down. Works inside the caller's transaction. */
@Singleton
class PromiseBook {

    /** Nobody said for how long: as long as "the lowest price" looks back. */
    static final int DAYS = 30;

    private static final int MOST_DAYS = 365;
    private static final int WORDS = 200;
    private static final int REASON = 5;

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final LineUps lineUps;
    private final PromiseShelf shelf;
    private final PromiseGate gate;
    private final Event<PromiseEvent> events;

    @Inject
    PromiseBook(
            Statements sql,
            Clock clock,
            Shows shows,
            LineUps lineUps,
            PromiseShelf shelf,
            PromiseGate gate,
            Event<PromiseEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.lineUps = lineUps;
        this.shelf = shelf;
        this.gate = gate;
        this.events = events;
    }

    /** What was promised of a product. */
    record Said(PromiseKind kind, Money price, String words) {}

    Outcome<Promise> make(String show, PromiseTerms wanted) {
        if (shows.find(show).isEmpty()) {
            return Outcome.refused(PromiseRefusal.NO_SHOW.with("show", show));
        }
        LineUpItem item = lineUps.of(show).item(wanted.product()).orElse(null);
        if (item == null) {
            return Outcome.refused(PromiseRefusal.NOT_IN_LINE_UP.with("field", "product"));
        }
        Money price = wanted.price() == null ? item.cost() : wanted.price();
        if (price == null
                || price.minor() <= 0
                || !price.currency().equals(item.product().currency())) {
            return Outcome.refused(PromiseRefusal.PRICE.with("field", "price"));
        }
        String words = PlainText.clean(wanted.words());
        if (words.isEmpty() || words.length() > WORDS || PlainText.isMarkup(words)) {
            return Outcome.refused(PromiseRefusal.WORDS.with("field", "words", "max", WORDS));
        }
        return until(clock.instant(), Objects.requireNonNullElse(wanted.days(), DAYS))
                .then(until -> {
                    String id = write(show, item, new Said(PromiseKind.HAND, price, words), until);
                    return id == null
                            ? Outcome.refused(PromiseRefusal.AS_IT_IS.with())
                            : Outcome.done(shelf.find(id).orElseThrow());
                });
    }

    private static Outcome<Instant> until(Instant from, int days) {
        return days < 1 || days > MOST_DAYS
                ? Outcome.refused(PromiseRefusal.DAYS.with("field", "days", "min", 1, "max", MOST_DAYS))
                : Outcome.done(from.plus(Duration.ofDays(days)));
    }

    /** What happened by itself in a show: the same at the same price is promised once. */
    void note(String show, LineUpItem item, Said said) {
        write(show, item, said, clock.instant().plus(Duration.ofDays(DAYS)));
    }

    private @Nullable String write(String show, LineUpItem item, Said said, Instant until) {
        String id = String.format(
                Locale.ROOT,
                "PM-%06d",
                sql.one("select nextval('promises.promise_number') n", row -> row.big("n"))
                        .orElseThrow());
        int written = sql.run(
                "insert into promises.promise (id, show_id, product_id, name, price, currency, kind, words, made_at,"
                        + " made_by, until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (show_id, product_id, kind, price) do nothing",
                id,
                show,
                item.product().id(),
                item.product().name(),
                said.price().minor(),
                said.price().currency(),
                said.kind(),
                said.words(),
                clock.instant(),
                Acting.actor().name(),
                until);
        if (written == 0) {
            return null;
        }
        events.fire(new PromiseEvent.Made(
                show, id, item.product().name(), said.price().toString(), said.kind(), said.words(), until));
        gate.promised(item.product().id());
        return id;
    }

    Outcome<Promise> prolong(String id, int days) {
        return change(
                id,
                now -> until(now.madeAt(), days).then(until -> {
                    if (until.equals(now.until())) {
                        return Outcome.refused(PromiseRefusal.AS_IT_IS.with());
                    }
                    sql.run("update promises.promise set until = ? where id = ?", until, id);
                    events.fire(new PromiseEvent.Prolonged(now.show(), id, now.name(), now.until(), until));
                    return Outcome.done(now);
                }));
    }

    Outcome<Promise> withdraw(String id, @Nullable String reason) {
        String because = PlainText.clean(reason);
        if (because.length() < REASON || because.length() > WORDS || PlainText.isMarkup(because)) {
            return Outcome.refused(PromiseRefusal.REASON.with("field", "reason"));
        }
        return change(id, now -> {
            if (now.withdrawn() != null) {
                return Outcome.refused(PromiseRefusal.AS_IT_IS.with());
            }
            sql.run(
                    "update promises.promise set withdrawn_at = ?, withdrawn_by = ?, because = ? where id = ?",
                    clock.instant(),
                    Acting.actor().name(),
                    because,
                    id);
            events.fire(new PromiseEvent.Withdrawn(now.show(), id, now.name(), because));
            return Outcome.done(now);
        });
    }

    Outcome<Promise> restore(String id) {
        return change(id, now -> {
            if (now.withdrawn() == null) {
                return Outcome.refused(PromiseRefusal.AS_IT_IS.with());
            }
            sql.run(
                    "update promises.promise set withdrawn_at = null, withdrawn_by = null, because = null where id = ?",
                    id);
            events.fire(new PromiseEvent.Restored(now.show(), id, now.name()));
            return Outcome.done(now);
        });
    }

    /** Behind its lock; the shows it binds are looked at again afterwards. */
    private Outcome<Promise> change(String id, Function<Promise, Outcome<Promise>> act) {
        sql.one("select 1 from promises.promise where id = ? for update", row -> true, id);
        return shelf.find(id)
                .map(act)
                .orElseGet(() -> Outcome.refused(PromiseRefusal.NO_PROMISE.with("id", id)))
                .map(now -> {
                    gate.promised(now.product());
                    return shelf.find(id).orElseThrow();
                });
    }
}
