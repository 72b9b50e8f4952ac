package live.onair.shops;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.products.Catalogues;
import live.onair.sheets.Sheet;
import live.onair.shops.ShopRows.Connection;
import live.onair.shops.ShopRows.LinePage;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullKind;
import live.onair.shops.ShopRows.PullPage;
import org.jspecify.annotations.Nullable;

/** The shop that is connected: what it has is looked at, taken over, and taken back. */
@Singleton
@Transactional
@Guarded
public class Shops {

    private final PullBook book;
    private final PullShelf shelf;
    private final Catalogues catalogues;

    @Inject
    Shops(PullBook book, PullShelf shelf, Catalogues catalogues) {
        this.book = book;
        this.shelf = shelf;
        this.catalogues = catalogues;
    }

    /**
     * Which lines of a pull are asked for.
     *
     * @param verdict null for all that are kept: refused, added, changed, and those that stay behind
     * @param after the number after which the page begins; null for the first
     */
    public record LineFilter(
            Catalogues.@Nullable Verdict verdict, @Nullable Integer after, int size) {}

    /** The shop, and how the last pull went; empty where none is connected. */
    @AllowedTo
    public Optional<Connection> connection() {
        return shelf.connection();
    }

    /** Pulls, newest first, from the cursor of the page before; null for the newest. */
    @AllowedTo
    public PullPage list(@Nullable String cursor, int size) {
        return shelf.list(cursor, size);
    }

    /** One of them. */
    @AllowedTo
    public Optional<Pull> find(String id) {
        return shelf.find(id);
    }

    /** What became of its products, or would; those that are as they were are counted and not kept. */
    @AllowedTo
    public LinePage lines(String id, LineFilter filter) {
        return shelf.lines(id, filter);
    }

    /** The refused ones of a pull as a table, each with its reason. */
    @AllowedTo
    public Sheet refused(String id, Locale locale) {
        return shelf.refused(id, locale);
    }

    /** Reads all that the shop has and says what taking it would do; changes nothing. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shops.look", ko = "쇼핑몰 미리 보기", en = "Preview the shop")
    public Outcome<Pull> look() {
        return book.begin(PullKind.LOOK);
    }

    /** Reads all that the shop has and takes what can be taken. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shops.pull", ko = "쇼핑몰에서 가져오기", en = "Import from the shop", danger = Action.Danger.CAREFUL)
    public Outcome<Pull> pull() {
        return book.begin(PullKind.TAKE);
    }

    /** Stops one while pages are read; nothing is taken. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shops.stop", ko = "가져오기 멈추기", en = "Stop reading the shop")
    public Outcome<Pull> stop(String id) {
        return book.stop(id);
    }

    /** Takes back all that one has done, as long as nobody has changed any of it since. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shops.undo", ko = "쇼핑몰 가져오기 되돌리기", en = "Undo import from the shop", danger = Action.Danger.CAREFUL)
    public Outcome<Pull> undo(String id) {
        Optional<Pull> found = shelf.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(ShopRefusal.NO_PULL.with("id", id));
        }
        String imported = found.get().imported();
        return imported == null
                ? Outcome.refused(ShopRefusal.NOTHING_TO_UNDO.with("id", id))
                : catalogues.undo(imported).map(undone -> shelf.find(id).orElseThrow());
    }
}
