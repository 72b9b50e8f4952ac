package live.onair.cdn.mending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.cdn.spi.CdnAccount;
import live.onair.kernel.CloudException;

/** Reads what a CDN's configuration lacks, and keeps it for plans. For the room's work handlers: never inside a transaction. */
@Singleton
public class Lacking {

    private final MendBook book;

    @Inject
    Lacking(MendBook book) {
        this.book = book;
    }

    /** Whatever the account answers, the caller goes on. */
    public void look(CdnAccount account, String cdn) {
        try {
            book.keep(cdn, account.lacks(cdn));
        } catch (CloudException e) {
            book.trouble(cdn, e.fault() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            book.trouble(cdn, e.getClass().getSimpleName());
        }
    }

    /** Nobody can ask its account any more. */
    public void forget(String cdn) {
        book.forget(cdn);
    }

    /** Goes on with presses that a restart left behind. */
    public void resume() {
        book.resume();
    }
}
