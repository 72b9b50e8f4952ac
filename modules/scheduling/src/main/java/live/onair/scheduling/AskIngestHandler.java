package live.onair.scheduling;

import static live.onair.scheduling.ShowRefusal.PLAN_OTHER;

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
import live.onair.kernel.KeySeal;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.Input;
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

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final ChannelPresses presses;
    private final Instance<IngestKeys> backends;
    private final Clock clock;

    @Inject
    AskIngestHandler(Ledger ledger, ChannelPresses presses, @Any Instance<IngestKeys> backends, Clock clock) {
        this.ledger = ledger;
        this.presses = presses;
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
            String channel,
            String backend,
            boolean renews,
            Input input,
            String seal,
            Instant askedAt,
            boolean begun,
            boolean running,
            @Nullable String plan) {}

    @Override
    public Class<AskIngest> type() {
        return AskIngest.class;
    }

    @Override
    public Next handle(AskIngest work) {
        Question question = ledger.question(work).orElse(null);
        if (question == null || question.renews() && !question.begun() && !begun(work, question)) {
            return Next.done();
        }
        try {
            IngestKeys port = Backend.Named.adapter(backends, question.backend());
            if (!question.seal().isEmpty()) {
                ledger.answered(work, question, sealed(port, work, question));
            }
            ledger.read(work.channel(), port.doors(work.channel()));
            return Next.done();
        } catch (CloudException e) {
            return troubled(work, question, e);
        }
    }

    /** Nothing is begun by other calls than those that were approved. */
    private boolean begun(AskIngest work, Question question) {
        return ledger.begin(work, question, presses.isStill(presses.again(question), question.plan()));
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
            return Next.after(Duration.ofSeconds(1));
        }
        ledger.told(work, e.fault().name(), String.valueOf(e.getMessage()), Encoders.Progress.WAITING);
        return Next.after(Duration.ofSeconds(5));
    }

    private static String sealed(IngestKeys port, AskIngest work, Question question) {
        KeySeal seal = new KeySeal(question.seal());
        var order = new IngestKeys.Order(work.order(), work.channel(), question.input(), seal);
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
            Optional<Question> question = sql.one(
                    "select c.backend, o.deed, o.input, o.seal, coalesce(o.asked_at, i.asked_at, ?) asked, o.begun_at, o.plan,"
                            + " exists (select 1 from scheduling.show where run_open and run_channel = c.id) running"
                            + " from scheduling.resource c"
                            + " left join scheduling.key_order o on o.id::text = ? and o.state = 'WAITING'"
                            + " left join scheduling.ingest i on i.channel_id = c.id"
                            + " where c.id = ? and c.kind = 'CHANNEL' and c.archived_at is null",
                    row -> new Question(
                            work.channel(),
                            row.text("backend"),
                            row.maybeText("deed").orElse("").equals("RENEW"),
                            Input.valueOf(row.maybeText("input").orElse("A")),
                            row.maybeText("seal").orElse(""),
                            row.instant("asked"),
                            !row.isNull("begun_at"),
                            row.isTrue("running"),
                            row.textOrNull("plan")),
                    clock.instant(),
                    work.order(),
                    work.channel());
            if (question.isEmpty()) {
                ended(work, CloudFault.NOT_FOUND.name(), "the channel was put away");
            }
            return question;
        }

        /** Only while somebody waits for the new key and no show needs the old one; of several the last one counts. */
        boolean begin(AskIngest work, Question question, boolean asPlanned) {
            Instant now = clock.instant();
            boolean late = !now.isBefore(question.askedAt().plus(PATIENCE));
            if (question.running() || late || !asPlanned) {
                Enum<?> why = question.running() ? CloudFault.CONFLICT : late ? CloudFault.UNAVAILABLE : PLAN_OTHER;
                ended(work, why.name(), "it was not begun: the old key still opens the channel");
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
        boolean told(AskIngest work, String fault, String words, Encoders.Progress progress) {
            String update = "update scheduling.key_order set state = ?, fault = ?, words = ?"
                    + " where id::text = ? and state = 'WAITING'";
            return sql.run(update, progress, fault, words, work.order()) > 0;
        }

        private boolean ended(AskIngest work, String fault, String words) {
            boolean asked = told(work, fault, words, Encoders.Progress.FAILED);
            if (asked) {
                events.fire(new ResourceEvent.KeyFailed(work.channel(), fault));
            }
            return asked;
        }

        /** It did not say. */
        void failed(AskIngest work, CloudException why) {
            if (!ended(work, why.fault().name(), String.valueOf(why.getMessage()))) {
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
