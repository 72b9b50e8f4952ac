package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Facts;
import org.jspecify.annotations.Nullable;

/** Carries an import out as one batch and writes down what it did, so that all of it can be taken back. */
@Singleton
class ImportDeed {

    private final Bookings bookings;
    private final Shows shows;
    private final ImportBook book;

    @Inject
    ImportDeed(Bookings bookings, Shows shows, ImportBook book) {
        this.bookings = bookings;
        this.shows = shows;
        this.book = book;
    }

    Outcome<Imports.Row> carryOut(ImportPlan.Plan plan, @Nullable String name) {
        Imports.Counts counts = plan.look().counts();
        if (!plan.look().reasons().isEmpty()) {
            return Outcome.refused(plan.look().reasons());
        }
        if (counts.wrong() > 0) {
            return Outcome.refused(ImportRefusal.LINES_WRONG.with("count", counts.wrong()));
        }
        if (counts.added() + counts.changed() == 0) {
            return Outcome.refused(ImportRefusal.NOTHING_NEW.with());
        }
        List<Integer> places = plan.items().keySet().stream().sorted().toList();
        return bookings.applyAll(places.stream().map(plan.items()::get).toList())
                .map(lines -> book.add(clean(name), counts, done(plan, places, lines)));
    }

    private List<ImportBook.Done> done(ImportPlan.Plan plan, List<Integer> places, List<Bookings.Line> lines) {
        Map<String, Integer> versions = versions(plan.read());
        List<ImportBook.Done> done = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Bookings.Line line = lines.get(i);
            ImportReader.Read read = plan.read().get(places.get(i));
            if (!read.key().isEmpty()) {
                book.key(read.key(), line.show());
            }
            if (line.deed() != Bookings.Deed.SAME) {
                ShowRows.Show before = plan.before().get(places.get(i));
                done.add(new ImportBook.Done(
                        line.show(),
                        line.deed(),
                        versions.get(line.show()),
                        before == null ? null : before.version(),
                        before == null ? null : written(before)));
            }
        }
        return done;
    }

    /** All at once: every show of the file lies within its span. */
    private Map<String, Integer> versions(List<ImportReader.Read> read) {
        Instant[] span = ImportMatch.span(read).orElseThrow();
        return shows.board(span[0], span[1]).stream()
                .collect(Collectors.toMap(ShowRows.Show::id, ShowRows.Show::version));
    }

    private static String written(ShowRows.Show show) {
        Map<String, Object> facts =
                new LinkedHashMap<>(Facts.read(Plans.write(Plans.copy(show, show.startsAt(), show.endsAt()))));
        facts.put("start", show.startsAt());
        facts.put("end", show.endsAt());
        return Facts.write(facts);
    }

    private static String clean(@Nullable String name) {
        String clean = name == null ? "" : name.strip().replaceAll("\\p{Cntrl}", "");
        return clean.isEmpty() ? "붙여넣기" : clean.substring(0, Math.min(120, clean.length()));
    }

    /** Takes back what an import did: what it added is called off, what it changed becomes what it was. */
    Outcome<List<Bookings.Line>> undo(String id) {
        return bookings.applyAll(
                book.lines(id).stream().map(done -> back(id, done)).toList());
    }

    private static Bookings.Item back(String id, ImportBook.Done done) {
        String before = done.before();
        if (before == null) {
            return new Bookings.Cancel(done.show(), done.version(), id);
        }
        Map<String, String> facts = Facts.read(before);
        return new Shows.Change(
                done.show(),
                done.version(),
                Plans.at(Plans.read(before), instant(facts.get("start")), instant(facts.get("end"))));
    }

    private static Instant instant(@Nullable String text) {
        return Instant.parse(java.util.Objects.requireNonNull(text));
    }
}
