package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sheets.Sheet;

/** Tables that go out: the schedule in the form that is imported, and the wrong lines of a file with their reasons. */
@Singleton
class ImportTables {

    private static final List<ImportField> COLUMNS = List.of(
            ImportField.ID,
            ImportField.TITLE,
            ImportField.CHANNEL,
            ImportField.STUDIO,
            ImportField.HOSTS,
            ImportField.START,
            ImportField.END,
            ImportField.DESCRIPTION);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ImportMoments.SEOUL);

    private final Shows shows;

    @Inject
    ImportTables(Shows shows) {
        this.shows = shows;
    }

    Sheet schedule(Instant from, Instant to) {
        List<Sheet.Line> lines = new ArrayList<>();
        for (ShowRows.Show show : shows.board(from, to)) {
            ShowRows.Named studio = show.studio();
            lines.add(new Sheet.Line(
                    lines.size() + 2,
                    List.of(
                            show.id(),
                            show.title(),
                            show.channel().name(),
                            studio == null ? "" : studio.name(),
                            show.hosts().stream().map(ShowRows.Named::name).collect(Collectors.joining(", ")),
                            TIME.format(show.startsAt()),
                            TIME.format(show.endsAt()),
                            show.description())));
        }
        return new Sheet(COLUMNS.stream().map(ImportField::ko).toList(), lines);
    }

    /** The wrong lines as they came, with their reasons in a last column. */
    Sheet errors(Sheet sheet, Imports.Look look, Locale locale) {
        return sheet.wrong(
                look.lines().stream().collect(Collectors.toMap(Imports.Line::number, Imports.Line::reasons)), locale);
    }
}
