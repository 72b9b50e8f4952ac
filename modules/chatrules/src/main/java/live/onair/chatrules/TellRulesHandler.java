package live.onair.chatrules;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import live.onair.chatrules.spi.ChatJudges;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Tells where lines are judged the newest rules, until they have arrived. */
@Singleton
class TellRulesHandler implements WorkHandler<TellRulesHandler.TellRules> {

    private static final Duration AWAY = Duration.ofSeconds(2);

    private final Telling telling;
    /** Asked for when there is something to tell: rooms above are tested without one. */
    private final Instance<ChatJudges> judges;

    @Inject
    TellRulesHandler(Telling telling, @Any Instance<ChatJudges> judges) {
        this.telling = telling;
        this.judges = judges;
    }

    /** Tell the newest. */
    record TellRules(String rules) implements Work {

        static final TellRules ALL = new TellRules("rules");

        @Override
        public String key() {
            return rules;
        }
    }

    @Override
    public Class<TellRules> type() {
        return TellRules.class;
    }

    @Override
    public Next handle(TellRules work) {
        List<ChatJudges> here = judges.stream().filter(ChatJudges::isHere).toList();
        if (here.isEmpty()) {
            return Next.done();
        }
        RulePacks.Told told = telling.now();
        CloudException trouble = null;
        for (ChatJudges one : here) {
            try {
                one.judgeBy(told.pack());
            } catch (CloudException away) {
                // the others judge by the newest all the same
                trouble = away;
            }
        }
        if (trouble != null) {
            if (trouble.fault().isRetried()) {
                return Next.after(AWAY);
            }
            throw trouble;
        }
        telling.told(told.number());
        return Next.done();
    }

    /** The halves that lie in transactions. */
    @Singleton
    @Transactional
    static class Telling {

        private final RulePacks packs;
        private final Editions editions;

        @Inject
        Telling(RulePacks packs, Editions editions) {
            this.packs = packs;
            this.editions = editions;
        }

        public RulePacks.Told now() {
            return packs.told();
        }

        public void told(int number) {
            editions.told(number);
        }
    }
}
