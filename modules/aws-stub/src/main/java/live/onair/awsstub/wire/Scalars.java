package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.traits.TimestampFormatTrait;

/** Single values between text and tree. In a tree a time is a number: seconds since 1970. */
final class Scalars {

    private Scalars() {}

    /** What cannot be read stays text, so that the validator says what is wrong with it. */
    static JsonNode read(Shape type, String text) {
        try {
            return switch (type.getType()) {
                case BOOLEAN ->
                    text.equals("true") || text.equals("false")
                            ? Json.MAKE.booleanNode(text.equals("true"))
                            : Json.MAKE.textNode(text);
                case BYTE, SHORT, INTEGER, LONG, INT_ENUM -> Json.MAKE.numberNode(Long.parseLong(text.trim()));
                case FLOAT, DOUBLE, BIG_DECIMAL, BIG_INTEGER -> Json.MAKE.numberNode(Double.parseDouble(text));
                case TIMESTAMP -> Json.MAKE.numberNode(seconds(text));
                default -> Json.MAKE.textNode(text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return Json.MAKE.textNode(text);
        }
    }

    private static double seconds(String text) {
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return Double.parseDouble(text);
        }
        Instant at = text.endsWith("GMT")
                ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()
                : Instant.parse(text);
        return at.toEpochMilli() / 1000.0;
    }

    static String write(Shape type, JsonNode value, boolean isoByDefault) {
        if (type.getType() == ShapeType.TIMESTAMP && value.isNumber()) {
            return time(type, value, isoByDefault).asText();
        }
        return value.asText();
    }

    static JsonNode time(Shape at, JsonNode seconds, boolean isoByDefault) {
        String format = format(at).orElse(isoByDefault ? "date-time" : "epoch-seconds");
        Instant instant = Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000));
        return switch (format) {
            case "date-time" -> Json.MAKE.textNode(instant.toString());
            case "http-date" ->
                Json.MAKE.textNode(DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC)));
            default -> seconds;
        };
    }

    private static Optional<String> format(Shape at) {
        return at.getTrait(TimestampFormatTrait.class).map(TimestampFormatTrait::getValue);
    }
}
