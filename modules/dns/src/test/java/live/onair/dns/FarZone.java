package live.onair.dns;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.spi.DnsZone;
import live.onair.scheduling.spi.Backend;

/** A zone of somebody's that is here when it is told to be, and empty. */
@Singleton
@Backend("far")
class FarZone implements DnsZone {

    boolean here;

    @Override
    public boolean isHere() {
        return here;
    }

    @Override
    public Zone zone() {
        return new Zone("far", List.of("far.test"));
    }

    @Override
    public List<DnsRecord> read(String name) {
        return List.of();
    }

    @Override
    public Optional<String> apply(List<Change> changes) {
        return Optional.empty();
    }

    @Override
    public boolean isEverywhere(String changes) {
        return true;
    }
}
