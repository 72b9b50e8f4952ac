package live.onair.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Plan;
import live.onair.scheduling.Encoders;
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
        String none = seenAt == null ? "plan.unknown" : "plan.none";
        return of(calls, shows, permissions, none, age(seenAt, expiresAt));
    }

    private static String age(@Nullable Instant seenAt, Instant expiresAt) {
        String until = Times.seconds(expiresAt);
        return seenAt == null ? Texts.of("plan.neverSeen", until) : Texts.of("plan.seen", Times.seconds(seenAt), until);
    }

    /** Those of a press, and those that come later because of it. */
    public static Div of(Encoders.PlannedPress plan) {
        boolean rules = plan.press() == Encoders.ChannelPress.INPUT_RULES;
        String none = rules ? "plan.now.none" : plan.seenAt() == null ? "plan.unknown" : "plan.none";
        Div all = of(plan.calls(), plan.shows(), plan.permissions(), none, age(plan.seenAt(), plan.expiresAt()));
        if (rules) {
            Div later = Parts.box("on-calls-later", Parts.text(later(plan), "b", "t13"));
            later.setId("plan-later");
            for (int i = 0; i < plan.later().size(); i++) {
                later.add(call(i + 1, plan.later().get(i)));
            }
            all.addComponentAtIndex(1 + plan.calls().size(), later);
        }
        return all;
    }

    private static String later(Encoders.PlannedPress plan) {
        int later = plan.later().size();
        return later == 0 ? Texts.of("plan.later.none") : Texts.of("plan.later", later);
    }

    /** The same of a plan that depends on nothing but what is wanted. */
    public static Div ofWish(List<Plan.Call> calls, List<String> shows, List<String> permissions, Instant expiresAt) {
        return of(calls, shows, permissions, "plan.none", Texts.of("plan.wish", Times.seconds(expiresAt)));
    }

    private static Div of(
            List<Plan.Call> calls, List<String> shows, List<String> permissions, String none, String age) {
        Div all = Parts.box("on-calls");
        all.setId("plan-calls");
        all.add(Parts.text(calls.isEmpty() ? Texts.of(none) : Texts.of("plan.calls", calls.size()), "b", "t13"));
        for (int i = 0; i < calls.size(); i++) {
            all.add(call(i + 1, calls.get(i)));
        }
        String touched = shows.isEmpty() ? Texts.of("plan.noShow") : String.join(", ", shows);
        all.add(Parts.text(Texts.of("plan.shows", touched), "c2", "t12"));
        if (!permissions.isEmpty()) {
            all.add(Parts.text(Texts.of("plan.permissions", String.join(", ", permissions)), "c2", "t12"));
        }
        all.add(Parts.text(Texts.of("plan.cost"), "c2", "t12"));
        all.add(Parts.text(age, "c2", "t12"));
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
