package live.onair.dns;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.dns.spi.DnsZone;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;

/** The zone in which this installation's records are kept: the first that says so; the local one says so where no other does. */
@Singleton
class Zones {

    private final Instance<DnsZone> zones;

    @Inject
    Zones(@Any Instance<DnsZone> zones) {
        this.zones = zones;
    }

    /** For work only: asks nothing itself. */
    DnsZone zone() {
        return Backend.Named.localLast(zones).stream()
                .filter(DnsZone::isHere)
                .findFirst()
                .orElseThrow(() -> new CloudException(CloudFault.INVALID, "there is no zone here"));
    }
}
