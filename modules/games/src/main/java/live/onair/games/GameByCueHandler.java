package live.onair.games;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import live.onair.cues.ByCue;
import live.onair.cues.CueEvent;
import live.onair.cues.CueKind;
import live.onair.cues.Cues;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameEnd;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.work.Next;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Runs games because an item of the cue sheet says so, and tells the sheet what became of it. */
@Singleton
class GameByCueHandler implements WorkHandler<GameByCueHandler.GameByCue> {

    private static final Set<CueKind> OURS = EnumSet.of(CueKind.GAME_ON, CueKind.GAME_OFF, CueKind.GAME_RESULT);

    private final Acts acts;
    private final Cues cues;
    private final WorkQueue queue;

    @Inject
    GameByCueHandler(Acts acts, Cues cues, WorkQueue queue) {
        this.acts = acts;
        this.cues = cues;
        this.queue = queue;
    }

    /** Do what this act of an item says. */
    record GameByCue(
            String show,
            String item,
            String title,
            int act,
            CueKind kindOfAct,
            @Nullable String target,
            boolean rehearsal)
            implements ByCue {}

    void due(@Observes CueEvent.Due due) {
        if (OURS.contains(due.kindOfAct())) {
            queue.put(new GameByCue(
                    due.show(),
                    due.item().toString(),
                    due.title(),
                    due.act(),
                    due.kindOfAct(),
                    due.target(),
                    due.rehearsal()));
        }
    }

    @Override
    public Class<GameByCue> type() {
        return GameByCue.class;
    }

    @Override
    public Next handle(GameByCue work) {
        if (work.rehearsal()) {
            cues.rehearsed(work.due());
            return Next.done();
        }
        cues.report(work.due(), acts.carryOut(work), GameRefusal.AS_IT_IS);
        return Next.done();
    }

    /** The act itself: all of it, or nothing. */
    @Singleton
    @Transactional
    @Guarded
    static class Acts {

        private final GameRun run;
        private final Settling settling;

        @Inject
        Acts(GameRun run, Settling settling) {
            this.run = run;
            this.settling = settling;
        }

        /** Done by Onair itself, because the sheet says so. */
        @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
        public Outcome<Game> carryOut(GameByCue work) {
            String target = Objects.requireNonNullElse(work.target(), "");
            return switch (work.kindOfAct()) {
                case GAME_ON -> run.open(work.show(), target, work.item());
                case GAME_OFF -> run.close(work.show(), target, GameEnd.CUE);
                default -> settling.settle(work.show(), target);
            };
        }
    }
}
