package live.onair.webhooks;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.KeyVault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.Sellers;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.webhooks.ShopDoors.ShopTerms;
import live.onair.webhooks.WebhookRows.DoorMade;
import live.onair.webhooks.WebhookRows.ShopDoor;

/** Which shops may tell of things. Works inside the caller's transaction. */
@Singleton
class ShopBook {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;
    private static final String READ =
            "select s.*, (select count(*) from webhooks.received r where r.shop_id = s.id) received,"
                    + " (select max(at) from webhooks.received r where r.shop_id = s.id) last_at"
                    + " from webhooks.shop s where s.sealed <> ''";

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final KeyVault vault;
    private final Sellers sellers;
    private final Event<WebhookEvent> events;

    @Inject
    ShopBook(Statements sql, Clock clock, Ids ids, KeyVault vault, Sellers sellers, Event<WebhookEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.vault = vault;
        this.sellers = sellers;
        this.events = events;
    }

    List<ShopDoor> list() {
        return sql.list(READ + " order by s.made_at, s.id", ShopBook::read);
    }

    Optional<ShopDoor> find(String id) {
        return sql.one(READ + " and s.id = ?", ShopBook::read, id);
    }

    /** What the shop signs with; empty where there is no such shop, or its secret cannot be opened. */
    Optional<String> secret(String id) {
        return sql.one("select sealed from webhooks.shop where id = ?", row -> row.text("sealed"), id)
                .flatMap(vault::open);
    }

    private static ShopDoor read(Row row) throws SQLException {
        return new ShopDoor(
                row.text("id"),
                row.text("name"),
                row.text("seller_id"),
                row.text("mark"),
                row.big("received"),
                row.instantOrNull("last_at"),
                row.instant("made_at"),
                row.text("made_by"));
    }

    Outcome<DoorMade> add(ShopTerms wanted) {
        List<Reason> wrong = new ArrayList<>();
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            wrong.add(WebhookRefusal.NAME.with("max", LONGEST_NAME, "field", "name"));
        }
        String seller = wanted.seller() == null ? "" : wanted.seller();
        if (sellers.find(seller).isEmpty()) {
            wrong.add(WebhookRefusal.NO_SELLER.with("field", "seller"));
        }
        if (list().size() >= MOST) {
            wrong.add(WebhookRefusal.TOO_MANY.with("max", MOST));
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String id = "WS-" + ids.secret(5).toUpperCase(Locale.ROOT);
        String secret = Signatures.secret(ids);
        sql.run(
                "insert into webhooks.shop (id, name, seller_id, sealed, mark, made_at, made_by) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                name,
                seller,
                vault.close(secret),
                Signatures.mark(secret),
                clock.instant(),
                Acting.actor().name());
        events.fire(new WebhookEvent.ShopAdded(id, name, seller));
        return Outcome.done(new DoorMade(find(id).orElseThrow(), secret));
    }

    Outcome<ShopDoor> remove(String id) {
        ShopDoor before = find(id).orElse(null);
        if (before == null) {
            return Outcome.refused(WebhookRefusal.NO_DOOR.with("id", id));
        }
        sql.run("update webhooks.shop set sealed = '' where id = ?", id);
        events.fire(new WebhookEvent.ShopRemoved(id, before.name()));
        return Outcome.done(before);
    }
}
