package live.onair.storefront;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.Coupons;
import live.onair.offers.OfferRows.Claim;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.Orders;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.reminders.ReminderRows.Signup;
import live.onair.reminders.Reminders;

/**
 * What viewers' pages ask for: a coupon, pieces of a product, an order, a part in a game. Each is known by a number that the page chose, so
 * that once more is the same. Nobody is signed in here: a viewer is known by the number of their page.
 */
@Singleton
public class ViewerWrites {

    /** Where they come in. */
    public static final String PATH = "/storefront/v1/";

    /** So many bytes may come; a longer body is none. */
    public static final int LARGEST = 16 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern CLAIM = Pattern.compile("coupons/(CP-\\d{1,9})/claims");
    private static final Pattern HOLD = Pattern.compile("shows/([A-Za-z0-9-]{1,40})/holds");
    private static final Pattern REMIND = Pattern.compile("shows/([A-Za-z0-9-]{1,40})/reminders(/cancel)?");
    /** Numbers of products and SKUs are no longer. */
    private static final int CODE = 64;

    private static final String OPT_OUT = "reminders/opt-out";
    private static final Pattern SETTLE = Pattern.compile("holds/([0-9a-f-]{36})/(buy|release)");

    private final Coupons coupons;
    private final Orders orders;
    private final Reminders reminders;
    private final GameWrites games;
    private final WindowGifts gifts;
    private final ChatWrites chats;

    @Inject
    ViewerWrites(
            Coupons coupons,
            Orders orders,
            Reminders reminders,
            GameWrites games,
            WindowGifts gifts,
            ChatWrites chats) {
        this.coupons = coupons;
        this.orders = orders;
        this.reminders = reminders;
        this.games = games;
        this.gifts = gifts;
        this.chats = chats;
    }

    /**
     * What is answered.
     *
     * @param status of HTTP: 200 done, 400 no JSON or no numbers, 404 no such path, 413 too large, 409 refused with
     *     reasons, 503 what it needs is away
     * @param body JSON
     */
    public record Answer(int status, String body) {}

    /** Does what the page at this path (after {@link #PATH}) asks for. */
    public Answer post(String path, byte[] body) {
        if (body.length > LARGEST) {
            return sentence(413, "TOO_LARGE", "너무 큽니다.", "It is too large.");
        }
        try {
            JsonNode asked = JSON.readTree(body);
            if (asked == null || !asked.isObject()) {
                return sentence(400, "NOT_JSON", "JSON 객체를 보내 주세요.", "Send a JSON object.");
            }
            return Acting.call(Actor.VIEWER, () -> answer(path, asked));
        } catch (IOException broken) {
            return sentence(400, "NOT_JSON", "JSON 객체를 보내 주세요.", "Send a JSON object.");
        } catch (CloudException away) {
            return sentence(
                    503, "AWAY", "지금은 할 수 없습니다. 잠시 후 다시 해 주세요.", "Not possible right now. Try again in a moment.");
        } catch (IllegalArgumentException wrong) {
            return sentence(400, "WRONG", "번호나 수량이 잘못되었습니다.", "A number is missing or wrong.");
        }
    }

    private Answer answer(String path, JsonNode asked) {
        String viewer = asked.path("viewer").asText("");
        Matcher claim = CLAIM.matcher(path);
        if (claim.matches()) {
            return told(
                    coupons.claim(id(asked, "claim"), claim.group(1), viewer).map(ViewerWrites::claim));
        }
        Matcher hold = HOLD.matcher(path);
        if (hold.matches()) {
            UUID taken = asked.hasNonNull("claim") ? id(asked, "claim") : null;
            HoldWish wish = new HoldWish(id(asked, "id"), hold.group(1), viewer, lines(asked.path("lines")), taken);
            return told(orders.hold(wish).map(this::hold));
        }
        Matcher settle = SETTLE.matcher(path);
        if (settle.matches()) {
            UUID id = UUID.fromString(settle.group(1));
            boolean buys = settle.group(2).equals("buy");
            return told((buys ? orders.buy(id, viewer) : orders.release(id, viewer)).map(this::hold));
        }
        return reminder(path, asked, viewer);
    }

    private Answer reminder(String path, JsonNode asked, String viewer) {
        Matcher remind = REMIND.matcher(path);
        if (remind.matches()) {
            String show = remind.group(1);
            return told((remind.group(2) == null
                            ? reminders.sign(
                                    show,
                                    viewer,
                                    asked.path("ads").asBoolean(),
                                    asked.path("night").asBoolean())
                            : reminders.cancel(show, viewer))
                    .map(ViewerWrites::signup));
        }
        if (path.equals(OPT_OUT)) {
            return told(
                    reminders.optOut(viewer).map(who -> JSON.createObjectNode().put("on", false)));
        }
        return games.answer(path, asked, viewer)
                .or(() -> chats.answer(path, asked, viewer))
                .map(ViewerWrites::told)
                .orElseGet(() -> sentence(404, "NOT_FOUND", "찾을 수 없습니다.", "There is no such thing."));
    }

    private static UUID id(JsonNode asked, String field) {
        return UUID.fromString(asked.path(field).asText(""));
    }

    private static List<Wish> lines(JsonNode lines) {
        List<Wish> wishes = new ArrayList<>();
        for (JsonNode line : lines) {
            boolean tooLong = line.path("product").asText("").length() > CODE
                    || line.path("sku").asText("").length() > CODE;
            if (tooLong || !line.path("pieces").isInt()) {
                throw new IllegalArgumentException("pieces");
            }
            wishes.add(new Wish(
                    line.path("product").asText(""),
                    line.hasNonNull("sku") ? line.path("sku").asText() : null,
                    line.path("pieces").asInt()));
        }
        return wishes;
    }

    private static ObjectNode signup(Signup signup) {
        return JSON.createObjectNode()
                .put("show", signup.show())
                .put("on", signup.on())
                .put("ads", signup.ads())
                .put("night", signup.night());
    }

    private static ObjectNode claim(Claim claim) {
        return JSON.createObjectNode().put("id", claim.id()).put("coupon", claim.coupon());
    }

    private ObjectNode hold(Hold hold) {
        ObjectNode row = JSON.createObjectNode()
                .put("id", hold.id())
                .put("state", hold.state().name())
                .put("order", hold.order())
                .put("until", hold.expiresAt().toString());
        row.set("total", PublishLineUpHandler.money(hold.total()));
        row.set("off", PublishLineUpHandler.money(hold.off()));
        row.set("due", PublishLineUpHandler.money(hold.due()));
        gifts.with(row, hold.order());
        return row;
    }

    private static Answer told(Outcome<ObjectNode> outcome) {
        if (outcome instanceof Outcome.Done<ObjectNode> done) {
            return new Answer(200, done.value().toString());
        }
        ObjectNode refused = JSON.createObjectNode();
        ArrayNode codes = refused.putArray("codes");
        outcome.why().stream().map(Reason::code).forEach(codes::add);
        refused.put("ko", outcome.sentence(Locale.KOREAN)).put("en", outcome.sentence(Locale.ENGLISH));
        return new Answer(409, refused.toString());
    }

    private static Answer sentence(int status, String code, String ko, String en) {
        ObjectNode refused = JSON.createObjectNode();
        refused.putArray("codes").add(code);
        return new Answer(status, refused.put("ko", ko).put("en", en).toString());
    }
}
