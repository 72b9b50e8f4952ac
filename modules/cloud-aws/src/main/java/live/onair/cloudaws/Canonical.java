package live.onair.cloudaws;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** A request as JSON in one fixed form: fields by name, without those that are not set. The same request, the same text. */
final class Canonical {

    private Canonical() {}

    static String text(SdkPojo request) {
        StringBuilder out = new StringBuilder();
        write(out, request);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value instanceof SdkPojo pojo) {
            write(out, fields(pojo));
        } else if (value instanceof Map<?, ?> map) {
            writeMap(out, map);
        } else if (value instanceof List<?> list) {
            writeList(out, list);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof SdkBytes bytes) {
            quote(out, bytes.asUtf8String());
        } else if (value instanceof Instant at) {
            quote(out, at.toString());
        } else {
            quote(out, String.valueOf(value));
        }
    }

    private static Map<String, Object> fields(SdkPojo pojo) {
        Map<String, Object> fields = new TreeMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !isAutomatic(value)) {
                fields.put(field.memberName(), value);
            }
        }
        return fields;
    }

    /** Lists and maps that nobody has set are markers of the SDK. */
    private static boolean isAutomatic(Object value) {
        return value instanceof software.amazon.awssdk.core.util.SdkAutoConstructList<?>
                || value instanceof software.amazon.awssdk.core.util.SdkAutoConstructMap<?, ?>;
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> all =
                        new TreeMap<>(map).entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<?, ?> entry = all.next();
            quote(out, String.valueOf(entry.getKey()));
            out.append(": ");
            write(out, entry.getValue());
            out.append(all.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private static void writeList(StringBuilder out, List<?> list) {
        out.append('[');
        for (Iterator<?> all = list.iterator(); all.hasNext(); ) {
            write(out, all.next());
            out.append(all.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
