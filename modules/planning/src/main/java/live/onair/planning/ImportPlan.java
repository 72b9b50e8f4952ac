package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sheets.Columns;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import org.jspecify.annotations.Nullable;

/** What a file asks for, line by line: read, matched with what is there, and tried out as one batch. */
@Singleton
class ImportPlan {

    private final Shows shows;
    private final Bookings bookings;
    private final Channels channels;
    private final Resources resources;
    private final ImportBook book;

    @Inject
    ImportPlan(Shows shows, Bookings bookings, Channels channels, Resources resources, ImportBook book) {
        this.shows = shows;
        this.bookings = bookings;
        this.channels = channels;
        this.resources = resources;
        this.book = book;
    }

    /**
     * What a file asks for.
     *
     * @param read its lines as they were understood
     * @param items what there is to do, by index of the line
     * @param before the shows that are meant, by index of the line
     */
    record Plan(
            Imports.Look look,
            List<ImportReader.Read> read,
            Map<Integer, Bookings.Item> items,
            Map<Integer, ShowRows.Show> before) {}

    Outcome<Sheet> sheet(Imports.Upload upload) {
        byte[] file = upload.file();
        return file == null ? Sheets.read(upload.text() == null ? "" : upload.text()) : Sheets.read(file);
    }

    Plan plan(Sheet sheet, Imports.Upload upload) {
        Map<ImportField, Integer> mapping =
                Columns.of(ImportField.class, sheet, upload.mapping(), book.mapping(sheet.signature()));
        List<Reason> missing = missing(mapping);
        if (!missing.isEmpty()) {
            return new Plan(
                    new Imports.Look(sheet.columns(), mapping, List.of(), new Imports.Counts(0, 0, 0, 0), missing),
                    List.of(),
                    Map.of(),
                    Map.of());
        }
        ImportReader reader = new ImportReader(mapping, names());
        List<ImportReader.Read> read = sheet.lines().stream().map(reader::read).toList();
        ImportMatch match = matched(read);
        Map<Integer, Bookings.Item> items = new HashMap<>();
        Map<Integer, ShowRows.Show> before = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).isRight() && match.wrong(i).isEmpty()) {
                items.put(i, item(read.get(i), match.show(i)));
                int index = i;
                match.show(i).ifPresent(show -> before.put(index, show));
            }
        }
        List<Imports.Line> lines = lines(read, match, items);
        return new Plan(
                new Imports.Look(sheet.columns(), mapping, lines, counts(lines), List.of()), read, items, before);
    }

    private static List<Reason> missing(Map<ImportField, Integer> mapping) {
        return ImportField.missing(mapping).stream()
                .map(field -> ImportReader.reason(ImportRefusal.COLUMN_MISSING, field, ""))
                .toList();
    }

    private ImportReader.Names names() {
        Map<String, String> known = new HashMap<>();
        channels.list().forEach(c -> {
            known.put(c.name().toLowerCase(Locale.ROOT), c.id());
            known.put(c.id().toLowerCase(Locale.ROOT), c.id());
        });
        return new ImportReader.Names(known, names(Resources.Kind.STUDIO), names(Resources.Kind.HOST));
    }

    private Map<String, String> names(Resources.Kind kind) {
        Map<String, String> known = new HashMap<>();
        resources.list(kind).forEach(r -> {
            known.put(r.name().toLowerCase(Locale.ROOT), r.id());
            known.put(r.id().toLowerCase(Locale.ROOT), r.id());
        });
        return known;
    }

    private ImportMatch matched(List<ImportReader.Read> read) {
        List<ShowRows.Show> around = ImportMatch.span(read)
                .map(span -> shows.board(span[0].minus(ImportMatch.NEAR), span[1].plus(ImportMatch.NEAR)))
                .orElse(List.of());
        List<String> keys = read.stream()
                .map(ImportReader.Read::key)
                .filter(key -> !key.isEmpty())
                .toList();
        Map<String, String> keyed = book.showsOf(keys);
        Set<String> named = Stream.concat(read.stream().map(ImportReader.Read::id), keyed.values().stream())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        ImportMatch match = new ImportMatch(bookings.those(named), keyed, around);
        match.match(read);
        return match;
    }

    private static Bookings.Item item(ImportReader.Read line, Optional<ShowRows.Show> show) {
        return show.<Bookings.Item>map(s -> new Shows.Change(s.id(), s.version(), line.plan()))
                .orElse(line.plan());
    }

    /** In the order of the file: what was read, then what the batch says of the rest. */
    private List<Imports.Line> lines(
            List<ImportReader.Read> read, ImportMatch match, Map<Integer, Bookings.Item> items) {
        List<Integer> places = items.keySet().stream().sorted().toList();
        List<Bookings.Line> tried = places.isEmpty()
                ? List.of()
                : bookings.tryAll(places.stream().map(items::get).toList());
        Map<Integer, Bookings.Line> by = new HashMap<>();
        for (int i = 0; i < tried.size(); i++) {
            by.put(places.get(i), tried.get(i));
        }
        List<Imports.Line> lines = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            lines.add(line(read.get(i), match.show(i), by.get(i), match.wrong(i)));
        }
        return List.copyOf(lines);
    }

    private static Imports.Line line(
            ImportReader.Read read,
            Optional<ShowRows.Show> show,
            Bookings.@Nullable Line tried,
            Optional<Reason> unmatched) {
        List<Reason> reasons = new ArrayList<>(read.wrong());
        unmatched.ifPresent(reasons::add);
        if (tried != null) {
            reasons.addAll(tried.wrong());
        }
        Imports.Verdict verdict = !reasons.isEmpty() || tried == null
                ? Imports.Verdict.WRONG
                : switch (tried.deed()) {
                    case ADDED -> Imports.Verdict.ADDED;
                    case CHANGED, CANCELLED -> Imports.Verdict.CHANGED;
                    case SAME -> Imports.Verdict.SAME;
                };
        return new Imports.Line(
                read.line().number(),
                verdict,
                show.map(ShowRows.Show::id).orElse(null),
                String.valueOf(read.plan().title()),
                read.plan().start(),
                tried == null ? List.of() : tried.differences(),
                List.copyOf(reasons));
    }

    private static Imports.Counts counts(List<Imports.Line> lines) {
        Map<Imports.Verdict, Long> by =
                lines.stream().collect(Collectors.groupingBy(Imports.Line::verdict, Collectors.counting()));
        return new Imports.Counts(
                by.getOrDefault(Imports.Verdict.ADDED, 0L).intValue(),
                by.getOrDefault(Imports.Verdict.CHANGED, 0L).intValue(),
                by.getOrDefault(Imports.Verdict.SAME, 0L).intValue(),
                by.getOrDefault(Imports.Verdict.WRONG, 0L).intValue());
    }
}
