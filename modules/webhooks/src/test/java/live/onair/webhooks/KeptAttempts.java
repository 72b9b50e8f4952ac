package live.onair.webhooks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Actor;
import live.onair.kernel.Attempts;
import live.onair.kernel.Reason;

/** The attempts that came to nothing, where there is no event log. */
@Singleton
class KeptAttempts implements Attempts {

    final List<String> refused = new ArrayList<>();

    @Override
    public void denied(Actor actor, String command) {}

    @Override
    public void refused(Actor actor, String command, List<Reason> reasons) {
        refused.add(actor.id() + " " + actor.name() + " " + command + " "
                + String.join(",", reasons.stream().map(Reason::code).toList()));
    }
}
