package live.onair.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.Policies.BranchEffect;
import live.onair.cdn.Policies.PolicyPlan;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Steering.BranchMove;
import live.onair.cdn.Steering.CdnLoad;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much a move moves of those who watch now.
 *
 * @param viewers null where nobody told lately
 * @param bytesPerHour what is carried to them, going by the last minute
 */
record MoveWeight(@Nullable Integer viewers, BigDecimal bytesPerHour) {

    private static final BigDecimal TERABYTE = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal BITS = BigDecimal.valueOf(8);
    private static final BigDecimal MEGABITS_AN_HOUR = BigDecimal.valueOf(3_600_000_000L);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final int MINUTES = 60;

    /**
     * By the viewers of the CDN they are moved away from. Of all branches the move's part of them counts; of one, the part of those whose
     * country and network are that branch's. Where a branch asks for more than that, who is in it is not known.
     *
     * @param branches of the policy
     */
    static MoveWeight of(List<Grid> lastMinute, MoveTerms terms, List<BranchMove> changes, List<Branch> branches) {
        String only = terms.branch();
        if (only != null && !isToldOf(branches)) {
            return new MoveWeight(null, BigDecimal.ZERO);
        }
        List<Grid> there = lastMinute.stream()
                .filter(one -> one.cdn().equals(terms.from()))
                .filter(one -> only == null
                        || branch(branches, one)
                                .filter(in -> in.id().equals(only))
                                .isPresent())
                .toList();
        int viewers = there.stream().mapToInt(Grid::viewers).sum();
        int before = 0;
        int away = 0;
        for (BranchMove change : changes) {
            int was = change.before().getOrDefault(terms.from(), 0);
            before += was;
            away += was - change.after().getOrDefault(terms.from(), 0);
        }
        if (lastMinute.stream().allMatch(one -> one.viewers() == 0) || before == 0) {
            return new MoveWeight(null, BigDecimal.ZERO);
        }
        BigDecimal part = BigDecimal.valueOf(away).divide(BigDecimal.valueOf(before), 4, RoundingMode.HALF_UP);
        return new MoveWeight(
                part.multiply(BigDecimal.valueOf(viewers))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue(),
                part.multiply(BigDecimal.valueOf(bytes(there) * MINUTES)));
    }

    /** What they cost more an hour; null where it is not known. */
    @Nullable
    Money wonPerHour(@Nullable BigDecimal wonPerTerabyte) {
        return viewers == null || wonPerTerabyte == null
                ? null
                : Money.won(wonPerTerabyte
                        .multiply(bytesPerHour)
                        .divide(TERABYTE, 0, RoundingMode.HALF_UP)
                        .longValue());
    }

    /** What each CDN carries now and would carry; none where nobody told lately. */
    Map<String, CdnLoad> loads(List<Grid> all, List<Carried> month, MoveTerms terms, List<BranchMove> changes) {
        if (viewers == null) {
            return Map.of();
        }
        Map<String, Integer> gains = gains(changes);
        int gained = gains.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, CdnLoad> loads = new TreeMap<>();
        for (Carried one : month) {
            BigDecimal now = BigDecimal.valueOf(all.stream()
                    .filter(field -> field.cdn().equals(one.cdn()))
                    .mapToLong(field -> field.watched().bytes() * MINUTES)
                    .sum());
            BigDecimal more = one.cdn().equals(terms.from())
                    ? bytesPerHour.negate()
                    : bytesPerHour
                            .multiply(BigDecimal.valueOf(gains.getOrDefault(one.cdn(), 0)))
                            .divide(BigDecimal.valueOf(Math.max(1, gained)), 0, RoundingMode.HALF_UP);
            BigDecimal after = now.add(more).max(BigDecimal.ZERO);
            loads.put(
                    one.cdn(),
                    new CdnLoad(mbps(now), mbps(after), one.gb(), after.divide(GIGABYTE, 1, RoundingMode.HALF_UP)));
        }
        return loads;
    }

    /** By how many percent the shares of each grow, over all branches. */
    private static Map<String, Integer> gains(List<BranchMove> changes) {
        Map<String, Integer> gains = new TreeMap<>();
        for (BranchMove change : changes) {
            change.after().forEach((cdn, share) -> {
                int more = share - change.before().getOrDefault(cdn, 0);
                if (more > 0) {
                    gains.merge(cdn, more, Integer::sum);
                }
            });
        }
        return gains;
    }

    private static int mbps(BigDecimal bytesPerHour) {
        return bytesPerHour
                .multiply(BITS)
                .divide(MEGABITS_AN_HOUR, 0, RoundingMode.HALF_UP)
                .intValue();
    }

    /**
     * What another policy does to those who watch now. Players tell their country and network: where a branch of either asks for more than
     * that, who is in it is not known.
     *
     * @param prices of the next gigabyte, by CDN
     */
    static PolicyPlan ofPolicy(PolicyBook.Ready policy, List<Grid> lastMinute, Map<String, BigDecimal> prices) {
        List<Branch> after = policy.branches();
        boolean known =
                lastMinute.stream().anyMatch(one -> one.viewers() > 0) && isToldOf(policy.before()) && isToldOf(after);
        Map<String, BigDecimal> moved = new TreeMap<>();
        BigDecimal won = BigDecimal.ZERO;
        for (Grid field : known ? lastMinute : List.<Grid>of()) {
            Map<String, Integer> was = weights(policy.before(), field);
            Map<String, Integer> is = weights(after, field);
            BigDecimal dearer = dearer(was, is, prices);
            BigDecimal hour =
                    BigDecimal.valueOf(field.watched().bytes() * MINUTES).divide(GIGABYTE);
            won = won == null || dearer == null ? null : won.add(dearer.multiply(hour));
            moved.merge(
                    branch(after, field).map(Branch::id).orElse(""),
                    away(was, is).multiply(BigDecimal.valueOf(field.viewers())),
                    BigDecimal::add);
        }
        List<BranchEffect> effects = policy.changes().stream()
                .map(one -> new BranchEffect(
                        one.branch(), one.before(), one.now(), known ? whole(moved.get(one.branch())) : null))
                .toList();
        BigDecimal all = moved.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PolicyPlan(
                effects,
                known ? whole(all) : null,
                known && won != null ? Money.won(whole(won)) : null,
                ActiveMoves.PEACE_SECONDS + MovePlanner.LAST_SEGMENT);
    }

    private static long bytes(List<Grid> fields) {
        return fields.stream().mapToLong(one -> one.watched().bytes()).sum();
    }

    private static boolean isToldOf(List<Branch> branches) {
        return branches.stream().allMatch(one -> one.device() == null && one.tier() == null);
    }

    /** Who watches by which CDN, by branch; none where a branch asks for a device, which players do not tell. */
    static Map<String, Map<String, Integer>> viewers(List<Grid> lastMinute, List<Branch> ofShow) {
        Map<String, Map<String, Integer>> viewers = new TreeMap<>();
        if (ofShow.stream().anyMatch(one -> one.device() != null)) {
            return viewers;
        }
        for (Grid field : lastMinute) {
            branch(ofShow, field)
                    .filter(in -> field.viewers() > 0)
                    .ifPresent(in -> viewers.computeIfAbsent(in.id(), any -> new TreeMap<>())
                            .merge(field.cdn(), field.viewers(), Integer::sum));
        }
        return viewers;
    }

    private static Optional<Branch> branch(List<Branch> branches, Grid field) {
        return branches.stream()
                .filter(one -> BranchText.holds(one, field.country(), field.isp()))
                .findFirst();
    }

    private static Map<String, Integer> weights(List<Branch> branches, Grid field) {
        return branch(branches, field).map(Branch::weights).orElse(Map.of());
    }

    /** The part of them that is served by another than before. */
    private static BigDecimal away(Map<String, Integer> was, Map<String, Integer> is) {
        int percent = was.entrySet().stream()
                .mapToInt(one -> Math.max(0, one.getValue() - is.getOrDefault(one.getKey(), 0)))
                .sum();
        return BigDecimal.valueOf(percent, 2);
    }

    /** What a gigabyte to them costs more; null where one of the CDNs that change has no price. */
    private static @Nullable BigDecimal dearer(
            Map<String, Integer> was, Map<String, Integer> is, Map<String, BigDecimal> prices) {
        BigDecimal sum = BigDecimal.ZERO;
        TreeSet<String> cdns = new TreeSet<>(was.keySet());
        cdns.addAll(is.keySet());
        for (String cdn : cdns) {
            int more = is.getOrDefault(cdn, 0) - was.getOrDefault(cdn, 0);
            BigDecimal price = prices.get(cdn);
            if (more != 0 && price == null) {
                return null;
            }
            sum = price == null ? sum : sum.add(price.multiply(BigDecimal.valueOf(more, 2)));
        }
        return sum;
    }

    private static int whole(@Nullable BigDecimal amount) {
        return amount == null ? 0 : amount.setScale(0, RoundingMode.HALF_UP).intValue();
    }

    /** By which CDNs take how much of what is moved; null where one of them has no price. */
    static @Nullable BigDecimal wonPerTerabyte(String from, List<BranchMove> changes, Map<String, BigDecimal> prices) {
        BigDecimal sum = BigDecimal.ZERO;
        int moved = 0;
        for (BranchMove change : changes) {
            for (Map.Entry<String, Integer> after : change.after().entrySet()) {
                int more = after.getValue() - change.before().getOrDefault(after.getKey(), 0);
                BigDecimal price = prices.get(after.getKey());
                if (more == 0) {
                    continue;
                }
                if (price == null) {
                    return null;
                }
                sum = sum.add(price.multiply(BigDecimal.valueOf(more)));
                moved -= after.getKey().equals(from) ? more : 0;
            }
        }
        return moved == 0 ? null : sum.multiply(THOUSAND).divide(BigDecimal.valueOf(moved), 0, RoundingMode.HALF_UP);
    }
}
