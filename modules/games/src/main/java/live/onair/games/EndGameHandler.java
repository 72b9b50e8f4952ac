package live.onair.games;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Closes games whose time is over. */
@Singleton
class EndGameHandler implements WorkHandler<EndGameHandler.EndGame> {

    private final Ending ending;

    @Inject
    EndGameHandler(Ending ending) {
        this.ending = ending;
    }

    /** Close this one, if its time is over. */
    record EndGame(String show, String game) implements Work {
        @Override
        public String key() {
            return game;
        }
    }

    @Override
    public Class<EndGame> type() {
        return EndGame.class;
    }

    @Override
    public Next handle(EndGame work) {
        ending.expire(work);
        return Next.done();
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Ending {

        private final GameRun run;

        @Inject
        Ending(GameRun run) {
            this.run = run;
        }

        /** A game opens once, for one time. */
        public void expire(EndGame work) {
            run.expire(work.show(), work.game());
        }
    }
}
