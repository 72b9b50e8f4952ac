package live.onair.shops;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.Catalogues.Line;
import live.onair.products.Catalogues.Taken;
import live.onair.products.Catalogues.Verdict;
import live.onair.products.ProductEvent;
import live.onair.shops.PullHandler.PullCatalogue;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullCounts;
import live.onair.shops.ShopRows.PullKind;
import live.onair.shops.ShopRows.PullState;
import live.onair.shops.spi.ShopCatalogue.Place;
import live.onair.sql.Facts;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What is written of pulls. Works inside the caller's transaction. */
@Singleton
class PullBook {

    /** What changed nothing is forgotten then, and of everything what became of each product. */
    static final Duration KEPT = Duration.ofDays(30);

    /** What the shop wrote just before it said what it has may be older by its clock. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final Statements sql;
    private final Clock clock;
    private final PullShelf shelf;
    private final WorkQueue queue;
    private final Event<ShopEvent> events;

    @Inject
    PullBook(Statements sql, Clock clock, PullShelf shelf, WorkQueue queue, Event<ShopEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
        this.queue = queue;
        this.events = events;
    }

    void connected(@Nullable Place place, Duration every) {
        sql.run("delete from shops.connection");
        String address = place == null ? "" : place.address();
        shelf.underWay()
                .filter(pull -> !shelf.isOf(pull.id(), address))
                .ifPresent(pull -> failed(pull.id(), ShopRefusal.MOVED.with("detail", address)));
        if (place != null) {
            sql.run(
                    "insert into shops.connection (name, address, every_seconds) values (?, ?, ?)",
                    place.name(),
                    place.address(),
                    every.toSeconds());
        }
    }

    Outcome<Pull> begin(PullKind kind) {
        return begin(kind, false, null).map(pull -> {
            events.fire(new ShopEvent.Asked(pull.id(), shelf.shop(), kind));
            return pull;
        });
    }

    /** One that is under way is left to end. */
    void byItself() {
        if (shelf.underWay().isEmpty()) {
            begin(
                    PullKind.TAKE,
                    true,
                    shelf.nothingLeftBehindAt().map(at -> at.minus(OVERLAP)).orElse(null));
        }
    }

    private Outcome<Pull> begin(PullKind kind, boolean scheduled, @Nullable Instant since) {
        if (shelf.connection().isEmpty()) {
            return Outcome.refused(ShopRefusal.NOT_CONNECTED.with());
        }
        String id = sql.one(
                        "select nextval('shops.pull_number') n",
                        row -> String.format(Locale.ROOT, "SP-%06d", row.big("n")))
                .orElseThrow();
        int begun = sql.run(
                "insert into shops.pull (id, kind, state, scheduled, address, since, begun_at, actor_id, actor_name)"
                        + " select ?, ?, 'READING', ?, address, ?, ?, ?, ? from shops.connection on conflict do nothing",
                id,
                kind.name(),
                scheduled,
                since,
                clock.instant(),
                Acting.actor().id(),
                Acting.actor().name());
        if (begun == 0) {
            return Outcome.refused(ShopRefusal.UNDER_WAY.with(
                    "pull", shelf.underWay().map(Pull::id).orElse("")));
        }
        queue.put(new PullCatalogue(id));
        return Outcome.done(shelf.find(id).orElseThrow());
    }

    Outcome<Pull> stop(String id) {
        if (shelf.find(id).isEmpty()) {
            return Outcome.refused(ShopRefusal.NO_PULL.with("id", id));
        }
        if (ends(id, PullState.STOPPED, "READING") == 0) {
            return Outcome.refused(ShopRefusal.NOT_STOPPED.with("id", id));
        }
        events.fire(new ShopEvent.Stopped(id, shelf.shop()));
        return Outcome.done(shelf.find(id).orElseThrow());
    }

    private int ends(String id, PullState state, String... from) {
        int ended = sql.run(
                "update shops.pull set state = ?, ended_at = ?, waits_until = null where id = ? and state = any (?)",
                state.name(),
                clock.instant(),
                id,
                List.of(from));
        if (ended == 1) {
            sql.run("delete from shops.read_item where pull_id = ?", id);
            sql.run("delete from shops.read_cursor where pull_id = ?", id);
        }
        return ended;
    }

    /** Told once, however often in a row it does not come right by itself. */
    void failed(String id, Reason why) {
        boolean again = shelf.failedBefore(id);
        sql.run(
                "update shops.pull set trouble = ?, detail = ? where id = ? and state in ('READING', 'APPLYING')",
                why.code(),
                String.valueOf(why.facts().getOrDefault("detail", "")),
                id);
        if (ends(id, PullState.FAILED, "READING", "APPLYING") == 1 && !again) {
            events.fire(new ShopEvent.Failed(id, shelf.shop(), why.sentence(Locale.KOREAN)));
        }
    }

    Optional<Pull> lock(String id) {
        sql.one("select 1 from shops.pull where id = ? for update", row -> true, id);
        return shelf.find(id);
    }

    PullCounts done(Pull pull, Taken taken) {
        PullCounts counts = new PullCounts(
                taken.counts().added(),
                taken.counts().changed(),
                taken.counts().same(),
                taken.counts().wrong(),
                taken.held());
        lines(
                pull.id(),
                taken.lines().stream()
                        .filter(line -> line.verdict() != Verdict.SAME
                                || !line.reasons().isEmpty())
                        .toList());
        sql.run(
                "update shops.pull set added = ?, changed = ?, same = ?, refused = ?, held = ?, import_id = ? where id = ?",
                counts.added(),
                counts.changed(),
                counts.same(),
                counts.refused(),
                counts.held(),
                taken.imported(),
                pull.id());
        ends(pull.id(), PullState.DONE, "APPLYING");
        tell(pull, counts);
        forget();
        return counts;
    }

    private void tell(Pull pull, PullCounts counts) {
        if (pull.kind() == PullKind.LOOK) {
            events.fire(new ShopEvent.Compared(
                    pull.id(), shelf.shop(), counts.added(), counts.changed(), counts.same(), counts.refused()));
        } else if (!pull.scheduled() || counts.added() + counts.changed() > 0) {
            events.fire(new ShopEvent.Pulled(
                    pull.id(),
                    shelf.shop(),
                    counts.added(),
                    counts.changed(),
                    counts.same(),
                    counts.refused(),
                    counts.held()));
        }
    }

    private void lines(String id, List<Line> lines) {
        List<@Nullable String> products = new ArrayList<>();
        lines.forEach(line -> products.add(line.product()));
        sql.run(
                "insert into shops.line (pull_id, number, verdict, product_id, sku, name, differences, ko, en) select ?, *"
                        + " from unnest(cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),"
                        + " cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))",
                id,
                lines.stream().map(line -> String.valueOf(line.number())).toList(),
                lines.stream().map(line -> line.verdict().name()).toList(),
                products,
                lines.stream().map(Line::sku).toList(),
                lines.stream().map(Line::name).toList(),
                lines.stream().map(line -> Facts.write(line.differences())).toList(),
                lines.stream().map(line -> words(line, Locale.KOREAN)).toList(),
                lines.stream().map(line -> words(line, Locale.ENGLISH)).toList());
    }

    private static String words(Line line, Locale language) {
        return line.reasons().stream().map(reason -> reason.sentence(language)).collect(Collectors.joining(" "));
    }

    private void forget() {
        Instant old = clock.instant().minus(KEPT);
        sql.run("delete from shops.line l using shops.pull p where p.id = l.pull_id and p.ended_at < ?", old);
        sql.run(
                "delete from shops.pull where ended_at < ? and import_id is null and state in ('DONE', 'FAILED', 'STOPPED')",
                old);
    }

    /** Taken back here or among the imports of products: it is the same. */
    void undone(@Observes ProductEvent event) {
        if (event instanceof ProductEvent.ImportUndone undone) {
            sql.run(
                    "update shops.pull set undone_at = ?, undone_by = ? where import_id = ?",
                    clock.instant(),
                    Acting.actor().name(),
                    undone.subject());
        }
    }
}
