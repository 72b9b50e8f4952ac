package live.onair.dns;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.dns.Records.DnsRoute;
import live.onair.dns.Records.DnsWish;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** Makes records of a wish, or says what is wrong with it. */
final class WishText {

    /** The country of everybody else. */
    static final String EVERYBODY = "*";

    private static final int EVERYTHING = 100;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 3_600;
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 253;
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?";
    private static final String HOST = "(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String ADDRESS = "(" + BYTE + "\\.){3}" + BYTE;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final String name;
    private final int ttlSeconds;
    private final Map<String, Cdn> cdns;
    private final List<Reason> wrong;

    private WishText(DnsWish wish, Map<String, Cdn> cdns, List<Reason> wrong) {
        this.name = name(wish.name());
        this.ttlSeconds = wish.ttlSeconds();
        this.cdns = cdns;
        this.wrong = wrong;
    }

    /** In small letters, without a dot at its end. */
    static String name(@Nullable String given) {
        return given == null ? "" : given.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.matches(HOST);
    }

    /** The records; what is wrong goes where it is gathered. */
    static List<DnsRecord> records(DnsWish wish, Map<String, Cdn> cdns, List<Reason> wrong) {
        return new WishText(wish, cdns, wrong).read(wish.routes());
    }

    private List<DnsRecord> read(List<DnsRoute> routes) {
        if (ttlSeconds < SHORTEST || ttlSeconds > LONGEST) {
            wrong.add(DnsRefusal.TTL.with("field", "ttlSeconds", "min", SHORTEST, "max", LONGEST));
        }
        if (routes.isEmpty() || routes.size() > MOST) {
            wrong.add(routes.isEmpty() ? DnsRefusal.NO_ROUTE.with() : DnsRefusal.MANY.with("max", MOST));
            return List.of();
        }
        boolean byCountry = routes.stream().anyMatch(route -> route.country() != null);
        if (byCountry) {
            countries(routes);
        } else {
            weights(routes);
        }
        List<DnsRecord> records = routes.stream()
                .map(route -> record(route, byCountry))
                .flatMap(Optional::stream)
                .toList();
        Set<String> seen = new HashSet<>();
        records.stream()
                .filter(one -> !seen.add(one.key()))
                .forEach(one -> wrong.add(DnsRefusal.TWIN.with("line", one.setId())));
        if (records.stream().map(DnsRecord::type).distinct().count() > 1) {
            wrong.add(DnsRefusal.TYPES.with());
        }
        return records;
    }

    private void weights(List<DnsRoute> routes) {
        int sum = 0;
        for (DnsRoute route : routes) {
            Integer percent = route.percent();
            if (percent == null || percent < 0 || percent > EVERYTHING) {
                wrong.add(DnsRefusal.WEIGHT.with("field", "routes", "cdn", route.cdn()));
                return;
            }
            sum += percent;
        }
        if (sum != EVERYTHING) {
            wrong.add(DnsRefusal.SUM.with("field", "routes", "sum", sum));
        }
    }

    private void countries(List<DnsRoute> routes) {
        if (routes.stream().anyMatch(route -> route.country() == null || route.percent() != null)) {
            wrong.add(DnsRefusal.MIXED.with("field", "routes"));
            return;
        }
        List<String> named = routes.stream().map(WishText::country).toList();
        named.stream()
                .filter(one -> !one.equals(EVERYBODY) && !COUNTRIES.contains(one))
                .forEach(one -> wrong.add(DnsRefusal.COUNTRY.with("field", "routes", "country", one)));
        if (!named.contains(EVERYBODY)) {
            wrong.add(DnsRefusal.NO_DEFAULT.with("field", "routes"));
        }
    }

    private static String country(DnsRoute route) {
        return Objects.requireNonNullElse(route.country(), "").strip().toUpperCase(Locale.ROOT);
    }

    private Optional<DnsRecord> record(DnsRoute route, boolean byCountry) {
        Cdn cdn = cdns.get(route.cdn());
        if (cdn == null || cdn.retired()) {
            DnsRefusal why = cdn == null ? DnsRefusal.NO_CDN : DnsRefusal.RETIRED;
            wrong.add(why.with("field", "routes", "cdn", route.cdn()));
            return Optional.empty();
        }
        String health = healthCheck(route);
        String target = target(route, cdn);
        String country = byCountry ? country(route) : null;
        if (target.isEmpty() || (byCountry ? country(route).isEmpty() : route.percent() == null)) {
            return Optional.empty();
        }
        Integer weight = byCountry ? null : Math.min(EVERYTHING, Math.max(0, Objects.requireNonNull(route.percent())));
        return Optional.of(new DnsRecord(
                name,
                target.matches(ADDRESS) ? RecordType.A : RecordType.CNAME,
                ttlSeconds,
                country == null ? cdn.id() : country.equals(EVERYBODY) ? "default" : country,
                weight,
                country,
                target,
                health));
    }

    private @Nullable String healthCheck(DnsRoute route) {
        String health = Objects.requireNonNullElse(route.healthCheck(), "").strip();
        if (!health.matches("[A-Za-z0-9-]{0,64}")) {
            wrong.add(DnsRefusal.HEALTH.with("field", "routes", "cdn", route.cdn()));
        }
        return health.isEmpty() ? null : health;
    }

    /** Empty where it is none. */
    private String target(DnsRoute route, Cdn cdn) {
        String given = name(route.target());
        String target = given.isEmpty() ? name(URI.create(cdn.baseUrl()).getHost()) : given;
        if (!target.matches(ADDRESS) && !isName(target)) {
            wrong.add(DnsRefusal.TARGET.with("field", "routes", "cdn", cdn.id()));
            return "";
        }
        if (target.equals(name)) {
            wrong.add(DnsRefusal.LOOP.with("field", "routes", "cdn", cdn.id(), "name", name));
            return "";
        }
        return target;
    }
}
