package live.onair.chatrules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.chatrules.TellRulesHandler.TellRules;
import live.onair.work.WorkQueue;

/** Tells the rules when the console starts: whoever judges by them may have been begun anew meanwhile. */
@Singleton
public class ChatRuleRounds {

    private final WorkQueue queue;

    @Inject
    ChatRuleRounds(WorkQueue queue) {
        this.queue = queue;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        queue.put(TellRules.ALL);
    }
}
