package live.onair.cdn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Policies.BranchTerms;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** Branches as they were told, looked at and put in order. */
final class BranchText {

    /** The branch of everybody. */
    static final String DEFAULT = "default";

    private static final int MOST = 60;
    private static final int LONGEST = 30;

    /** Most particular first: a country before none, then a network, a device, a tier. */
    private static final Comparator<Branch> ORDER = Comparator.comparing((Branch one) -> one.country() == null)
            .thenComparing(one -> one.country() == null ? "" : one.country())
            .thenComparing(one -> one.isp() == null)
            .thenComparing(one -> one.isp() == null ? "" : one.isp())
            .thenComparing(one -> one.device() == null)
            .thenComparing(one -> one.device() == null ? 0 : one.device().ordinal())
            .thenComparing(one -> one.tier() == null)
            .thenComparing(one -> one.tier() == null ? 0 : one.tier());

    private BranchText() {}

    /** Adds to {@code wrong} what cannot be. */
    static List<Branch> of(@Nullable List<BranchTerms> given, Map<String, Cdn> cdns, List<Reason> wrong) {
        List<BranchTerms> wanted = given == null ? List.of() : given;
        List<Branch> branches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (wanted.size() > MOST) {
            wrong.add(CdnRefusal.MANY.with("max", MOST, "field", "branches"));
            return List.of();
        }
        for (BranchTerms one : wanted) {
            if (one == null) {
                continue;
            }
            Branch branch = branch(one, wrong);
            weights(branch, cdns, wrong);
            branches.add(branch);
            if (!seen.add(branch.id())) {
                wrong.add(CdnRefusal.TWIN.with("branch", branch.id()));
            }
        }
        if (!seen.contains(DEFAULT)) {
            wrong.add(CdnRefusal.NO_DEFAULT.with("field", "branches"));
        }
        branches.sort(ORDER);
        return List.copyOf(branches);
    }

    private static Branch branch(BranchTerms terms, List<Reason> wrong) {
        String country = word(terms.country());
        country = country == null ? null : country.toUpperCase(Locale.ROOT);
        String isp = word(terms.isp());
        if (country != null && !CdnText.isCountry(country)) {
            wrong.add(CdnRefusal.COUNTRY.with("country", country, "field", "country"));
        }
        if (isp != null
                && (country == null || isp.length() > LONGEST || slug(isp).isEmpty())) {
            wrong.add(CdnRefusal.ISP.with("field", "isp"));
        }
        if (terms.tier() != null && (terms.tier() < 1 || terms.tier() > 3)) {
            wrong.add(CdnRefusal.TIER.with("field", "tier"));
        }
        Map<String, Integer> weights = new TreeMap<>();
        if (terms.weights() != null) {
            terms.weights().forEach((cdn, percent) -> weights.put(cdn, percent == null ? -1 : percent));
        }
        return new Branch(
                id(country, isp, terms.device() == null ? null : terms.device().name(), terms.tier()),
                country,
                isp,
                terms.device(),
                terms.tier(),
                weights);
    }

    /** Whether all who are in the one are also in the branch. */
    static boolean holds(Branch branch, Branch one) {
        return holds(branch, one.country(), one.isp()) && (branch.device() == null || branch.device() == one.device());
    }

    /** The same by country and network alone. */
    static boolean holds(Branch branch, @Nullable String country, @Nullable String isp) {
        return (branch.country() == null || branch.country().equals(country))
                && (branch.isp() == null || branch.isp().equals(isp));
    }

    private static @Nullable String word(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static String id(
            @Nullable String country, @Nullable String isp, @Nullable String device, @Nullable Integer tier) {
        List<String> parts = new ArrayList<>();
        parts.add(country == null ? "" : slug(country));
        parts.add(isp == null ? "" : "n" + slug(isp));
        parts.add(device == null ? "" : slug(device));
        parts.add(tier == null ? "" : "t" + tier);
        parts.removeIf(String::isEmpty);
        return parts.isEmpty() ? DEFAULT : String.join("-", parts);
    }

    /** Part of an address: two networks whose names differ in other letters only would be the same. */
    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(c);
            } else if (c >= 128 && Character.isLetterOrDigit(c)) {
                slug.append('u').append(Integer.toHexString(c));
            } else if (c == '+') {
                slug.append("plus");
            }
        });
        return slug.toString();
    }

    private static void weights(Branch branch, Map<String, Cdn> cdns, List<Reason> wrong) {
        int sum = 0;
        for (Map.Entry<String, Integer> weight : branch.weights().entrySet()) {
            Cdn cdn = cdns.get(weight.getKey());
            int percent = weight.getValue();
            if (cdn == null) {
                wrong.add(CdnRefusal.NO_CDN.with("cdn", weight.getKey()));
            } else if (cdn.retired()) {
                wrong.add(CdnRefusal.RETIRED.with("cdn", cdn.id()));
            }
            if (percent < 0 || percent > 100) {
                wrong.add(CdnRefusal.WEIGHT.with("branch", branch.id()));
            }
            sum += Math.max(0, Math.min(percent, 100));
        }
        if (sum != 100) {
            wrong.add(CdnRefusal.SUM.with("branch", branch.id(), "sum", sum));
        }
    }
}
