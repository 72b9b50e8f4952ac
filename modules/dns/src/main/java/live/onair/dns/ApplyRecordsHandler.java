package live.onair.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.dns.Changing.Task;
import live.onair.dns.DnsRows.ChangeState;
import live.onair.dns.DnsRows.ChangeTrouble;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.spi.DnsResolver;
import live.onair.dns.spi.DnsResolver.Answers;
import live.onair.dns.spi.DnsZone;
import live.onair.dns.spi.DnsZone.Change;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/**
 * Writes a change and sees that the zone's servers answer so. Reads before it writes: what is there already, since an answer was lost, is
 * not sent again, and what is neither as before nor as wanted is somebody else's, and left alone.
 */
@Singleton
class ApplyRecordsHandler implements WorkHandler<ApplyRecords> {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int QUESTIONS = 60;

    private final Changing changing;
    private final Zones zones;
    private final DnsResolver resolver;
    private final Clock clock;

    @Inject
    ApplyRecordsHandler(Changing changing, Zones zones, DnsResolver resolver, Clock clock) {
        this.changing = changing;
        this.zones = zones;
        this.resolver = resolver;
        this.clock = clock;
    }

    @Override
    public Class<ApplyRecords> type() {
        return ApplyRecords.class;
    }

    @Override
    public Next handle(ApplyRecords work) {
        Optional<Task> task = changing.task(work.change());
        if (task.isEmpty()) {
            return Next.done();
        }
        try {
            return step(task.get());
        } catch (CloudException e) {
            return stumbled(task.get(), e);
        }
    }

    /** What can come right is tried again until the time is over. */
    private Next stumbled(Task task, CloudException e) {
        String words = e.fault() + ": " + e.getMessage();
        boolean written = task.change().state() == ChangeState.VERIFYING;
        if (!e.fault().isRetried() && !written) {
            changing.failed(task.change(), ChangeTrouble.NOT_TAKEN, words);
            return Next.done();
        }
        return again(task, ChangeTrouble.OUT_OF_REACH, words);
    }

    private Next again(Task task, ChangeTrouble trouble, String words) {
        if (clock.instant().isBefore(task.until())) {
            return Next.after(PAUSE);
        }
        changing.failed(task.change(), trouble, words);
        return Next.done();
    }

    private Next step(Task task) {
        DnsZone zone = zones.zone();
        return task.change().state() == ChangeState.VERIFYING ? verified(task, zone) : written(task.change(), zone);
    }

    private Next written(DnsChange change, DnsZone zone) {
        List<DnsRecord> now = zone.read(change.name());
        if (RecordText.same(now, change.after())) {
            changing.applied(change, null);
        } else if (RecordText.same(now, change.before())) {
            changing.applying(change.number());
            Optional<String> ticket = zone.apply(Change.between(change.before(), change.after()));
            changing.applied(change, ticket.orElse(null));
        } else {
            changing.overtaken(change, now);
            return Next.done();
        }
        return Next.after(Duration.ZERO);
    }

    private Next verified(Task task, DnsZone zone) {
        DnsChange change = task.change();
        String ticket = task.ticket();
        if (ticket != null) {
            if (!zone.isEverywhere(ticket)) {
                return again(task, ChangeTrouble.OTHER_ANSWERS, "not everywhere yet: " + ticket);
            }
            changing.everywhere(change.number());
        }
        Answers answers = ask(change, zone.zone().servers());
        boolean asWanted = Answered.as(change.after(), answers);
        changing.answered(change, answers, asWanted);
        return asWanted
                ? Next.done()
                : again(task, ChangeTrouble.OTHER_ANSWERS, String.join(", ", Answered.words(answers)));
    }

    /** Each server is asked, for what stood there before, too: what was taken away must not be answered any more. */
    private Answers ask(DnsChange change, List<String> servers) {
        List<DnsRows.RecordType> types = Stream.concat(change.before().stream(), change.after().stream())
                .map(DnsRecord::type)
                .distinct()
                .toList();
        int each = Math.max(1, QUESTIONS / Math.max(1, servers.size()));
        return servers.stream()
                .flatMap(server -> types.stream().map(type -> resolver.ask(server, change.name(), type, each)))
                .reduce(Answers.NONE, Answers::and);
    }
}
