package live.onair.pins;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import live.onair.cues.ByCue;
import live.onair.cues.CueEvent;
import live.onair.cues.CueKind;
import live.onair.cues.Cues;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.work.Next;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Pins a product or shows a notice because an item of the cue sheet says so, and tells the sheet what became of it. */
@Singleton
class PinByCueHandler implements WorkHandler<PinByCueHandler.PinByCue> {

    private static final Set<CueKind> OURS =
            EnumSet.of(CueKind.PIN, CueKind.UNPIN, CueKind.NOTICE_ON, CueKind.NOTICE_OFF);

    private final Acts acts;
    private final Cues cues;
    private final WorkQueue queue;

    @Inject
    PinByCueHandler(Acts acts, Cues cues, WorkQueue queue) {
        this.acts = acts;
        this.cues = cues;
        this.queue = queue;
    }

    /** Do what this act of an item says. */
    record PinByCue(
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
            queue.put(new PinByCue(
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
    public Class<PinByCue> type() {
        return PinByCue.class;
    }

    @Override
    public Next handle(PinByCue work) {
        boolean notice = work.kindOfAct() == CueKind.NOTICE_ON || work.kindOfAct() == CueKind.NOTICE_OFF;
        if (notice && work.rehearsal()) {
            cues.rehearsed(work.due());
            return Next.done();
        }
        cues.report(work.due(), acts.carryOut(work), CardRefusal.AS_IT_IS);
        return Next.done();
    }

    /** The act itself: all of it, or nothing. */
    @Singleton
    @Transactional
    @Guarded
    static class Acts {

        private final PinBook pins;
        private final CardShowing cards;

        @Inject
        Acts(PinBook pins, CardShowing cards) {
            this.pins = pins;
            this.cards = cards;
        }

        /** Done by Onair itself, because the sheet says so. */
        @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
        public Outcome<String> carryOut(PinByCue work) {
            String target = work.target() == null ? "" : work.target();
            return switch (work.kindOfAct()) {
                case PIN -> pins.pin(work.show(), target, work.item()).map(PinRows.Pin::id);
                case UNPIN -> pins.unpin(work.show(), target, PinRows.End.CUE).map(PinRows.Pin::id);
                case NOTICE_ON -> cards.show(work.show(), target).map(CardRows.Card::id);
                case NOTICE_OFF -> cards.hide(work.show(), target).map(CardRows.Card::id);
                default -> Outcome.done(target);
            };
        }
    }
}
