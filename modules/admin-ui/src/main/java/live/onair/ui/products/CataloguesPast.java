package live.onair.ui.products;

import live.onair.products.Catalogues;
import live.onair.ui.Jobs;
import live.onair.ui.PastImports;

/** Catalogues that came in as files. */
final class CataloguesPast {

    private static final PastImports.Kind KIND =
            new PastImports.Kind(Catalogues.class, "catalogues.undo", "catalogue", "products/import");

    private CataloguesPast() {}

    static PastImports of(Catalogues imports, Jobs jobs) {
        return new PastImports(
                KIND, () -> imports.list().stream().map(CataloguesPast::told).toList(), imports::undo, jobs);
    }

    private static PastImports.Past told(Catalogues.CatalogueImport row) {
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
