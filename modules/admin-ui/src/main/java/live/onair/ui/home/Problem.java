package live.onair.ui.home;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.scheduling.Interruptions;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong.
 *
 * @param title of its show; empty for none
 * @param watching who watches that show now; null for none
 * @param moves that are under way because of it
 */
record Problem(
        Interruptions.Row row, String title, @Nullable Integer watching, List<ViewerMove> moves) {

    /** What hurts nobody yet: a spare part is gone, or something will be short. */
    private static final Set<String> NOT_YET = Set.of(
            "INPUT_A_LOST",
            "INPUT_B_LOST",
            "PIPELINE_DOWN",
            "DISK_NEAR_FULL",
            "COPY_FAILED",
            "PLAN_OTHER",
            "RULES_TAKEN_BACK",
            "CLOUD_ALARM",
            "SIMULCAST_FAILING",
            "CDN_STEERING",
            "MOVE_STOPPED");

    /** Who hurts the most viewers first; of those, what is felt before what may be, and the oldest. */
    static final Comparator<Problem> MOST_HURT = Comparator.comparingInt(Problem::hurt)
            .reversed()
            .thenComparing(Problem::isFault, Comparator.reverseOrder())
            .thenComparing(problem -> problem.row().since());

    boolean isFault() {
        Integer hurt = row.viewersHurt();
        return !NOT_YET.contains(row.kind()) || hurt != null && hurt > 0;
    }

    /** Those whom it is about watch by another CDN. */
    boolean isElsewhere() {
        return "LEFT".equals(row.facts().get("what"));
    }

    /** Who feels it; where nobody has counted them, all who watch if it is of the kind that is felt. */
    int hurt() {
        Integer counted = row.viewersHurt();
        return counted != null ? counted : isFault() && watching != null ? watching : 0;
    }
}
