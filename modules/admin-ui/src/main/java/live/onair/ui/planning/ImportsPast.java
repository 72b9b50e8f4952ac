package live.onair.ui.planning;

import live.onair.planning.Imports;
import live.onair.ui.Jobs;
import live.onair.ui.PastImports;

/** Schedules that came in as files. */
final class ImportsPast {

    private static final PastImports.Kind KIND =
            new PastImports.Kind(Imports.class, "imports.undo", "import", "import");

    private ImportsPast() {}

    static PastImports of(Imports imports, Jobs jobs) {
        return new PastImports(
                KIND, () -> imports.list().stream().map(ImportsPast::told).toList(), imports::undo, jobs);
    }

    private static PastImports.Past told(Imports.Row row) {
        return new PastImports.Past(
                row.id(),
                row.name(),
                row.counts().added(),
                row.counts().changed(),
                row.at(),
                row.by(),
                row.undoneAt() == null ? null : String.valueOf(row.undoneBy()));
    }
}
