package live.onair.cloudaws.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.Route53Operations;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.spi.DnsZone;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Records of a public hosted zone of Route 53, which the owner has made. */
@Singleton
@Backend("route53")
class Route53Zone implements DnsZone {

    private final AwsCalls calls;
    private final String id;
    private volatile @Nullable String apex;

    @Inject
    Route53Zone(AwsCalls calls, Config config) {
        this(calls, config.getOptionalValue("onair.aws.dns.zone", String.class).orElse(""));
    }

    Route53Zone(AwsCalls calls, String id) {
        this.calls = calls;
        this.id = id.strip().replaceFirst("^/hostedzone/", "");
    }

    @Override
    public boolean isHere() {
        return calls.settings().enabled() && !id.isEmpty();
    }

    private GetHostedZoneResponse found() {
        return calls.send(
                Route53Operations.GET_ZONE,
                GetHostedZoneRequest.builder().id(id).build());
    }

    @Override
    public Zone zone() {
        GetHostedZoneResponse found = found();
        if (found.delegationSet() == null) {
            throw new CloudException(CloudFault.INVALID, id + " is a private zone: viewers do not ask it");
        }
        List<String> servers = found.delegationSet().nameServers().stream()
                .map(Route53Records::plain)
                .toList();
        return new Zone(
                "Route 53 " + id + " ("
                        + Route53Records.plain(found.hostedZone().name()) + ")",
                servers);
    }

    private void within(String name) {
        String zone = apex;
        if (zone == null) {
            zone = Route53Records.plain(found().hostedZone().name());
            apex = zone;
        }
        if (!name.equals(zone) && !name.endsWith("." + zone)) {
            throw new CloudException(CloudFault.INVALID, name + " is not within the zone " + zone);
        }
    }

    @Override
    public List<DnsRecord> read(String name) {
        within(name);
        return sets(name).stream()
                .filter(Route53Records::leads)
                .map(Route53Records::record)
                .toList();
    }

    /** The list goes on with the names behind it: read only as far as the name. */
    private List<ResourceRecordSet> sets(String name) {
        List<ResourceRecordSet> found = new ArrayList<>();
        ListResourceRecordSetsRequest next = ListResourceRecordSetsRequest.builder()
                .hostedZoneId(id)
                .startRecordName(name + ".")
                .build();
        while (true) {
            ListResourceRecordSetsResponse page = calls.send(Route53Operations.LIST_RECORDS, next);
            page.resourceRecordSets().stream()
                    .filter(set -> Route53Records.plain(set.name()).equals(name))
                    .forEach(found::add);
            String further = page.nextRecordName();
            if (!Boolean.TRUE.equals(page.isTruncated())
                    || further == null
                    || !Route53Records.plain(further).equals(name)) {
                return found;
            }
            next = next.toBuilder()
                    .startRecordName(further)
                    .startRecordType(page.nextRecordType())
                    .startRecordIdentifier(page.nextRecordIdentifier())
                    .build();
        }
    }

    /** What is there already is left out: Route 53 does not take away what is not there. */
    @Override
    public Optional<String> apply(List<Change> changes) {
        Map<String, List<DnsRecord>> there = new HashMap<>();
        for (Change change : changes) {
            String name = change.record().name();
            if (!there.containsKey(name)) {
                there.put(name, read(name));
            }
        }
        List<software.amazon.awssdk.services.route53.model.Change> sent = changes.stream()
                .flatMap(change ->
                        sent(change, there.getOrDefault(change.record().name(), List.of())).stream())
                .toList();
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        ChangeInfo info = calls.send(
                        Route53Operations.CHANGE_RECORDS,
                        ChangeResourceRecordSetsRequest.builder()
                                .hostedZoneId(id)
                                .changeBatch(batch -> batch.changes(sent)
                                        .comment(calls.settings().name()))
                                .build())
                .changeInfo();
        return info.status() == ChangeStatus.INSYNC
                ? Optional.empty()
                : Optional.of(info.id().replaceFirst("^/change/", ""));
    }

    private static Optional<software.amazon.awssdk.services.route53.model.Change> sent(
            Change change, List<DnsRecord> there) {
        DnsRecord standing = there.stream()
                .filter(one -> one.key().equals(change.record().key()))
                .findFirst()
                .orElse(null);
        if (change.kept()) {
            return change.record().equals(standing)
                    ? Optional.empty()
                    : Optional.of(as(ChangeAction.UPSERT, change.record()));
        }
        return Optional.ofNullable(standing).map(one -> as(ChangeAction.DELETE, one));
    }

    private static software.amazon.awssdk.services.route53.model.Change as(ChangeAction action, DnsRecord record) {
        return software.amazon.awssdk.services.route53.model.Change.builder()
                .action(action)
                .resourceRecordSet(Route53Records.set(record))
                .build();
    }

    @Override
    public boolean isEverywhere(String changes) {
        return calls.send(
                                Route53Operations.GET_CHANGE,
                                GetChangeRequest.builder().id(changes).build())
                        .changeInfo()
                        .status()
                == ChangeStatus.INSYNC;
    }
}
