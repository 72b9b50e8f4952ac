package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.Cdns;
import live.onair.cdn.Policies;
import live.onair.cdn.Steering;
import live.onair.dns.Records;
import live.onair.kernel.Acting;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The demo's two CDNs, which are the edges of the media process, a policy, and a name of the local zone. The prices are made up, and say so. */
@Singleton
class DemoCdns {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    /** Within the local zone; nothing stands there at first. */
    private static final String NAME = "live.onair.test";

    private final Cdns cdns;
    private final Policies policies;
    private final Steering steering;
    private final Records records;
    private final People people;
    private final Config config;

    @Inject
    DemoCdns(Cdns cdns, Policies policies, Steering steering, Records records, People people, Config config) {
        this.cdns = cdns;
        this.policies = policies;
        this.steering = steering;
        this.records = records;
        this.people = people;
        this.config = config;
    }

    /** Where there is none yet; an address that has changed since the last start is written anew. */
    void prepare() {
        if (config.getOptionalValue("onair.demo.file", String.class).isPresent()) {
            Acting.call(people.demo("ops"), this::fill);
        }
    }

    private boolean fill() {
        boolean fresh = cdns.list().isEmpty();
        keep("domestic", "데모 국내 CDN", Audience.DOMESTIC, List.of("KR"), List.of(price(0, "32"), price(50_000, "27")));
        keep("global", "데모 글로벌 CDN", Audience.GLOBAL, List.of(), List.of(price(0, "118"), price(10_000, "95")));
        if (fresh) {
            Map<String, Integer> korea = Map.of("domestic", 90, "global", 10);
            Map<String, Integer> others = Map.of("domestic", 70, "global", 30);
            policies.write(new Policies.PolicyTerms(null, List.of(branch("KR", korea), branch(null, others)), "데모 정책"));
        }
        if (records.names().isEmpty()) {
            records.watch(NAME);
        }
        if (config.getOptionalValue("onair.demo.rule", Boolean.class).orElse(false)) {
            steering.changeRule(on(steering.rule()), null);
        }
        return fresh;
    }

    private static SteeringRule on(SteeringRule rule) {
        return new SteeringRule(
                true,
                rule.lateMillis(),
                rule.staleSeconds(),
                rule.looks(),
                rule.stepPercent(),
                rule.healthyMinutes(),
                rule.version());
    }

    private static Policies.BranchTerms branch(@Nullable String country, Map<String, Integer> weights) {
        return new Policies.BranchTerms(country, null, null, null, weights);
    }

    private static CdnPrice price(long fromGb, String won) {
        return new CdnPrice(fromGb, new BigDecimal(won), "데모 단가(지어낸 값)", DAY);
    }

    private void keep(String id, String name, Audience audience, List<String> regions, List<CdnPrice> prices) {
        String base = config.getValue("onair." + id + ".url", String.class);
        Cdns.CdnTerms terms =
                new Cdns.CdnTerms(null, name, audience, regions, base, null, 40_000, List.of(), null, 20_000L, prices);
        if (cdns.find(id).isEmpty()) {
            cdns.add(id, terms);
        } else if (cdns.find(id).filter(cdn -> cdn.baseUrl().equals(base)).isEmpty()) {
            cdns.change(id, terms);
        }
    }
}
