package live.onair.cloudlocal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import live.onair.shops.spi.ShopCatalogue.Form;
import live.onair.shops.spi.ShopCatalogue.Item;
import live.onair.shops.spi.ShopCatalogue.Page;
import live.onair.shops.spi.ShopCatalogue.Vendor;
import live.onair.shops.spi.ShopTrouble;
import live.onair.shops.spi.ShopTrouble.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a shop answers, read strictly in its form and loosely in its values: a value that makes no sense is left to whoever takes
 * the product, a form that makes none is an answer that nobody can read.
 */
final class ShopAnswers {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int SHOWN = 120;
    /** A number with more places than this is no price, and written out it may be longer than the memory. */
    private static final int MOST_PLACES = 20;

    private ShopAnswers() {}

    static ShopTrouble refused(HttpResponse<byte[]> answer, Instant now) {
        int status = answer.statusCode();
        String words = new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        String detail =
                "HTTP " + status + (words.isEmpty() ? "" : " " + words.substring(0, Math.min(SHOWN, words.length())));
        Duration pause = answer.headers()
                .firstValue("Retry-After")
                .map(told -> pause(told, now))
                .orElse(null);
        return new ShopTrouble(kind(status), detail, pause);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.DENIED;
            case 410 -> Kind.CURSOR;
            case 429 -> Kind.THROTTLED;
            default -> status >= 500 ? Kind.BROKEN_SHOP : Kind.REFUSED;
        };
    }

    /** Seconds, or an instant; null for neither. */
    private static @Nullable Duration pause(String told, Instant now) {
        if (told.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(told.strip()));
        }
        try {
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(told.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Page page(byte[] body) {
        JsonNode page = parsed(body);
        JsonNode products = page.path("products");
        if (!products.isArray()) {
            throw unreadable("products: []");
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode product : products) {
            items.add(item("products[" + items.size() + "]", product));
        }
        String next = text("next", page.get("next"));
        JsonNode total = page.path("total");
        return new Page(
                items, next == null || next.isEmpty() ? null : next, at(page), total.isInt() ? total.asInt() : null);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode page = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            if (page == null || !page.isObject()) {
                throw unreadable("{}");
            }
            return page;
        } catch (JsonProcessingException e) {
            throw unreadable(brief(String.valueOf(e.getOriginalMessage())));
        }
    }

    private static Instant at(JsonNode page) {
        try {
            return Instant.parse(page.path("at").asText());
        } catch (DateTimeException e) {
            throw unreadable("at: 2026-11-27T09:00:00Z");
        }
    }

    private static ShopTrouble unreadable(String detail) {
        return new ShopTrouble(Kind.UNREADABLE, detail);
    }

    private static String brief(String words) {
        String plain = words.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }

    private static Item item(String path, JsonNode product) {
        if (!product.isObject()) {
            throw unreadable(path + ": {}");
        }
        return new Item(
                of(path, product, "sku"),
                of(path, product, "name"),
                of(path, product, "brand"),
                of(path, product, "category"),
                of(path, product, "price"),
                of(path, product, "listPrice"),
                of(path, product, "currency"),
                of(path, product, "stock"),
                of(path, product, "cosmetic"),
                of(path, product, "reportNumber"),
                vendor(path + ".seller", product.get("seller")),
                forms(path + ".options", product.get("options")));
    }

    private static @Nullable Vendor vendor(String path, @Nullable JsonNode seller) {
        if (seller == null || seller.isNull()) {
            return null;
        }
        if (!seller.isObject()) {
            throw unreadable(path + ": {}");
        }
        return new Vendor(
                of(path, seller, "name"),
                of(path, seller, "representative"),
                of(path, seller, "address"),
                of(path, seller, "phone"),
                of(path, seller, "email"),
                of(path, seller, "businessNumber"),
                of(path, seller, "mailOrder"));
    }

    private static @Nullable List<Form> forms(String path, @Nullable JsonNode options) {
        if (options == null || options.isNull()) {
            return null;
        }
        if (!options.isArray()) {
            throw unreadable(path + ": []");
        }
        List<Form> forms = new ArrayList<>();
        for (JsonNode option : options) {
            String at = path + "[" + forms.size() + "]";
            if (!option.isObject()) {
                throw unreadable(at + ": {}");
            }
            forms.add(new Form(
                    known(of(at, option, "sku")),
                    known(of(at, option, "name")),
                    known(of(at, option, "price")),
                    known(of(at, option, "stock"))));
        }
        return forms;
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String of(String path, JsonNode of, String field) {
        return text(path + "." + field, of.get(field));
    }

    /** Null where it is not there, empty where it is null. */
    private static @Nullable String text(String path, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isContainerNode()) {
            throw unreadable(path);
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return Math.abs(number.scale()) > MOST_PLACES ? number.toString() : number.toPlainString();
        }
        // a half of a pair of signs is no sign that a database keeps
        return value.isNull()
                ? ""
                : new String(value.asText().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
