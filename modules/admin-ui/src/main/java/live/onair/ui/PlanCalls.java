package live.onair.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** The calls of a plan, as they will be sent: what each touches, what it needs and what takes it back. */
public final class PlanCalls {

    private PlanCalls() {}

    /**
     * All of them, with the shows they touch, what they need, what they cost and how old the look is they were made from.
     *
     * @param seenAt null if nothing was ever seen
     */
    public static Div of(
            List<Plan.Call> calls,
            List<String> shows,
            List<String> permissions,
            @Nullable Instant seenAt,
            Instant expiresAt) {
        Div all = Parts.box("on-calls");
        all.setId("plan-calls");
        String none = Texts.of(seenAt == null ? "plan.unknown" : "plan.none");
        all.add(Parts.text(calls.isEmpty() ? none : Texts.of("plan.calls", calls.size()), "b", "t13"));
        for (int i = 0; i < calls.size(); i++) {
            all.add(call(i + 1, calls.get(i)));
        }
        String touched = shows.isEmpty() ? Texts.of("plan.noShow") : String.join(", ", shows);
        all.add(Parts.text(Texts.of("plan.shows", touched), "c2", "t12"));
        if (!permissions.isEmpty()) {
            all.add(Parts.text(Texts.of("plan.permissions", String.join(", ", permissions)), "c2", "t12"));
        }
        all.add(Parts.text(Texts.of("plan.cost"), "c2", "t12"));
        String until = Times.seconds(expiresAt);
        all.add(Parts.text(
                seenAt == null
                        ? Texts.of("plan.neverSeen", until)
                        : Texts.of("plan.seen", Times.seconds(seenAt), until),
                "c2",
                "t12"));
        return all;
    }

    private static Div call(int number, Plan.Call call) {
        String rollback = call.rollback() == null ? Texts.of("plan.noRollback") : call.rollback();
        return Parts.box(
                "on-call",
                Parts.text(number + ". " + call.service() + " " + call.operation(), "b", "t13"),
                Parts.text(call.resource(), "t13"),
                Parts.text(call.request(), "on-call-request", "t12"),
                Parts.text(Texts.of("plan.rollback", rollback), "c2", "t12"));
    }
}
