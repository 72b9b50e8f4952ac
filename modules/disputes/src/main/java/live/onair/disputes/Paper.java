package live.onair.disputes;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** A page of a pack: named facts, in their order, that people and machines read. Instants are told as they were in Seoul. */
final class Paper {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final JsonObjectBuilder json = Json.createObjectBuilder();

    Paper put(String name, @Nullable Object value) {
        json.add(name, value(value));
        return this;
    }

    /** A word or sentence in both languages. */
    static Paper said(String ko, String en) {
        return new Paper().put("ko", ko).put("en", en);
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Paper paper) {
            return paper.json.build();
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            list.forEach(one -> array.add(value(one)));
            return array.build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer number) {
            return Json.createValue(number);
        }
        if (value instanceof Long number) {
            return Json.createValue(number);
        }
        return value instanceof Money money ? money(money) : Json.createValue(text(value));
    }

    private static JsonValue money(Money money) {
        return value(new Paper()
                .put("minor", money.minor())
                .put("currency", money.currency())
                .put("words", money.toString()));
    }

    private static String text(Object value) {
        if (value instanceof Instant instant) {
            return at(instant);
        }
        return value instanceof Duration position ? words(position) : value.toString();
    }

    /** As it was in Seoul. */
    static String at(Instant instant) {
        return instant.atZone(SEOUL).toOffsetDateTime().toString();
    }

    /** A position in a recording. */
    static String words(Duration at) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                at.toHours(),
                at.toMinutesPart(),
                at.toSecondsPart(),
                at.toMillisPart());
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(out, StandardCharsets.UTF_8)) {
            writer.write(json.build());
        }
        out.write('\n');
        return out.toByteArray();
    }
}
