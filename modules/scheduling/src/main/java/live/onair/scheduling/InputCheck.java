package live.onair.scheduling;

import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** Looks at what came in from outside and gathers all that is wrong with it, each naming its field. */
final class InputCheck {

    private final List<Reason> wrong = new ArrayList<>();

    List<Reason> wrong() {
        return wrong;
    }

    void add(Reason reason) {
        wrong.add(reason);
    }

    /** A text on one line. Length is counted in code points after stripping. */
    String line(String field, @Nullable String value, int min, int max) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() && min > 0) {
            wrong.add(ShowRefusal.FIELD_MISSING.with("field", field));
        } else if (text.codePoints().anyMatch(c -> isUnseen(c))) {
            wrong.add(ShowRefusal.FIELD_CONTROL.with("field", field));
        } else if (text.codePointCount(0, text.length()) > max || text.codePointCount(0, text.length()) < min) {
            wrong.add(ShowRefusal.FIELD_LENGTH.with("field", field, "min", min, "max", max));
        }
        return text;
    }

    /** A text that may run over several lines. */
    String lines(String field, @Nullable String value, int max) {
        String text = value == null ? "" : value.strip();
        if (text.codePoints().anyMatch(c -> c != '\n' && c != '\r' && c != '\t' && isUnseen(c))) {
            wrong.add(ShowRefusal.FIELD_CONTROL.with("field", field));
        } else if (text.codePointCount(0, text.length()) > max) {
            wrong.add(ShowRefusal.FIELD_LENGTH.with("field", field, "min", 0, "max", max));
        }
        return text;
    }

    long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            wrong.add(ShowRefusal.FIELD_RANGE.with("field", field, "min", min, "max", max));
        }
        return value;
    }

    /** Control characters, line separators, and marks that turn the writing direction round. */
    private static boolean isUnseen(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.UNASSIGNED;
    }
}
