package live.onair.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import live.onair.kernel.Attempts;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.sql.Statements;
import live.onair.webhooks.ShopDoors.Told;
import live.onair.webhooks.WebhookRows.Receipt;
import live.onair.webhooks.WebhookRows.ShopDoor;

/**
 * Takes what shops send: looks at the signature before anything is read, then at the time, and keeps each id once. What it
 * refuses is rolled back with its id, so that the shop may send it again when it is right.
 */
@Singleton
class Inbox {

    static final int MOST_BYTES = 64 << 10;
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Statements sql;
    private final Clock clock;
    private final ShopBook shops;
    private final ShopNews news;
    private final Instance<Attempts> attempts;

    @Inject
    Inbox(Statements sql, Clock clock, ShopBook shops, ShopNews news, Instance<Attempts> attempts) {
        this.sql = sql;
        this.clock = clock;
        this.shops = shops;
        this.news = news;
        this.attempts = attempts;
    }

    Outcome<Receipt> take(Told told) {
        if (told.body().length > MOST_BYTES) {
            return Outcome.refused(WebhookRefusal.TOO_LARGE.with("max", MOST_BYTES));
        }
        String door = told.door() == null ? "" : told.door();
        ShopDoor shop = shops.find(door).orElse(null);
        String id = told.id() == null ? "" : told.id();
        if (shop == null || id.isEmpty() || id.length() > LONGEST_ID || !isSigned(told, door, id)) {
            return Outcome.refused(WebhookRefusal.SIGNATURE.with());
        }
        Outcome<Receipt> outcome = signed(shop, id, told);
        if (outcome instanceof Outcome.Refused<Receipt> refused) {
            attempts.stream().forEach(log -> log.refused(ShopNews.actor(shop), ShopNews.TAKE, refused.reasons()));
        }
        return outcome;
    }

    /** Of who has the secret: what is refused here stays in the event log, so that the shop can be told why. */
    private Outcome<Receipt> signed(ShopDoor shop, String id, Told told) {
        Instant sent = Instant.ofEpochSecond(Long.parseLong(String.valueOf(told.timestamp())));
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return Outcome.refused(WebhookRefusal.TIMESTAMP.with("minutes", TOLERANCE.toMinutes()));
        }
        JsonNode body = parsed(told.body());
        if (!body.path("type").isTextual() || !body.path("data").isObject()) {
            return Outcome.refused(WebhookRefusal.NOT_JSON.with());
        }
        return once(shop, id, new ShopNews.News(body.path("type").asText(), sent, body.path("data")), told.body());
    }

    private boolean isSigned(Told told, String door, String id) {
        String timestamp = told.timestamp() == null ? "" : told.timestamp();
        String signature = told.signature() == null ? "" : told.signature();
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        return shops.secret(door)
                .map(secret -> Signatures.matches(
                        signature, Signatures.sign(secret, id, Long.parseLong(timestamp), told.body())))
                .orElse(false);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Two that come at once wait for each other at the id. */
    private Outcome<Receipt> once(ShopDoor shop, String id, ShopNews.News told, byte[] body) {
        String digest = Ids.digest(new String(body, StandardCharsets.ISO_8859_1));
        int fresh = sql.run(
                "insert into webhooks.received (shop_id, message_id, type, digest, effect, at) values (?, ?, ?, ?, '', ?)"
                        + " on conflict (shop_id, message_id) do nothing",
                shop.id(),
                id,
                told.type(),
                digest,
                clock.instant());
        if (fresh == 0) {
            return before(shop, id, digest);
        }
        return news.take(shop, told).map(effect -> {
            sql.run(
                    "update webhooks.received set effect = ? where shop_id = ? and message_id = ?",
                    effect,
                    shop.id(),
                    id);
            return new Receipt(id, told.type(), effect, false);
        });
    }

    private Outcome<Receipt> before(ShopDoor shop, String id, String digest) {
        return sql.one(
                        "select type, effect from webhooks.received where shop_id = ? and message_id = ? and digest = ?",
                        row -> new Receipt(id, row.text("type"), row.text("effect"), true),
                        shop.id(),
                        id,
                        digest)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(WebhookRefusal.ID_REUSED.with("id", id)));
    }
}
