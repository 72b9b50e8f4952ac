package live.onair.chatrules;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import live.onair.chatrules.RuleCheck.Checked;

/**
 * Which rules lines can be judged by. One that was written down when less was looked at may be none: it is left out, for
 * with it no other would count. To find out takes as long as a hundred lines, so that it is kept.
 */
@Singleton
class SoundRules {

    private static final int MOST = 1_000;

    private final Map<Checked, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Checked, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean isSound(Checked rule) {
        return known.computeIfAbsent(rule, RuleCheck::isReady);
    }
}
