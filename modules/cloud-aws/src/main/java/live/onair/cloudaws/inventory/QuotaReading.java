package live.onair.cloudaws.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.inventory.QuotaUse.Use;
import live.onair.inventory.QuotaRows.Demand;
import live.onair.inventory.spi.Quota;
import live.onair.inventory.spi.Quota.Limit;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasResponse;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasResponse;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/**
 * Reads from Service Quotas how much the account may hold: the value applied to it, where there is none AWS's usual one,
 * and where Service Quotas knows neither, none.
 */
final class QuotaReading {

    /** What takes of it, and by what Service Quotas knows it. */
    private record Known(String word, String backend, Demand demand, int each, Predicate<ServiceQuota> is) {
        String service() {
            return word.substring(0, word.indexOf('.'));
        }
    }

    /** Codes as in the services' own tables of quotas; those of MediaPackage are not published: its names are. */
    private static final List<Known> KNOWN = List.of(
            new Known("medialive.channel", "medialive", Demand.CHANNELS, 1, code("L-D1AFAF75")),
            new Known("medialive.push-input", "medialive", Demand.CHANNELS, 1, code("L-9E233AF7")),
            new Known("medialive.security-group", "medialive", Demand.INSTALLATION, 1, code("L-6A0116BB")),
            new Known(
                    "mediapackagev2.group", "medialive", Demand.INSTALLATION, 1, name("channel groups( per account)?")),
            new Known("mediapackagev2.channel", "medialive", Demand.CHANNELS, 1, name("channels( per channel group)?")),
            new Known("ivs.channel", "ivs", Demand.CHANNELS, 1, code("L-C01DFF58")),
            new Known("ivs.stream", "ivs", Demand.SHOWS, 1, code("L-FD1EB8A7")),
            new Known("ivs.viewer", "ivs", Demand.VIEWERS, 1, code("L-77A18D5D")));

    private final AwsCalls calls;
    private final Map<String, List<ServiceQuota>> applied = new HashMap<>();
    private final Map<String, List<ServiceQuota>> usual = new HashMap<>();

    QuotaReading(AwsCalls calls) {
        this.calls = calls;
    }

    private static Predicate<ServiceQuota> code(String code) {
        return quota -> code.equals(quota.quotaCode());
    }

    private static Predicate<ServiceQuota> name(String pattern) {
        Pattern name = Pattern.compile("(maximum )?" + pattern, Pattern.CASE_INSENSITIVE);
        return quota ->
                quota.quotaName() != null && name.matcher(quota.quotaName()).matches();
    }

    List<Quota> all() {
        Map<String, Use> uses = new QuotaUse(calls).all();
        List<Quota> found = new ArrayList<>();
        for (Known known : KNOWN) {
            Use use = Objects.requireNonNull(uses.get(known.word()));
            found.add(new Quota(
                    known.word(),
                    known.backend(),
                    known.demand(),
                    known.each(),
                    limit(known),
                    use.count(),
                    use.holders()));
        }
        return found;
    }

    private Limit limit(Known known) {
        Optional<ServiceQuota> own = applied.computeIfAbsent(known.service(), this::applied).stream()
                .filter(known.is())
                .findFirst();
        return own.or(() -> usual.computeIfAbsent(known.service(), this::usual).stream()
                        .filter(known.is())
                        .findFirst())
                .filter(quota -> quota.value() != null)
                .map(quota -> new Limit(quota.quotaCode(), quota.value().longValue(), own.isPresent()))
                .orElse(Limit.UNTOLD);
    }

    private List<ServiceQuota> applied(String service) {
        return pages(
                token -> calls.send(
                        InventoryOperations.LIST_QUOTAS,
                        ListServiceQuotasRequest.builder()
                                .serviceCode(service)
                                .maxResults(AccountReading.PAGE)
                                .nextToken(token)
                                .build()),
                ListServiceQuotasResponse::nextToken,
                page -> page.quotas().stream());
    }

    private List<ServiceQuota> usual(String service) {
        return pages(
                token -> calls.send(
                        InventoryOperations.LIST_USUAL_QUOTAS,
                        ListAwsDefaultServiceQuotasRequest.builder()
                                .serviceCode(service)
                                .maxResults(AccountReading.PAGE)
                                .nextToken(token)
                                .build()),
                ListAwsDefaultServiceQuotasResponse::nextToken,
                page -> page.quotas().stream());
    }

    /** A service that Service Quotas does not know has none. */
    private static <R> List<ServiceQuota> pages(
            Function<String, R> ask, Function<R, String> next, Function<R, Stream<ServiceQuota>> quotas) {
        try {
            return AwsPages.all(ask, next).flatMap(quotas).toList();
        } catch (CloudException e) {
            if (e.fault() == CloudFault.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }
}
