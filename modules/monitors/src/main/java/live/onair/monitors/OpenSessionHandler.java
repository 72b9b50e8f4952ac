package live.onair.monitors;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.KeySeal;
import live.onair.monitors.spi.MonitorStreams;
import live.onair.scheduling.spi.Backend;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Opens a session for whoever asked, while they still wait for it. A session that nobody took ends by itself. */
@Singleton
class OpenSessionHandler implements WorkHandler<OpenSessionHandler.OpenSession> {

    /** So long a session lasts. */
    static final Duration LASTING = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final Instance<MonitorStreams> backends;
    private final Clock clock;

    @Inject
    OpenSessionHandler(Ledger ledger, @Any Instance<MonitorStreams> backends, Clock clock) {
        this.ledger = ledger;
        this.backends = backends;
        this.clock = clock;
    }

    /** Open this session. */
    record OpenSession(String monitor, String order) implements Work {
        @Override
        public String key() {
            return order;
        }
    }

    /** What is asked, of whom, since when. */
    record Question(String backend, KeySeal seal, Instant askedAt) {}

    @Override
    public Class<OpenSession> type() {
        return OpenSession.class;
    }

    @Override
    public Next handle(OpenSession work) {
        Question question = ledger.question(work).orElse(null);
        if (question == null) {
            return Next.done();
        }
        try {
            MonitorStreams port = Backend.Named.adapter(backends, question.backend());
            ledger.opened(work, question.seal(), port.open(work.monitor(), null, LASTING));
        } catch (CloudException e) {
            boolean waits = question.askedAt().plus(PATIENCE).isAfter(clock.instant());
            if (e.fault().isRetried() && waits) {
                return Next.after(SOON);
            }
            ledger.failed(work, e);
        }
        return Next.done();
    }

    /** The halves of the work that lie in a transaction. */
    @Singleton
    @Transactional
    static class Ledger {

        private final Statements sql;
        private final Event<MonitorEvent> events;

        @Inject
        Ledger(Statements sql, Event<MonitorEvent> events) {
            this.sql = sql;
            this.events = events;
        }

        Optional<Question> question(OpenSession work) {
            return sql.one(
                    "select m.backend, s.seal, s.asked_at from monitors.session s"
                            + " join monitors.monitor m on m.id = s.monitor_id"
                            + " where s.id::text = ? and s.state = 'WAITING'",
                    row -> new Question(row.text("backend"), new KeySeal(row.text("seal")), row.instant("asked_at")),
                    work.order());
        }

        /** The address is there for whoever asked. */
        void opened(OpenSession work, KeySeal seal, MonitorStreams.Session session) {
            sql.run(
                    "update monitors.session set state = 'READY', sealed = ?, until_at = ?"
                            + " where id::text = ? and state = 'WAITING'",
                    seal.close(session.url().toString()),
                    session.until(),
                    work.order());
        }

        /** There is none. */
        void failed(OpenSession work, CloudException why) {
            sql.run(
                    "update monitors.session set state = 'FAILED', fault = ?, words = ? where id::text = ?",
                    why.fault(),
                    String.valueOf(why.getMessage()),
                    work.order());
            events.fire(new MonitorEvent.SessionFailed(
                    work.monitor(), work.order(), why.fault().name()));
        }
    }
}
