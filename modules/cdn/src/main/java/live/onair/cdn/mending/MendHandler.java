package live.onair.cdn.mending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.mending.MendBook.Task;
import live.onair.cdn.mending.MendHandler.MendCdn;
import live.onair.cdn.mending.Mends.Mend;
import live.onair.cdn.mending.Mends.MendState;
import live.onair.cdn.mending.Mends.MendTrouble;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Writes what was pressed, and looks until it is at all edges. The account writes only over the configuration that the plan was made from;
 * what stands there already, since an answer was lost, is not written again.
 */
@Singleton
class MendHandler implements WorkHandler<MendCdn> {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MendBook book;
    private final Lacking lacking;
    private final CdnAdapters adapters;
    private final Clock clock;

    @Inject
    MendHandler(MendBook book, Lacking lacking, CdnAdapters adapters, Clock clock) {
        this.book = book;
        this.lacking = lacking;
        this.adapters = adapters;
        this.clock = clock;
    }

    /** See to this press. */
    record MendCdn(long number) implements Work {
        @Override
        public String key() {
            return String.valueOf(number);
        }
    }

    @Override
    public Class<MendCdn> type() {
        return MendCdn.class;
    }

    @Override
    public Next handle(MendCdn work) {
        Optional<Task> found = book.task(work.number());
        if (found.isEmpty()) {
            return Next.done();
        }
        Task task = found.get();
        try {
            String cdn = task.mend().cdn();
            CdnAccount account = adapters.account(cdn)
                    .orElseThrow(() -> new CloudException(CloudFault.INVALID, cdn + " cannot be asked from here"));
            return task.mend().state() == MendState.ASKED ? written(task, account) : everywhere(task, account);
        } catch (CloudException e) {
            return stumbled(task, e);
        } catch (RuntimeException e) {
            // an answer that nobody foresaw: the press ends all the same
            return stumbled(task, new CloudException(CloudFault.UNAVAILABLE, e.toString(), e));
        }
    }

    private Next written(Task task, CdnAccount account) {
        Mend mend = task.mend();
        if (!clock.instant().isBefore(task.until())) {
            // nobody waits for it any more: what has come of it before is in what is read now
            lacking.look(account, mend.cdn());
            book.failed(mend, MendTrouble.OUT_OF_REACH, null);
            return Next.done();
        }
        boolean again = !book.begins(mend);
        Optional<String> version = account.mend(mend.cdn(), task.version(), mend.steps(), again);
        if (version.isEmpty()) {
            lacking.look(account, mend.cdn());
            book.failed(mend, MendTrouble.CHANGED, null);
            return Next.done();
        }
        book.written(mend, version.get());
        return Next.after(Duration.ZERO);
    }

    private Next everywhere(Task task, CdnAccount account) {
        Mend mend = task.mend();
        boolean deployed = account.setup(mend.cdn()).map(CdnSetup::deployed).orElse(true);
        if (!deployed && clock.instant().isBefore(task.until())) {
            return Next.after(PAUSE);
        }
        lacking.look(account, mend.cdn());
        if (deployed) {
            book.done(mend);
        } else {
            book.failed(mend, MendTrouble.NOT_EVERYWHERE, null);
        }
        return Next.done();
    }

    /** What can come right is tried again until the time is over; what is written already only has to be seen. */
    private Next stumbled(Task task, CloudException e) {
        boolean written = task.mend().state() == MendState.SPREADING;
        if ((written || e.fault().isRetried()) && clock.instant().isBefore(task.until())) {
            return Next.after(PAUSE);
        }
        boolean unseen = written || e.fault().isRetried();
        book.failed(
                task.mend(),
                unseen ? MendTrouble.OUT_OF_REACH : MendTrouble.NOT_TAKEN,
                e.fault() + ": " + e.getMessage());
        return Next.done();
    }
}
