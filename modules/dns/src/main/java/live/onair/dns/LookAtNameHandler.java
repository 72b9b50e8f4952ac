package live.onair.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.spi.DnsZone;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/** Looks at what stands at a name and keeps it, so that it can be shown and planned from without asking. */
@Singleton
class LookAtNameHandler implements WorkHandler<LookAtName> {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Zones zones;
    private final Seeing seeing;
    private final Clock clock;

    @Inject
    LookAtNameHandler(Zones zones, Seeing seeing, Clock clock) {
        this.zones = zones;
        this.seeing = seeing;
        this.clock = clock;
    }

    @Override
    public Class<LookAtName> type() {
        return LookAtName.class;
    }

    @Override
    public Next handle(LookAtName work) {
        String name = work.name();
        if (!seeing.isWatched(name)) {
            return Next.done();
        }
        Instant began = clock.instant();
        try {
            DnsZone zone = zones.zone();
            String words = zone.zone().words();
            List<DnsRecord> records = zone.read(name);
            seeing.saw(name, words, records, began);
        } catch (CloudException e) {
            seeing.failed(name, e.fault() + ": " + e.getMessage());
        }
        return Next.after(PAUSE);
    }
}
