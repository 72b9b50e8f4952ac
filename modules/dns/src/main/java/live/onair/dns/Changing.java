package live.onair.dns;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.dns.DnsRows.ChangeState;
import live.onair.dns.DnsRows.ChangeTrouble;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.spi.DnsResolver.Answers;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** How far a change is: the halves of it that are in transactions. What is over stays as it is. */
@Singleton
@Transactional
class Changing {

    /** What is not answered by then has failed: a zone's servers hear of a change within a minute. */
    private static final Duration TO_ANSWER = Duration.ofMinutes(3);

    private final Statements sql;
    private final Clock clock;
    private final ChangeBook changes;
    private final NameBook names;
    private final WorkQueue queue;
    private final Event<DnsEvent> events;

    @Inject
    Changing(Statements sql, Clock clock, ChangeBook changes, NameBook names, WorkQueue queue, Event<DnsEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.changes = changes;
        this.names = names;
        this.queue = queue;
        this.events = events;
    }

    /**
     * A change that is not over.
     *
     * @param ticket by which the zone is asked whether it is everywhere; null for nothing to ask
     * @param until when it has failed
     */
    record Task(DnsChange change, @Nullable String ticket, Instant until) {}

    public Optional<Task> task(long number) {
        return changes.find(number)
                .filter(change -> change.state().isRunning())
                .flatMap(change -> sql.one(
                        "select ticket, until from dns.change where number = ?",
                        row -> new Task(change, row.textOrNull("ticket"), row.instant("until")),
                        number));
    }

    /** It is about to be sent. */
    public void applying(long number) {
        sql.run(
                "update dns.change set state = ? where number = ? and state = ?",
                ChangeState.APPLYING,
                number,
                ChangeState.PLANNED);
    }

    /** It is written, and stands there. */
    public void applied(DnsChange change, @Nullable String ticket) {
        Instant now = clock.instant();
        int moved = sql.run(
                "update dns.change set state = ?, ticket = ?, applied_at = ?, until = ? where number = ? and state in (?, ?)",
                ChangeState.VERIFYING,
                ticket,
                now,
                now.plus(TO_ANSWER),
                change.number(),
                ChangeState.PLANNED,
                ChangeState.APPLYING);
        if (moved > 0) {
            names.stands(change.name(), change.after(), now);
            events.fire(new DnsEvent.Applied(change.number(), change.name()));
        }
    }

    /** All servers have heard of it. */
    public void everywhere(long number) {
        sql.run("update dns.change set ticket = null where number = ?", number);
    }

    /** The servers answered so; over when that is what was wanted. */
    public void answered(DnsChange change, Answers answers, boolean asWanted) {
        List<String> words = Answered.words(answers);
        sql.run(
                "update dns.change set answers = ?, answer_ttl = ? where number = ? and ended_at is null",
                words,
                answers.ttlSeconds(),
                change.number());
        if (asWanted
                && sql.run(
                                "update dns.change set state = ?, ended_at = ? where number = ? and ended_at is null",
                                ChangeState.DONE,
                                clock.instant(),
                                change.number())
                        > 0) {
            events.fire(new DnsEvent.Verified(change.number(), change.name(), String.join(", ", words)));
            queue.put(new LookAtName(change.name()));
        }
    }

    /** It did not come right. */
    public void failed(DnsChange change, ChangeTrouble trouble, @Nullable String detail) {
        int ended = sql.run(
                "update dns.change set state = ?, trouble = ?, detail = ?, ended_at = ? where number = ? and ended_at is null",
                ChangeState.FAILED,
                trouble,
                detail,
                clock.instant(),
                change.number());
        if (ended > 0) {
            events.fire(new DnsEvent.Failed(change.number(), change.name(), trouble.name(), detail));
            queue.put(new LookAtName(change.name()));
        }
    }

    /** What stands there is not what was planned from. */
    public void overtaken(DnsChange change, List<DnsRecord> now) {
        names.stands(change.name(), now, clock.instant());
        List<String> words = now.stream().map(RecordText::words).toList();
        failed(change, ChangeTrouble.ZONE_CHANGED, String.join(", ", words));
    }
}
