package live.onair.cues;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.cues.ActByCueHandler.SwitchSlate;
import live.onair.scheduling.Lifecycle;
import live.onair.work.Next;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Switches the slate when an item of a cue sheet says so. */
@Singleton
class ActByCueHandler implements WorkHandler<SwitchSlate> {

    private final Lifecycle lifecycle;
    private final Cues cues;
    private final WorkQueue queue;

    @Inject
    ActByCueHandler(Lifecycle lifecycle, Cues cues, WorkQueue queue) {
        this.lifecycle = lifecycle;
        this.cues = cues;
        this.queue = queue;
    }

    /** Put the slate on or off because an item says so. */
    record SwitchSlate(String show, String item, String title, int act, boolean on, boolean rehearsal)
            implements ByCue {
        @Override
        public CueKind kindOfAct() {
            return on ? CueKind.SLATE_ON : CueKind.SLATE_OFF;
        }

        @Override
        public @Nullable String target() {
            return null;
        }
    }

    void due(@Observes CueEvent.Due due) {
        if (due.kindOfAct().isSlate()) {
            queue.put(new SwitchSlate(
                    due.show(),
                    due.item().toString(),
                    due.title(),
                    due.act(),
                    due.kindOfAct() == CueKind.SLATE_ON,
                    due.rehearsal()));
        }
    }

    @Override
    public Class<SwitchSlate> type() {
        return SwitchSlate.class;
    }

    @Override
    public Next handle(SwitchSlate work) {
        if (work.rehearsal()) {
            cues.rehearsed(work.due());
            return Next.done();
        }
        String reason = "큐시트 (cue sheet): " + work.title();
        cues.report(
                work.due(),
                work.on()
                        ? lifecycle.slateOn(new Lifecycle.Confirmed(work.show(), work.show(), reason))
                        : lifecycle.slateOff(work.show(), reason));
        return Next.done();
    }
}
