package live.onair.cdn.mending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import live.onair.cdn.CdnRefusal;
import live.onair.cdn.Cdns;
import live.onair.cdn.mending.MendBook.Lacked;
import live.onair.cdn.mending.Mends.Mend;
import live.onair.cdn.mending.Mends.MendPlan;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** What a press would set, from what was read last. Works inside the caller's transaction, and asks nobody. */
@Singleton
class MendPlanner {

    private static final int LONGEST_REASON = 200;

    private final MendBook book;
    private final Cdns cdns;

    @Inject
    MendPlanner(MendBook book, Cdns cdns) {
        this.book = book;
        this.cdns = cdns;
    }

    /**
     * A press that may begin.
     *
     * @param version the account's mark of the configuration that the plan was made from
     */
    record Approved(MendPlan plan, String version, String reason) {}

    Outcome<MendPlan> plan(String cdn) {
        if (cdns.find(cdn).isEmpty()) {
            return Outcome.refused(CdnRefusal.NO_CDN.with("cdn", cdn));
        }
        return read(cdn).map(seen -> planned(cdn, seen, null, seen.steps()));
    }

    /** What was read of it, if it can be planned from. */
    private Outcome<Lacked> read(String cdn) {
        Lacked seen = book.lacked(cdn).orElse(null);
        if (seen == null || seen.at() == null || seen.trouble() != null) {
            String why = seen == null || seen.trouble() == null ? "-" : seen.trouble();
            return Outcome.refused(CdnRefusal.UNREAD.with("cdn", cdn, "why", why));
        }
        return book.isUnderWay(cdn) ? Outcome.refused(CdnRefusal.MENDING.with("cdn", cdn)) : Outcome.done(seen);
    }

    private static MendPlan planned(String cdn, Lacked seen, @Nullable Long undoes, List<MendStep> steps) {
        String text = cdn + '\n' + seen.version() + '\n' + undoes + '\n' + String.join("\n", MendText.steps(steps));
        return new MendPlan(
                cdn, seen.readAt(), undoes, steps, undoes == null ? seen.others() : List.of(), Ids.digest(text));
    }

    Outcome<MendPlan> wayBack(long number) {
        Mend mend = book.find(number).orElse(null);
        if (mend == null || mend.writtenAt() == null) {
            return Outcome.refused(CdnRefusal.NO_MEND.with("mend", number));
        }
        return read(mend.cdn()).then(seen -> {
            if (!book.leftVersion(number).equals(Optional.ofNullable(seen.version()))) {
                return Outcome.refused(CdnRefusal.MEND_OTHER.with("mend", number, "cdn", mend.cdn()));
            }
            List<MendStep> back =
                    new ArrayList<>(mend.steps().stream().map(MendStep::back).toList());
            Collections.reverse(back);
            return Outcome.done(planned(mend.cdn(), seen, number, List.copyOf(back)));
        });
    }

    Outcome<Approved> approved(MendPlan now, @Nullable String plan, @Nullable String reason) {
        List<Reason> wrong = new ArrayList<>();
        if (!now.hash().equals(plan)) {
            wrong.add(CdnRefusal.PLAN_OTHER.with());
        }
        String version = book.lacked(now.cdn()).map(Lacked::version).orElse(null);
        if (now.steps().isEmpty() || version == null) {
            wrong.add(CdnRefusal.AS_IT_IS.with());
        }
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON || words.chars().anyMatch(Character::isISOControl)) {
            wrong.add(CdnRefusal.REASON.with("field", "reason"));
        }
        return version == null || !wrong.isEmpty()
                ? Outcome.refused(wrong)
                : Outcome.done(new Approved(now, version, words));
    }
}
