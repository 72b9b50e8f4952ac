package live.onair.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsName;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.Records.DnsPlan;
import live.onair.dns.Records.DnsWish;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** What a wish would write, from what was seen last. Works inside the caller's transaction. */
@Singleton
class RecordPlanner {

    private static final int LONGEST_REASON = 200;

    private final NameBook names;
    private final ChangeBook changes;
    private final Cdns cdns;

    @Inject
    RecordPlanner(NameBook names, ChangeBook changes, Cdns cdns) {
        this.names = names;
        this.changes = changes;
        this.cdns = cdns;
    }

    /**
     * A change that may begin.
     *
     * @param keepSeconds so long resolvers may keep what stood before; null where nothing did
     * @param reverts number of the change that it takes back; null for none
     */
    record Approved(
            String name,
            List<DnsRecord> before,
            List<DnsRecord> after,
            @Nullable Integer keepSeconds,
            @Nullable Long reverts,
            String reason) {}

    Outcome<DnsPlan> plan(DnsWish wish) {
        return seen(WishText.name(wish.name())).then(name -> planned(name, wish));
    }

    /** The name as it can be planned from. */
    private Outcome<DnsName> seen(String name) {
        DnsName found = names.find(name).orElse(null);
        if (found == null) {
            return Outcome.refused(DnsRefusal.NO_NAME.with("field", "name", "name", name));
        }
        if (found.trouble() != null) {
            return Outcome.refused(DnsRefusal.UNREADABLE.with("name", name, "why", found.trouble()));
        }
        if (found.seenAt() == null) {
            return Outcome.refused(DnsRefusal.UNSEEN.with("name", name));
        }
        return changes.running(name).isPresent()
                ? Outcome.refused(DnsRefusal.UNDER_WAY.with("name", name))
                : Outcome.done(found);
    }

    private Outcome<DnsPlan> planned(DnsName name, DnsWish wish) {
        List<Reason> wrong = new ArrayList<>();
        Map<String, Cdn> known = cdns.list().stream().collect(Collectors.toMap(Cdn::id, Function.identity()));
        List<DnsRecord> after = WishText.records(wish, known, wrong);
        if (wrong.isEmpty() && RecordText.same(name.records(), after)) {
            wrong.add(DnsRefusal.AS_IT_IS.with());
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        return Outcome.done(new DnsPlan(
                name.name(),
                name.zone(),
                name.seenAt(),
                wish.ttlSeconds(),
                keepSeconds(name.records()),
                RecordText.steps(name.records(), after),
                hash(name, after)));
    }

    private static @Nullable Integer keepSeconds(List<DnsRecord> before) {
        return before.isEmpty()
                ? null
                : Integer.valueOf(
                        before.stream().mapToInt(DnsRecord::ttlSeconds).max().orElse(0));
    }

    private static String hash(DnsName name, List<DnsRecord> after) {
        StringBuilder text = new StringBuilder(name.name()).append('\n').append(name.zone());
        RecordText.sorted(name.records()).forEach(one -> line(text, "-", one));
        RecordText.sorted(after).forEach(one -> line(text, "+", one));
        return Ids.digest(text.toString());
    }

    private static void line(StringBuilder text, String sign, DnsRecord one) {
        text.append('\n').append(sign).append(one.key()).append(' ').append(RecordText.words(one));
    }

    Outcome<Approved> approved(DnsWish wish, @Nullable String plan, @Nullable String reason) {
        return plan(wish).then(now -> {
            List<Reason> wrong = new ArrayList<>();
            if (!now.hash().equals(plan)) {
                wrong.add(DnsRefusal.PLAN_OTHER.with());
            }
            String words = words(reason, wrong);
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            List<DnsRecord> before = names.find(now.name()).orElseThrow().records();
            List<DnsRecord> after = now.records().stream()
                    .map(step -> step.after())
                    .filter(Objects::nonNull)
                    .toList();
            return Outcome.done(new Approved(now.name(), before, after, now.keepSeconds(), null, words));
        });
    }

    private static String words(@Nullable String reason, List<Reason> wrong) {
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON || words.chars().anyMatch(Character::isISOControl)) {
            wrong.add(DnsRefusal.REASON.with("field", "reason"));
        }
        return words;
    }

    /** What takes a change back: only the last one at its name, and only while what it wrote still stands there. */
    Outcome<Approved> backwards(long number, @Nullable String reason) {
        DnsChange change = changes.find(number).orElse(null);
        if (change == null) {
            return Outcome.refused(DnsRefusal.NO_CHANGE.with("change", number));
        }
        return seen(change.name()).then(name -> backwards(change, name, reason));
    }

    private Outcome<Approved> backwards(DnsChange change, DnsName name, @Nullable String reason) {
        List<Reason> wrong = new ArrayList<>();
        String words = words(reason, wrong);
        if (RecordText.same(name.records(), change.before())) {
            wrong.add(DnsRefusal.AS_IT_IS.with());
        } else if (!RecordText.same(name.records(), change.after())) {
            wrong.add(changes.later(change)
                    .map(later -> DnsRefusal.LATER.with("name", name.name(), "later", later))
                    .orElseGet(() -> DnsRefusal.ZONE_OTHER.with("name", name.name())));
        }
        return wrong.isEmpty()
                ? Outcome.done(new Approved(
                        name.name(),
                        name.records(),
                        change.before(),
                        keepSeconds(name.records()),
                        change.number(),
                        words))
                : Outcome.refused(wrong);
    }
}
