package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.LookAtAccountHandler.LookAtAccount;
import live.onair.cdn.mending.Lacking;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.cdn.spi.CdnProbe;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Asks a CDN whether it is well, and its account how it is set up and what it has carried, again and again: somebody may change that. */
@Singleton
class LookAtAccountHandler implements WorkHandler<LookAtAccount> {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CdnProbe probe;
    private final CdnAdapters adapters;
    private final StandingBook book;
    private final Lacking lacking;

    @Inject
    LookAtAccountHandler(CdnProbe probe, CdnAdapters adapters, StandingBook book, Lacking lacking) {
        this.probe = probe;
        this.adapters = adapters;
        this.book = book;
        this.lacking = lacking;
    }

    /** Ask this CDN and its account. */
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
        String cdn = work.cdn();
        Optional<Cdn> used = book.used(cdn);
        Optional<String> health = used.map(Cdn::healthUrl);
        Optional<CdnAccount> account = used.flatMap(found -> adapters.account(found.id()));
        if (health.isPresent()) {
            book.answered(cdn, probe.health(health.get(), PATIENCE));
        } else {
            book.forgetHealth(cdn);
        }
        if (account.isEmpty()) {
            book.forget(cdn);
            lacking.forget(cdn);
        } else if (book.isDue(cdn)) {
            ask(account.get(), cdn);
            lacking.look(account.get(), cdn);
        }
        return health.isPresent() || account.isPresent() ? Next.after(PAUSE) : Next.done();
    }

    private void ask(CdnAccount account, String cdn) {
        try {
            YearMonth month = book.month();
            CdnSetup setup = account.setup(cdn).orElse(null);
            book.keep(cdn, setup, month, account.carried(cdn, month));
        } catch (CloudException e) {
            book.trouble(cdn, e.fault() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            // whatever an account answers, the CDN is asked on whether it is well
            book.trouble(cdn, e.getClass().getSimpleName());
        }
    }
}
