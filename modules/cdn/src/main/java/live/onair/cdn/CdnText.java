package live.onair.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Capability;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** What was told of a CDN, looked at and put in order. */
record CdnText(
        String name,
        Audience audience,
        List<String> regions,
        String baseUrl,
        @Nullable String healthUrl,
        @Nullable Integer capacityMbps,
        List<Capability> capabilities,
        TokenScheme tokens,
        @Nullable Long commitmentGb,
        List<CdnPrice> prices) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_SOURCE = 120;
    private static final int MOST_MBPS = 100_000_000;
    private static final long MOST_GB = 1_000_000_000L;

    /** What one is now. */
    static CdnText of(Cdn cdn) {
        return new CdnText(
                cdn.name(),
                cdn.audience(),
                cdn.regions(),
                cdn.baseUrl(),
                cdn.healthUrl(),
                cdn.capacityMbps(),
                cdn.capabilities(),
                cdn.tokens(),
                cdn.commitmentGb(),
                cdn.prices());
    }

    /** As it is told in the event log; what is nothing is empty. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("audience", audience.name());
        facts.put("regions", String.join(", ", regions));
        facts.put("baseUrl", baseUrl);
        facts.put("healthUrl", Objects.toString(healthUrl, ""));
        facts.put("capacityMbps", Objects.toString(capacityMbps, ""));
        facts.put("capabilities", capabilities.stream().map(Enum::name).collect(Collectors.joining(", ")));
        facts.put("tokens", tokens.name());
        facts.put("commitmentGb", Objects.toString(commitmentGb, ""));
        facts.put(
                "prices",
                prices.stream()
                        .map(one ->
                                one.fromGb() + " GB+ ₩" + one.wonPerGb() + " (" + one.source() + " " + one.asOf() + ")")
                        .collect(Collectors.joining(", ")));
        return facts;
    }

    /** Adds to {@code wrong} what cannot be. */
    static CdnText of(Cdns.CdnTerms terms, List<Reason> wrong) {
        String name = terms.name() == null ? "" : terms.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            wrong.add(CdnRefusal.NAME.with("field", "name"));
        }
        range("capacityMbps", terms.capacityMbps(), MOST_MBPS, wrong);
        range("commitmentGb", terms.commitmentGb(), MOST_GB, wrong);
        return new CdnText(
                name,
                terms.audience() == null ? Audience.GLOBAL : terms.audience(),
                countries(terms.regions(), wrong),
                address("baseUrl", terms.baseUrl() == null ? "" : terms.baseUrl(), wrong),
                terms.healthUrl() == null || terms.healthUrl().isBlank()
                        ? null
                        : address("healthUrl", terms.healthUrl(), wrong),
                terms.capacityMbps(),
                terms.capabilities() == null
                        ? List.of()
                        : terms.capabilities().stream().distinct().sorted().toList(),
                terms.tokens() == null ? TokenScheme.NONE : terms.tokens(),
                terms.commitmentGb(),
                prices(terms.prices(), wrong));
    }

    private static void range(String field, @Nullable Number given, long most, List<Reason> wrong) {
        if (given != null && (given.longValue() < 1 || given.longValue() > most)) {
            wrong.add(
                    CdnRefusal.RANGE.with("field", field, "min", "1", "max", String.format(Locale.ROOT, "%,d", most)));
        }
    }

    private static List<String> countries(@Nullable List<String> given, List<Reason> wrong) {
        List<String> countries = given == null
                ? List.of()
                : given.stream()
                        .map(one -> one == null ? "" : one.strip().toUpperCase(Locale.ROOT))
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        countries.stream()
                .filter(one -> !isCountry(one))
                .forEach(one -> wrong.add(CdnRefusal.COUNTRY.with("country", one, "field", "regions")));
        return countries;
    }

    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    private static String address(String field, String given, List<Reason> wrong) {
        String text = given.strip().replaceAll("/+$", "");
        try {
            URI uri = new URI(text);
            boolean web = Arrays.asList("http", "https").contains(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && text.length() <= LONGEST_ADDRESS
                    && (field.equals("healthUrl") || uri.getQuery() == null && uri.getFragment() == null)) {
                return text;
            }
        } catch (URISyntaxException e) {
            text = "";
        }
        wrong.add(CdnRefusal.ADDRESS.with("field", field));
        return text;
    }

    private static List<CdnPrice> prices(@Nullable List<CdnPrice> given, List<Reason> wrong) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        Set<Long> seen = new HashSet<>();
        List<CdnPrice> prices = new ArrayList<>();
        for (CdnPrice one : given) {
            if (one == null || !seen.add(one.fromGb()) || !fits(one)) {
                wrong.add(CdnRefusal.PRICES.with("field", "prices"));
                return List.of();
            }
            prices.add(new CdnPrice(
                    one.fromGb(), plain(one.wonPerGb()), one.source().strip(), one.asOf()));
        }
        if (!seen.contains(0L)) {
            wrong.add(CdnRefusal.PRICES.with("field", "prices"));
        }
        prices.sort(Comparator.comparingLong(CdnPrice::fromGb));
        return List.copyOf(prices);
    }

    /** Whoever speaks JSON may leave anything out. */
    private static boolean fits(CdnPrice one) {
        return one.fromGb() >= 0
                && one.fromGb() <= MOST_GB
                && one.wonPerGb() != null
                && one.wonPerGb().signum() >= 0
                && one.wonPerGb().compareTo(BigDecimal.valueOf(1_000_000)) < 0
                && one.source() != null
                && !one.source().isBlank()
                && one.source().length() <= LONGEST_SOURCE
                && one.asOf() != null;
    }

    /** The same amount is the same text, however it was written. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
