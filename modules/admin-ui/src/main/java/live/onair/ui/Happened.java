package live.onair.ui;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import live.onair.audit.AuditRow;
import live.onair.inventory.Removal;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.scheduling.ShowRows;

/**
 * An entry of the event log in words.
 *
 * @param what what happened
 * @param who the person and the door they came by
 * @param lines its facts, one each
 */
public record Happened(String what, String who, List<Line> lines) {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    /** A plan's hash: nobody reads all of it, and the entry keeps it whole. */
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** What a CDN was judged to be, as it is kept: by the rule, or of a CDN. */
    private static final Pattern STATE = Pattern.compile("([a-z0-9-]+):([A-Z]+)");

    private static final String ARROW = " -> ";

    /** A fact: a field with its value, or with the value it had and the one it has now. */
    public record Line(String field, String before, String now) {

        /** Whether it says what was before. */
        public boolean isChange() {
            return !before.isEmpty();
        }

        /** In one sentence. */
        public String sentence() {
            return field + ": " + (isChange() ? before + " → " : "") + now;
        }
    }

    /** The entry in the reader's language. */
    public static Happened of(AuditRow row) {
        Actor.Source door = Actor.Source.valueOf(row.source());
        return new Happened(
                Texts.find("event." + row.kind()).orElse(row.kind()),
                row.actorName() + " · " + Texts.pick(door.ko(), door.en()),
                lines(row));
    }

    /** All facts in one line. */
    public String brief() {
        return lines.stream().map(Line::sentence).collect(Collectors.joining(" · "));
    }

    private static List<Line> lines(AuditRow row) {
        List<Line> lines = new ArrayList<>();
        try (var reader = Json.createReader(new StringReader(row.facts()))) {
            reader.readObject().forEach((name, value) -> add(lines, row, name, value));
        }
        return List.copyOf(lines);
    }

    private static void add(List<Line> lines, AuditRow row, String name, JsonValue value) {
        if (name.equals("fields") && value instanceof JsonObject fields) {
            fields.forEach((field, change) -> lines.add(line(named("field." + field, field), text(change))));
            return;
        }
        String text = switch (name) {
            case "alarm" -> alarm(value);
            case "payload" -> payload(value);
            case "word" -> named("mark." + text(value), text(value));
            default -> text(value);
        };
        boolean known = Texts.find("fact." + name).isPresent();
        if (known && !text.isBlank() && !text.equals(row.subject())) {
            lines.add(line(Texts.of("fact." + name), text));
        }
    }

    /** Kinds of alarm are kept as codes. */
    private static String alarm(JsonValue value) {
        String code = ((JsonString) value).getString();
        return named("alarm." + code, ShowRows.alarm(code, Texts.locale()));
    }

    /** What a mark in the stream carries is written for machines. */
    private static String payload(JsonValue value) {
        String written = ((JsonString) value).getString();
        try (var reader = Json.createReader(new StringReader(written))) {
            return reader.readObject().entrySet().stream()
                    .map(e -> part(e.getKey(), e.getValue()))
                    .collect(Collectors.joining(", "));
        } catch (JsonException e) {
            return written;
        }
    }

    private static String part(String key, JsonValue value) {
        if (key.equals("product")) {
            return text(value);
        }
        boolean price =
                value instanceof JsonObject object && object.containsKey("minor") && object.containsKey("currency");
        return price ? money(value.asJsonObject()) : key + " " + text(value);
    }

    private static String money(JsonObject price) {
        return new Money(price.getJsonNumber("minor").longValue(), price.getString("currency")).toString();
    }

    private static String named(String key, String otherwise) {
        return Texts.find(key).orElse(otherwise);
    }

    private static Line line(String field, String text) {
        int arrow = text.indexOf(ARROW);
        String before = arrow < 0 ? "" : readable(text.substring(0, arrow));
        String now = arrow < 0 ? text : text.substring(arrow + ARROW.length());
        return new Line(field, arrow >= 0 && before.isEmpty() ? Texts.of("fact.none") : before, readable(now));
    }

    private static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> string(((JsonString) value).getString());
            case NULL -> "";
            case TRUE, FALSE -> readable(value.toString());
            case NUMBER -> value.toString();
            case ARRAY -> ((JsonArray) value).stream().map(Happened::text).collect(Collectors.joining(", "));
            case OBJECT -> object(value.asJsonObject());
        };
    }

    /** Reasons that Onair gives itself are kept as codes. */
    private static String string(String text) {
        Matcher state = STATE.matcher(text);
        if (state.matches() && Texts.find("cdn.is." + state.group(2)).isPresent()) {
            String is = Texts.of("cdn.is." + state.group(2));
            return state.group(1).equals("auto") ? Texts.of("cdn.move.auto", is) : state.group(1) + ": " + is;
        }
        return text.isEmpty() ? "" : readable(Removal.reason(ShowRows.reason(text, Texts.locale()), Texts.locale()));
    }

    private static String object(JsonObject object) {
        if (object.containsKey("start") && object.containsKey("end")) {
            Instant start = Instant.parse(object.getString("start"));
            return Times.brief(start) + " ~ " + Times.clock(Instant.parse(object.getString("end")));
        }
        return object.entrySet().stream()
                .map(e -> e.getKey() + " " + text(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Yes and no in words, instants as people in Seoul read them. */
    private static String readable(String text) {
        if (text.isEmpty()) {
            return Texts.of("fact.none");
        }
        if (text.equals("true") || text.equals("false")) {
            return Texts.of(text.equals("true") ? "fact.yes" : "fact.no");
        }
        if (HASH.matcher(text).matches()) {
            return text.substring(0, 12) + "…";
        }
        if (!INSTANT.matcher(text).matches()) {
            return text;
        }
        try {
            return Times.brief(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
