package live.onair.cdn.mending;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.cdn.mending.Mends.MendBar;
import live.onair.cdn.mending.Mends.MendField;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.Unmended;
import org.jspecify.annotations.Nullable;

/** Steps as lines, by tabs, which stand in no id, pattern or ARN; nothing is written as an empty part. Pure. */
final class MendText {

    private static final String TAB = "\t";

    private MendText() {}

    static List<String> steps(List<MendStep> steps) {
        return steps.stream()
                .map(one -> String.join(TAB, one.field().name(), one.of(), text(one.before()), text(one.after())))
                .toList();
    }

    static List<MendStep> readSteps(List<String> lines) {
        return lines.stream().map(MendText::step).toList();
    }

    private static MendStep step(String line) {
        String[] parts = line.split(TAB, -1);
        return new MendStep(MendField.valueOf(parts[0]), parts[1], told(parts[2]), told(parts[3]));
    }

    static List<String> others(List<Unmended> others) {
        return others.stream()
                .map(one -> String.join(TAB, one.why().name(), one.of()))
                .toList();
    }

    static List<Unmended> readOthers(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(TAB, -1))
                .map(parts -> new Unmended(MendBar.valueOf(parts[0]), parts[1]))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String told(String part) {
        return part.isEmpty() ? null : part;
    }

    /** For the event log: each field with what stood before and what stands after. */
    static Map<String, String> fields(List<MendStep> steps) {
        Map<String, String> fields = new LinkedHashMap<>();
        steps.forEach(one -> fields.put(
                (one.field().name() + " " + one.of()).strip(), text(one.before()) + " → " + text(one.after())));
        return fields;
    }
}
