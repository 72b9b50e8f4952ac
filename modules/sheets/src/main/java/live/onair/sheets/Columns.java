package live.onair.sheets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which column of a table means which field: as somebody says, else as it was before, else as the names say. */
public final class Columns {

    private Columns() {}

    /**
     * Column by field, from 0.
     *
     * @param given what somebody says; columns that are not there are left out; null if nobody does
     * @param before what was right for columns of these names; empty if they are new
     */
    public static <F extends Enum<F> & SheetField> Map<F, Integer> of(
            Class<F> fields, Sheet sheet, @Nullable Map<F, Integer> given, Optional<Map<F, Integer>> before) {
        Map<F, Integer> mapping = new EnumMap<>(fields);
        if (given != null) {
            given.forEach((field, column) -> {
                if (column != null && column >= 0 && column < sheet.columns().size()) {
                    mapping.put(field, column);
                }
            });
        } else if (before.isPresent()) {
            mapping.putAll(before.get());
        } else {
            sheet.guess(names(fields)).forEach((field, column) -> mapping.put(Enum.valueOf(fields, field), column));
        }
        return mapping;
    }

    private static <F extends Enum<F> & SheetField> Map<String, List<String>> names(Class<F> fields) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        Arrays.stream(fields.getEnumConstants()).forEach(field -> names.put(field.name(), field.names()));
        return names;
    }

    /** The fields without which there is nothing to take, and which have no column. */
    public static <F extends Enum<F> & SheetField> List<F> missing(Class<F> fields, Map<F, Integer> mapping) {
        return Arrays.stream(fields.getEnumConstants())
                .filter(field -> field.isNeeded() && !mapping.containsKey(field))
                .toList();
    }
}
