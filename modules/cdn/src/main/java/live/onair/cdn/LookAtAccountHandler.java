package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.LookAtAccountHandler.LookAtAccount;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Asks a CDN's own account how the CDN is set up and what it has carried, again and again: somebody may change it there. */
@Singleton
class LookAtAccountHandler implements WorkHandler<LookAtAccount> {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final CdnAdapters adapters;
    private final StandingBook book;

    @Inject
    LookAtAccountHandler(CdnAdapters adapters, StandingBook book) {
        this.adapters = adapters;
        this.book = book;
    }

    /** Ask the account of this CDN. */
    record LookAtAccount(String cdn) implements Work {
        @Override
        public String key() {
            return cdn;
        }
    }

    @Override
    public Class<LookAtAccount> type() {
        return LookAtAccount.class;
    }

    @Override
    public Next handle(LookAtAccount work) {
        Optional<CdnAccount> account = adapters.account(work.cdn());
        if (account.isEmpty() || !book.isUsed(work.cdn())) {
            book.forget(work.cdn());
            return Next.done();
        }
        try {
            YearMonth month = book.month();
            Optional<CdnSetup> setup = account.get().setup(work.cdn());
            book.keep(work.cdn(), setup.orElse(null), month, account.get().carried(work.cdn(), month));
        } catch (CloudException e) {
            book.trouble(work.cdn(), e.fault() + ": " + e.getMessage());
        }
        return Next.after(PAUSE);
    }
}
