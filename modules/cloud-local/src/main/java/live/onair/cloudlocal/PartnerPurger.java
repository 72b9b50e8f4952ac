package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.cdn.spi.CachePurger;
import live.onair.cloudlocal.PartnerCalls.Call;
import live.onair.cloudlocal.PartnerCdns.Partner;
import live.onair.cloudlocal.PartnerCdns.Purge;
import live.onair.cloudlocal.PartnerCdns.Status;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;

/** Empties caches of CDNs that others sell, by the call that the file tells: once for each folder of the show. */
@Singleton
@Backend("partner")
class PartnerPurger implements CachePurger {

    /** Between tickets of one purge: an API's ticket has no line feed. */
    private static final String NEXT = "\n";

    private final PartnerCdns partners;
    private final PartnerCalls calls;

    @Inject
    PartnerPurger(PartnerCdns partners, PartnerCalls calls) {
        this.partners = partners;
        this.calls = calls;
    }

    private Optional<Purge> told(String cdn) {
        return partners.find(cdn).map(Partner::purge);
    }

    @Override
    public boolean purges(String cdn) {
        return told(cdn).isPresent();
    }

    private Purge of(String cdn) {
        return told(cdn).orElseThrow(() -> new CloudException(CloudFault.INVALID, cdn + " has no purge call"));
    }

    @Override
    public Purged purge(String cdn, String show, List<String> folders) {
        Purge purge = of(cdn);
        List<String> tickets = new ArrayList<>();
        for (String folder : folders) {
            String body = purge.body();
            JsonNode answer = calls.send(new Call(
                    Objects.requireNonNullElse(purge.method(), "POST"),
                    filled(purge.url(), show, folder),
                    purge.headers(),
                    body == null ? null : filled(body, show, folder)));
            if (purge.ticket() != null) {
                tickets.add(PartnerCalls.at(answer, purge.ticket()));
            }
        }
        return new Purged(tickets.isEmpty() ? null : String.join(NEXT, tickets), null);
    }

    private static String filled(String template, String show, String folder) {
        return template.replace("{show}", show).replace("{folder}", folder);
    }

    /** Those that are not over are asked for again. */
    @Override
    public Purged look(String cdn, String ticket) {
        Purge purge = of(cdn);
        Status status = purge.status();
        if (status == null) {
            return new Purged(null, null);
        }
        List<String> left = ticket.lines()
                .filter(one -> !isDone(
                        status,
                        calls.send(new Call("GET", status.url().replace("{ticket}", one), purge.headers(), null))))
                .toList();
        return new Purged(left.isEmpty() ? null : String.join(NEXT, left), null);
    }

    private static boolean isDone(Status status, JsonNode answer) {
        String now = PartnerCalls.at(answer, status.value());
        List<String> failed = status.failed();
        if (failed != null && failed.contains(now)) {
            throw new CloudException(CloudFault.INVALID, "the CDN says " + now);
        }
        return status.done().contains(now);
    }
}
