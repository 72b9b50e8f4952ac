package live.onair.cloudaws.dns;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import software.amazon.awssdk.services.route53.model.GeoLocation;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Between Route 53's words and the port's. Pure. */
final class Route53Records {

    private Route53Records() {}

    /** In small letters, without a dot at its end. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    /** Whether it is of a type that leads players anywhere. */
    static boolean leads(ResourceRecordSet set) {
        return set.type() == RRType.A || set.type() == RRType.CNAME;
    }

    /** What could not be written back as it is, is refused. */
    static DnsRecord record(ResourceRecordSet set) {
        if (!isPlain(set)) {
            throw new CloudException(
                    CloudFault.INVALID,
                    plain(set.name())
                            + " has a record that is not changed from here: an alias, several values, or another routing than"
                            + " by weight or country");
        }
        String value = set.resourceRecords().get(0).value();
        Long weight = set.weight();
        return new DnsRecord(
                plain(set.name()),
                RecordType.valueOf(set.typeAsString()),
                Math.toIntExact(set.ttl()),
                Objects.requireNonNullElse(set.setIdentifier(), ""),
                weight == null ? null : Integer.valueOf(Math.toIntExact(weight)),
                country(set).orElse(null),
                set.type() == RRType.A ? value : plain(value),
                set.healthCheckId());
    }

    private static boolean isPlain(ResourceRecordSet set) {
        boolean one = set.aliasTarget() == null
                && set.ttl() != null
                && set.resourceRecords().size() == 1;
        boolean chosen = set.setIdentifier() != null;
        boolean known = (set.weight() != null) != (country(set).isPresent());
        boolean other = set.regionAsString() != null
                || set.failoverAsString() != null
                || set.multiValueAnswer() != null
                || set.cidrRoutingConfig() != null
                || set.geoProximityLocation() != null
                || set.trafficPolicyInstanceId() != null;
        return one && !other && chosen == known;
    }

    /** A continent or a part of a country is none. */
    private static Optional<String> country(ResourceRecordSet set) {
        return Optional.ofNullable(set.geoLocation())
                .filter(place -> place.continentCode() == null && place.subdivisionCode() == null)
                .map(GeoLocation::countryCode);
    }

    static ResourceRecordSet set(DnsRecord record) {
        ResourceRecordSet.Builder set = ResourceRecordSet.builder()
                .name(record.name() + ".")
                .type(record.type().name())
                .ttl((long) record.ttlSeconds())
                .resourceRecords(ResourceRecord.builder().value(record.value()).build());
        if (!record.setId().isEmpty()) {
            set.setIdentifier(record.setId());
        }
        Integer weight = record.weight();
        if (weight != null) {
            set.weight((long) weight);
        }
        if (record.country() != null) {
            set.geoLocation(place -> place.countryCode(record.country()));
        }
        if (record.healthCheck() != null) {
            set.healthCheckId(record.healthCheck());
        }
        return set.build();
    }
}
