package live.onair.audit;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A value as JSON that is always written the same way: keys sorted, no blanks, instants as ISO text. */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static String of(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Optional<?> maybe) {
            write(maybe.orElse(null));
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Enum<?> constant) {
            text(constant.name());
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Iterable<?> several) {
            array(several.iterator());
        } else if (value.getClass().isArray()) {
            array(IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .iterator());
        } else if (value instanceof Record facts) {
            object(components(facts));
        } else {
            text(value.toString());
        }
    }

    private void number(Number number) {
        if (number instanceof BigDecimal decimal) {
            out.append(decimal.toPlainString());
        } else if (number instanceof Double || number instanceof Float) {
            double d = number.doubleValue();
            if (Double.isFinite(d)) {
                out.append(number);
            } else {
                text(number.toString());
            }
        } else {
            out.append(number);
        }
    }

    private void object(Map<?, ?> map) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        String between = "{";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(between);
            text(entry.getKey());
            out.append(':');
            write(entry.getValue());
            between = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void array(Iterator<?> values) {
        out.append('[');
        while (values.hasNext()) {
            write(values.next());
            if (values.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static Map<String, @Nullable Object> components(Record facts) {
        TreeMap<String, @Nullable Object> found = new TreeMap<>();
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                found.put(component.getName(), component.getAccessor().invoke(facts));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return found;
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !paired(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** A lone half of a character cannot be kept by the database. */
    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
