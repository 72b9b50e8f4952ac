package live.onair.work;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Does the work when it is due. Started once by the deployable; a test calls {@link #runDue()} instead. */
@Singleton
public class WorkRunner {

    private static final String TABLE = "work.scheduled_tasks";
    private static final int THREADS = 16;
    private static final int ENDLESS = 10_000;

    /** Rows of a type nobody knows wait for the program that does, and ops see them; nothing deletes them silently. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final DataSource dataSource;
    private final ExecutorService executor;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transactions;
    private final Hold hold;
    private final Handlers handlers;
    private final Attempt attempt;
    private final Nudge nudge;
    private @Nullable Scheduler running;

    @Inject
    WorkRunner(
            DataSource dataSource,
            ExecutorService executor,
            Clock clock,
            TransactionSynchronizationRegistry transactions,
            Hold hold,
            Handlers handlers,
            Attempt attempt,
            Nudge nudge) {
        this.dataSource = dataSource;
        this.executor = executor;
        this.clock = clock;
        this.transactions = transactions;
        this.hold = hold;
        this.handlers = handlers;
        this.attempt = attempt;
        this.nudge = nudge;
    }

    /** Starts doing due work in the background, taking over what this node left behind when it died. */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("the work runner is running");
        }
        hold.forgetNode(handlers.node());
        Scheduler scheduler = Scheduler.create(dataSource, handlers.tasks())
                .tableName(TABLE)
                .serializer(new Wire())
                .jdbcCustomization(picking())
                .schedulerName(new SchedulerName.Fixed(handlers.node()))
                .clock(new SteadyClock(hold.databaseTime()))
                .threads(THREADS)
                .executorService(new BorrowedExecutor(executor))
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(4)
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .deleteUnresolvedAfter(NEVER)
                .addSchedulerListener(new Heartbeat(attempt))
                .build();
        scheduler.start();
        nudge.wakes(scheduler::triggerCheckForDueExecutions);
        running = scheduler;
    }

    /** Stops taking new work and waits a few seconds for what runs. */
    public synchronized void stop() {
        if (running != null) {
            nudge.wakesNobody();
            running.stop();
            running = null;
        }
    }

    /** Does all work that is due now by the injected clock, on this thread, until none is; gives how many were done. */
    public int runDue() {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("work is done outside any transaction");
        }
        ManualScheduler scheduler = onThisThread();
        int before = attempt.made();
        int seen;
        do {
            seen = attempt.made();
            scheduler.runAnyDueExecutions();
            if (attempt.made() - before > ENDLESS) {
                throw new IllegalStateException("work that puts itself again without a pause never ends");
            }
        } while (attempt.made() != seen);
        return seen - before;
    }

    private ManualScheduler onThisThread() {
        SettableClock heartbeats = new SettableClock();
        heartbeats.set(hold.databaseTime());
        TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(dataSource, handlers.tasks())
                .clock(heartbeats)
                .tableName(TABLE)
                .pollingStrategy(new PollingStrategyConfig(PollingStrategyConfig.Type.LOCK_AND_FETCH, 0.5, 1.0));
        builder.serializer(new Wire()).jdbcCustomization(picking()).threads(1);
        return builder.build();
    }

    private LanePicking picking() {
        return new LanePicking(clock, handlers.node(), handlers.types());
    }

    /** Leases live as long as the heart of this node beats. */
    private static final class Heartbeat extends AbstractSchedulerListener {
        private final Attempt attempt;

        Heartbeat(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void onSchedulerEvent(SchedulerEventType event) {
            if (event == SchedulerEventType.RAN_UPDATE_HEARTBEATS) {
                attempt.renewLeases();
            }
        }
    }
}
