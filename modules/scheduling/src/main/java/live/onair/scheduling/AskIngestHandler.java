package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.KeySeal;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Asks a backend for a key, and where the channel's encoders connect. A lost answer is asked for again under the same id;
 * that the backend does not answer at all is told after a while. A new key that was begun is led to its end for as long as
 * its asker can take it, since the old key may be gone by then; one whose turn comes too late is not begun.
 */
@Singleton
class AskIngestHandler implements WorkHandler<AskIngestHandler.AskIngest> {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Instance<IngestKeys> backends;
    private final Clock clock;

    @Inject
    AskIngestHandler(Ledger ledger, @Any Instance<IngestKeys> backends, Clock clock) {
        this.ledger = ledger;
        this.backends = backends;
        this.clock = clock;
    }

    /**
     * Ask the backend of this channel.
     *
     * @param order the question for a key, empty to ask for the addresses only
     */
    record AskIngest(String channel, String order) implements Work {
        @Override
        public String key() {
            return channel + " " + order;
        }
    }

    /** What is asked, of whom, since when. */
    record Question(
            String backend,
            @Nullable String deed,
            Input input,
            String seal,
            Instant askedAt,
            boolean begun,
            boolean running) {

        boolean renews() {
            return "RENEW".equals(deed);
        }
    }

    @Override
    public Class<AskIngest> type() {
        return AskIngest.class;
    }

    @Override
    public Next handle(AskIngest work) {
        Question question = ledger.question(work).orElse(null);
        if (question == null) {
            return Next.done();
        }
        try {
            IngestKeys port = Backend.Named.adapter(backends, question.backend());
            if (question.deed() != null) {
                ledger.answered(work, question, sealed(port, work, question));
            }
            ledger.read(work.channel(), port.doors(work.channel()));
            return Next.done();
        } catch (CloudException e) {
            return troubled(work, question, e);
        }
    }

    private Next troubled(AskIngest work, Question question, CloudException e) {
        Duration waited = Duration.between(question.askedAt(), clock.instant());
        Duration longest = question.renews() ? KeyBook.KEPT : PATIENCE;
        boolean again = e.fault().isRetried() && e.fault() != CloudFault.CONFLICT;
        if (!again || waited.compareTo(longest) >= 0) {
            ledger.failed(work, e);
            return Next.done();
        }
        if (waited.compareTo(PATIENCE) < 0) {
            return Next.after(SOON);
        }
        ledger.told(work, e, Encoders.Progress.WAITING);
        return Next.after(LATER);
    }

    private static String sealed(IngestKeys port, AskIngest work, Question question) {
        IngestKeys.Order order =
                new IngestKeys.Order(work.order(), work.channel(), question.input(), new KeySeal(question.seal()));
        return question.renews()
                ? port.renew(order)
                : port.reveal(order)
                        .orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, "there is no key to show yet"));
    }

    /** The halves of the work that lie in a transaction. */
    @Singleton
    @Transactional
    static class Ledger {

        private final Statements sql;
        private final Clock clock;
        private final Event<ResourceEvent> events;

        @Inject
        Ledger(Statements sql, Clock clock, Event<ResourceEvent> events) {
            this.sql = sql;
            this.clock = clock;
            this.events = events;
        }

        /** What is still to be asked; what may not be asked any more has failed. */
        Optional<Question> question(AskIngest work) {
            Question question = read(work).orElse(null);
            if (question == null) {
                ended(work, new CloudException(CloudFault.NOT_FOUND, "the channel was put away"));
            } else if (question.renews() && !question.begun()) {
                return begin(work, question) ? Optional.of(question) : Optional.empty();
            }
            return Optional.ofNullable(question);
        }

        private Optional<Question> read(AskIngest work) {
            return sql.one(
                    "select c.backend, o.deed, o.input, o.seal, coalesce(o.asked_at, i.asked_at, ?) asked, o.begun_at,"
                            + " exists (select 1 from scheduling.show where run_open and run_channel = c.id) running"
                            + " from scheduling.resource c"
                            + " left join scheduling.key_order o on o.id::text = ? and o.state = 'WAITING'"
                            + " left join scheduling.ingest i on i.channel_id = c.id"
                            + " where c.id = ? and c.kind = 'CHANNEL' and c.archived_at is null",
                    row -> new Question(
                            row.text("backend"),
                            row.textOrNull("deed"),
                            Input.valueOf(row.maybeText("input").orElse("A")),
                            row.maybeText("seal").orElse(""),
                            row.instant("asked"),
                            !row.isNull("begun_at"),
                            row.isTrue("running")),
                    clock.instant(),
                    work.order(),
                    work.channel());
        }

        /** Only while somebody waits for the new key and no show needs the old one; of several the last one counts. */
        private boolean begin(AskIngest work, Question question) {
            Instant now = clock.instant();
            if (question.running() || !now.isBefore(question.askedAt().plus(PATIENCE))) {
                CloudFault why = question.running() ? CloudFault.CONFLICT : CloudFault.UNAVAILABLE;
                ended(work, new CloudException(why, "it was not begun: the old key still opens the channel"));
                return false;
            }
            sql.run("update scheduling.key_order set begun_at = ? where id::text = ?", now, work.order());
            int before = sql.run(
                    "update scheduling.key_order set state = 'FAILED', fault = ?, words = 'a newer key was asked for'"
                            + " where channel_id = ? and input = ? and deed = 'RENEW' and state = 'WAITING'"
                            + " and asked_at < ?",
                    CloudFault.UNKNOWN_OUTCOME,
                    work.channel(),
                    question.input(),
                    question.askedAt());
            if (before > 0) {
                events.fire(new ResourceEvent.KeyFailed(work.channel(), CloudFault.UNKNOWN_OUTCOME.name()));
            }
            return true;
        }

        /** The key is there for whoever asked. */
        void answered(AskIngest work, Question question, String sealed) {
            int fresh = sql.run(
                    "update scheduling.key_order set state = 'READY', sealed = ?, fault = null, words = null"
                            + " where id::text = ? and state = 'WAITING'",
                    sealed,
                    work.order());
            if (fresh > 0 && question.renews()) {
                events.fire(new ResourceEvent.KeyRotated(work.channel(), null));
            }
        }

        /** This is where encoders connect. */
        void read(String channel, List<IngestKeys.Door> doors) {
            Instant now = clock.instant();
            sql.run(
                    "insert into scheduling.ingest (channel_id, inputs, servers, asked_at, read_at)"
                            + " values (?, ?, ?, ?, ?) on conflict (channel_id) do update set inputs = excluded.inputs,"
                            + " servers = excluded.servers, read_at = excluded.read_at, fault = null, words = null",
                    channel,
                    doors.stream().map(door -> door.input().name()).toList(),
                    doors.stream().map(IngestKeys.Door::server).toList(),
                    now,
                    now);
        }

        /** It has not said yet; it is asked on, or not. */
        boolean told(AskIngest work, CloudException why, Encoders.Progress progress) {
            String update = "update scheduling.key_order set state = ?, fault = ?, words = ?"
                    + " where id::text = ? and state = 'WAITING'";
            return sql.run(update, progress, why.fault(), String.valueOf(why.getMessage()), work.order()) > 0;
        }

        private boolean ended(AskIngest work, CloudException why) {
            boolean asked = told(work, why, Encoders.Progress.FAILED);
            if (asked) {
                events.fire(
                        new ResourceEvent.KeyFailed(work.channel(), why.fault().name()));
            }
            return asked;
        }

        /** It did not say. */
        void failed(AskIngest work, CloudException why) {
            if (!ended(work, why)) {
                sql.run(
                        "update scheduling.ingest set read_at = ?, fault = ?, words = ? where channel_id = ?",
                        clock.instant(),
                        why.fault(),
                        String.valueOf(why.getMessage()),
                        work.channel());
            }
        }
    }
}
