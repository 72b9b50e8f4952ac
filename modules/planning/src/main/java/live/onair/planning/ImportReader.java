package live.onair.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Reason;
import live.onair.scheduling.Shows;
import live.onair.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads one line of a mapped table as a plan of a show. Names everything that is wrong with it, not the first thing only. */
final class ImportReader {

    private static final Duration DAY = Duration.ofDays(1);

    private final Map<ImportField, Integer> mapping;
    private final Names names;

    /** What names in a file stand for: numbers by name, all in lower case. */
    record Names(Map<String, String> channels, Map<String, String> studios, Map<String, String> hosts) {}

    /**
     * A line as it was understood.
     *
     * @param id number of the show it says it is, empty for none
     * @param key number it has where it comes from, empty for none
     */
    record Read(Sheet.Line line, String id, String key, Shows.Schedule plan, List<Reason> wrong) {

        boolean isRight() {
            return wrong.isEmpty();
        }

        Instant start() {
            return java.util.Objects.requireNonNull(plan.start());
        }

        Instant end() {
            return java.util.Objects.requireNonNull(plan.end());
        }

        String channel() {
            return java.util.Objects.requireNonNull(plan.channel());
        }
    }

    ImportReader(Map<ImportField, Integer> mapping, Names names) {
        this.mapping = mapping;
        this.names = names;
    }

    Read read(Sheet.Line line) {
        List<Reason> wrong = new ArrayList<>();
        String title = cell(line, ImportField.TITLE);
        if (title.isEmpty()) {
            wrong.add(reason(ImportRefusal.CELL_MISSING, ImportField.TITLE, ""));
        }
        @Nullable String channel = known(line, ImportField.CHANNEL, names.channels(), wrong);
        if (cell(line, ImportField.CHANNEL).isEmpty()) {
            wrong.add(reason(ImportRefusal.CELL_MISSING, ImportField.CHANNEL, ""));
        }
        @Nullable Instant start = start(line, wrong);
        @Nullable Instant end = start == null ? null : end(line, start, wrong);
        String description = cell(line, ImportField.DESCRIPTION);
        Shows.Schedule plan = new Shows.Schedule(
                title,
                description.isEmpty() ? null : description,
                channel,
                known(line, ImportField.STUDIO, names.studios(), wrong),
                hosts(line, wrong),
                start,
                end,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Read(line, cell(line, ImportField.ID), cell(line, ImportField.KEY), plan, List.copyOf(wrong));
    }

    private String cell(Sheet.Line line, ImportField field) {
        return line.cell(mapping.getOrDefault(field, -1));
    }

    static Reason reason(ImportRefusal refusal, ImportField field, String value) {
        return refusal.with("fieldKo", field.ko(), "fieldEn", field.en(), "value", value);
    }

    private @Nullable String known(Sheet.Line line, ImportField field, Map<String, String> known, List<Reason> wrong) {
        String given = cell(line, field);
        if (given.isEmpty()) {
            return null;
        }
        String found = known.get(given.toLowerCase(Locale.ROOT));
        if (found == null) {
            wrong.add(reason(ImportRefusal.NAME_UNKNOWN, field, given));
        }
        return found;
    }

    private @Nullable List<String> hosts(Sheet.Line line, List<Reason> wrong) {
        String given = cell(line, ImportField.HOSTS);
        if (given.isEmpty()) {
            return null;
        }
        List<String> found = new ArrayList<>();
        for (String host :
                Arrays.stream(given.split("[,·/]")).map(String::strip).toList()) {
            String id = names.hosts().get(host.toLowerCase(Locale.ROOT));
            if (id == null) {
                wrong.add(reason(ImportRefusal.NAME_UNKNOWN, ImportField.HOSTS, host));
            } else {
                found.add(id);
            }
        }
        return found;
    }

    private @Nullable LocalDate day(Sheet.Line line, List<Reason> wrong) {
        String given = cell(line, ImportField.DATE);
        Optional<LocalDate> day = ImportMoments.day(given);
        if (!given.isEmpty() && day.isEmpty()) {
            wrong.add(reason(ImportRefusal.MOMENT_UNREADABLE, ImportField.DATE, given));
        }
        return day.orElse(null);
    }

    private @Nullable Instant start(Sheet.Line line, List<Reason> wrong) {
        String given = cell(line, ImportField.START);
        Optional<Instant> start = ImportMoments.moment(given, day(line, wrong));
        if (start.isEmpty()) {
            ImportRefusal why = given.isEmpty() ? ImportRefusal.CELL_MISSING : ImportRefusal.MOMENT_UNREADABLE;
            wrong.add(reason(why, ImportField.START, given));
        }
        return start.orElse(null);
    }

    private @Nullable Instant end(Sheet.Line line, Instant start, List<Reason> wrong) {
        String given = cell(line, ImportField.END);
        if (given.isEmpty()) {
            return byLength(line, start, wrong);
        }
        LocalDate day = LocalDate.ofInstant(start, ImportMoments.SEOUL);
        Optional<Instant> end = ImportMoments.moment(given, day);
        if (end.isEmpty()) {
            wrong.add(reason(ImportRefusal.MOMENT_UNREADABLE, ImportField.END, given));
        }
        // a bare time that lies before the start is meant for the night after
        boolean bare = given.matches("\\d{1,2}:?\\d{2}(:\\d{2})?");
        return end.map(at -> bare && !at.isAfter(start) ? at.plus(DAY) : at).orElse(null);
    }

    private @Nullable Instant byLength(Sheet.Line line, Instant start, List<Reason> wrong) {
        String given = cell(line, ImportField.LENGTH).replaceFirst("\\s*(분|min)$", "");
        if (given.matches("\\d{1,4}") && Integer.parseInt(given) > 0) {
            return start.plus(Duration.ofMinutes(Integer.parseInt(given)));
        }
        wrong.add(
                given.isEmpty()
                        ? reason(ImportRefusal.CELL_MISSING, ImportField.END, "")
                        : reason(ImportRefusal.LENGTH_UNREADABLE, ImportField.LENGTH, given));
        return null;
    }
}
