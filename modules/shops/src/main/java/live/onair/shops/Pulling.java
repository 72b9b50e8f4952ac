package live.onair.shops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.products.Catalogues;
import live.onair.products.Catalogues.Offer;
import live.onair.products.Catalogues.Taken;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullCounts;
import live.onair.shops.ShopRows.PullKind;
import live.onair.shops.spi.ShopCatalogue.Item;
import live.onair.shops.spi.ShopCatalogue.Page;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The halves of a pull that lie in transactions. */
@Singleton
@Transactional
class Pulling {

    /** As many as a file may have lines. */
    static final int MOST = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Statements sql;
    private final Clock clock;
    private final PullBook book;
    private final PullShelf shelf;
    private final ShopOffer offers;
    private final Catalogues catalogues;

    @Inject
    Pulling(Statements sql, Clock clock, PullBook book, PullShelf shelf, ShopOffer offers, Catalogues catalogues) {
        this.sql = sql;
        this.clock = clock;
        this.book = book;
        this.shelf = shelf;
        this.offers = offers;
        this.catalogues = catalogues;
    }

    /**
     * Where the reading is.
     *
     * @param isWhole whether all of it was read
     */
    record Reading(@Nullable String cursor, @Nullable Instant since, int read, int tries, boolean isWhole) {}

    /** Null where it is over. */
    public @Nullable Reading reading(String id) {
        return sql.one(
                        "select * from shops.pull where id = ? and state in ('READING', 'APPLYING')",
                        row -> new Reading(
                                row.textOrNull("cursor"),
                                row.instantOrNull("since"),
                                row.number("read"),
                                row.number("tries"),
                                row.text("state").equals("APPLYING")),
                        id)
                .orElse(null);
    }

    /** Keeps the page and where the next one begins; a pull that was stopped meanwhile keeps nothing. */
    public void took(String id, Reading before, Page page) {
        int read = before.read() + page.items().size();
        boolean last = page.next() == null;
        int kept = sql.run(
                "update shops.pull set cursor = ?, read = ?, pages = pages + 1, tries = 0, waits_until = null, trouble = null,"
                        + " detail = null, total = coalesce(cast(? as integer), total), shop_at = coalesce(shop_at, ?), state = ?"
                        + " where id = ? and state = 'READING' and cursor is not distinct from cast(? as text)",
                page.next(),
                read,
                page.total(),
                page.at(),
                last ? "APPLYING" : "READING",
                id,
                before.cursor());
        if (kept == 0) {
            return;
        }
        if (read > MOST) {
            book.failed(id, ShopRefusal.TOO_MANY.with("detail", MOST));
        } else if (!last && !isNew(id, String.valueOf(page.next()))) {
            book.failed(id, ShopRefusal.CURSOR_LOOP.with("detail", brief(String.valueOf(page.next()))));
        } else {
            keep(id, before.read(), page.items());
        }
    }

    private boolean isNew(String id, String cursor) {
        return sql.run(
                        "insert into shops.read_cursor (pull_id, cursor) values (?, ?) on conflict do nothing",
                        id,
                        cursor)
                == 1;
    }

    private static String brief(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private void keep(String id, int from, List<Item> items) {
        List<String> positions = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (Item item : items) {
            positions.add(String.valueOf(from + positions.size() + 1));
            bodies.add(written(item));
        }
        sql.run(
                "insert into shops.read_item (pull_id, position, item) select ?, * from unnest(cast(? as integer[]),"
                        + " cast(? as text[]))",
                id,
                positions,
                bodies);
    }

    private static String written(Item item) {
        try {
            // the database keeps no such sign in a text; the other one is refused in words as well
            return JSON.writeValueAsString(item).replace("\\u0000", "\\u0001");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item read(String written) {
        try {
            return JSON.readValue(written, Item.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It did not come right and is tried again. */
    public void waits(String id, Reason why, Duration pause) {
        sql.run(
                "update shops.pull set tries = tries + 1, waits_until = ?, trouble = ?, detail = ?"
                        + " where id = ? and state = 'READING'",
                clock.instant().plus(pause),
                why.code(),
                String.valueOf(why.facts().getOrDefault("detail", "")),
                id);
    }

    /** Nothing comes of it. */
    public void failed(String id, Reason why) {
        book.failed(id, why);
    }

    /** Compares all that was read, or takes it; done as whoever has asked for it. */
    public Outcome<PullCounts> apply(String id) {
        Pull pull = book.lock(id).orElseThrow();
        if (pull.state() != ShopRows.PullState.APPLYING) {
            return Outcome.done(new PullCounts(0, 0, 0, 0, 0));
        }
        List<Item> items = sql.list(
                "select item from shops.read_item where pull_id = ? order by position",
                row -> read(row.text("item")),
                id);
        Offer offer = offers.of(shelf.shop() + " " + id, items);
        Actor actor = shelf.actor(id);
        Outcome<Taken> outcome = Acting.call(
                new Actor(actor.id(), actor.name(), Set.of(Role.MERCHANDISER), Actor.Source.AUTO),
                () -> pull.kind() == PullKind.LOOK ? Outcome.done(catalogues.compare(offer)) : catalogues.take(offer));
        return outcome.map(taken -> book.done(pull, taken));
    }
}
