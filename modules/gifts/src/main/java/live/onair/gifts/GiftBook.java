package live.onair.gifts;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import live.onair.claims.ClaimWatch;
import live.onair.gifts.GiftRows.Condition;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.gifts.Gifts.GiftChange;
import live.onair.gifts.Gifts.GiftTerms;
import live.onair.kernel.Acting;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Writes rules, stops them, takes them up again. Works inside the caller's transaction. */
@Singleton
class GiftBook {

    private static final int MOST = 50;

    private final Statements sql;
    private final Clock clock;
    private final GiftShelf shelf;
    private final GiftGiving giving;
    private final LineUps lineUps;
    private final Shows shows;
    private final Event<GiftEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    GiftBook(
            Statements sql,
            Clock clock,
            GiftShelf shelf,
            GiftGiving giving,
            LineUps lineUps,
            Shows shows,
            Event<GiftEvent> events,
            Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
        this.giving = giving;
        this.lineUps = lineUps;
        this.shows = shows;
        this.events = events;
        this.watching = watching;
    }

    Outcome<GiftRule> add(String show, GiftTerms terms) {
        if (shows.find(show).isEmpty()) {
            return Outcome.refused(GiftRefusal.NO_SHOW.with("show", show));
        }
        shelf.lock(show);
        if (shelf.of(show).size() >= MOST) {
            return Outcome.refused(GiftRefusal.TOO_MANY.with("max", MOST));
        }
        return GiftCheck.read(terms, lineUps.of(show))
                .then(kept -> alone(show, "", kept))
                .map(kept -> added(show, kept, Boolean.TRUE.equals(terms.earlier())))
                .then(this::asked);
    }

    private Outcome<GiftRule> asked(GiftRule rule) {
        return ClaimWatch.ask(watching, List.of(rule.show()), List.of(rule.id()), rule);
    }

    private GiftRule added(String show, GiftCheck kept, boolean earlier) {
        String id = String.format(
                Locale.ROOT,
                "GF-%05d",
                sql.one("select nextval('gifts.rule_number') n", row -> row.big("n"))
                        .orElseThrow());
        sql.run(
                "insert into gifts.rule (id, show_id, version, kind, name, again, once, changed_at, changed_by, product_id,"
                        + " pieces, spend, currency, most) values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?::integer, ?::bigint, ?,"
                        + " ?::integer)",
                id,
                show,
                kept.condition().kind(),
                kept.name(),
                kept.condition().again(),
                kept.condition().once(),
                clock.instant(),
                Acting.actor().name(),
                kept.condition().product(),
                kept.condition().pieces(),
                minor(kept.condition()),
                currency(kept.condition()),
                kept.condition().most());
        items(id, kept.items());
        int orders = earlier ? giving.earlier(shelf.find(id).orElseThrow()) : 0;
        events.fire(new GiftEvent.Added(show, id, kept.name(), kept.words(), orders));
        return shelf.find(id).orElseThrow();
    }

    private static @Nullable Long minor(Condition condition) {
        Money spend = condition.spend();
        return spend == null ? null : spend.minor();
    }

    private static @Nullable String currency(Condition condition) {
        Money spend = condition.spend();
        return spend == null ? null : spend.currency();
    }

    private void items(String rule, List<GiftItem> items) {
        for (int i = 0; i < items.size(); i++) {
            GiftItem item = items.get(i);
            sql.run(
                    "insert into gifts.item (rule_id, position, code, name, pieces) values (?, ?, ?, ?, ?)",
                    rule,
                    i,
                    item.code(),
                    item.name(),
                    item.pieces());
        }
    }

    /** A product is one bundle at a time: a warehouse sends it once. */
    private Outcome<GiftCheck> alone(String show, String self, GiftCheck kept) {
        if (kept.condition().kind() != GiftKind.BUNDLE) {
            return Outcome.done(kept);
        }
        String product = String.valueOf(kept.condition().product());
        return shelf.of(show).stream()
                .filter(rule -> rule.stoppedAt() == null && !rule.id().equals(self))
                .filter(rule -> rule.condition().kind() == GiftKind.BUNDLE
                        && product.equals(rule.condition().product()))
                .findFirst()
                .<Outcome<GiftCheck>>map(rule -> Outcome.refused(GiftRefusal.BUNDLED.with("name", rule.name())))
                .orElseGet(() -> Outcome.done(kept));
    }

    Outcome<GiftRule> change(String id, GiftChange wanted) {
        return shelf.locked(id).then(now -> {
            if (wanted.version() != null && wanted.version() != now.version()) {
                return Outcome.refused(GiftRefusal.STALE.with());
            }
            if (now.given() > 0) {
                return Outcome.refused(GiftRefusal.GIVEN.with());
            }
            return GiftCheck.read(wanted.terms(), lineUps.of(now.show()))
                    .then(kept -> alone(now.show(), id, kept))
                    .then(kept -> changed(now, kept));
        });
    }

    private Outcome<GiftRule> changed(GiftRule now, GiftCheck kept) {
        GiftCheck before = new GiftCheck(now.name(), now.condition(), now.items());
        if (kept.equals(before)) {
            return Outcome.refused(GiftRefusal.AS_IT_IS.with());
        }
        sql.run(
                "update gifts.rule set version = version + 1, kind = ?, name = ?, again = ?, once = ?, changed_at = ?,"
                        + " changed_by = ?, product_id = ?, pieces = ?::integer, spend = ?::bigint, currency = ?,"
                        + " most = ?::integer where id = ?",
                kept.condition().kind(),
                kept.name(),
                kept.condition().again(),
                kept.condition().once(),
                clock.instant(),
                Acting.actor().name(),
                kept.condition().product(),
                kept.condition().pieces(),
                minor(kept.condition()),
                currency(kept.condition()),
                kept.condition().most(),
                now.id());
        sql.run("delete from gifts.item where rule_id = ?", now.id());
        items(now.id(), kept.items());
        events.fire(new GiftEvent.Changed(now.show(), now.id(), kept.name(), before.words(), kept.words()));
        return asked(shelf.find(now.id()).orElseThrow());
    }

    Outcome<GiftRule> stop(String id) {
        return shelf.locked(id).then(now -> {
            if (now.stoppedAt() != null) {
                return Outcome.refused(GiftRefusal.AS_IT_IS.with());
            }
            sql.run("update gifts.rule set stopped_at = ? where id = ?", clock.instant(), id);
            events.fire(new GiftEvent.Stopped(now.show(), id, now.name()));
            return shelf.find(id).map(Outcome::done).orElseThrow();
        });
    }

    Outcome<GiftRule> resume(String id) {
        return shelf.locked(id).then(now -> {
            if (now.stoppedAt() == null) {
                return Outcome.refused(GiftRefusal.AS_IT_IS.with());
            }
            return alone(now.show(), id, new GiftCheck(now.name(), now.condition(), now.items()))
                    .map(kept -> {
                        sql.run("update gifts.rule set stopped_at = null where id = ?", id);
                        events.fire(new GiftEvent.Resumed(now.show(), id, now.name()));
                        return shelf.find(id).orElseThrow();
                    })
                    .then(this::asked);
        });
    }
}
