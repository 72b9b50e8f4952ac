package live.onair.pins;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Objects;
import live.onair.identity.ApprovalEvent;
import live.onair.identity.Approvals;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.pins.PriceChangeRows.PriceChange;
import live.onair.pins.PriceChangeRows.PriceState;
import live.onair.products.LineUps;
import live.onair.scheduling.ShowEvent;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;

/** Changes a price to which a second person has agreed, using their yes up; what cannot be done is told on the change. */
@Singleton
class ApplyPriceChangeHandler implements WorkHandler<ApplyPriceChangeHandler.ApplyPriceChange> {

    private final Applying applying;

    @Inject
    ApplyPriceChangeHandler(Applying applying) {
        this.applying = applying;
    }

    /** Change this price. */
    record ApplyPriceChange(String change) implements Work {
        @Override
        public String key() {
            return change;
        }
    }

    @Override
    public Class<ApplyPriceChange> type() {
        return ApplyPriceChange.class;
    }

    @Override
    public Next handle(ApplyPriceChange work) {
        Outcome<String> outcome = applying.carryOut(work.change());
        if (!outcome.isDone()) {
            applying.failed(work.change(), outcome);
        }
        return Next.done();
    }

    /** The halves that lie in a transaction, and what happens elsewhere. */
    @Singleton
    @Transactional
    @Guarded
    static class Applying {

        private final PriceShelf shelf;
        private final Boards boards;
        private final Approvals approvals;
        private final LineUps lineUps;
        private final Event<PriceChangeEvent> events;

        @Inject
        Applying(
                PriceShelf shelf, Boards boards, Approvals approvals, LineUps lineUps, Event<PriceChangeEvent> events) {
            this.shelf = shelf;
            this.boards = boards;
            this.approvals = approvals;
            this.lineUps = lineUps;
            this.events = events;
        }

        /** Uses the yes up and changes the price: both, or neither. */
        @AllowedTo
        public Outcome<String> carryOut(String id) {
            PriceChange found = shelf.find(id).orElse(null);
            if (found == null) {
                return Outcome.done(id);
            }
            boards.lock(found.show());
            PriceChange change = shelf.find(id).orElseThrow();
            if (change.state() != PriceState.APPROVED) {
                return Outcome.done(id);
            }
            String digest = PriceChangeBook.digest(change.show(), change.product(), change.before(), change.after());
            return approvals
                    .consume(PriceChanges.ACT, id, digest)
                    .then(used -> lineUps.reprice(
                            change.show(), change.product(), new LineUps.Repricing(change.before(), change.after())))
                    .map(item -> {
                        shelf.settled(id, PriceState.DONE);
                        events.fire(new PriceChangeEvent.Applied(
                                change.show(),
                                change.product(),
                                change.name(),
                                Objects.toString(change.before(), ""),
                                change.after().toString(),
                                change.askedBy(),
                                Objects.toString(change.decidedBy(), "")));
                        return id;
                    });
        }

        /** It could not be done. */
        @AllowedTo
        public void failed(String id, Outcome<?> outcome) {
            shelf.failed(id, outcome);
            PriceChange change = shelf.find(id).orElseThrow();
            events.fire(new PriceChangeEvent.Failed(change.show(), change.product(), change.name(), change.whyKo()));
        }
    }

    /** Notices what was decided, and what is over. */
    @Singleton
    static class Deciding {

        private final PriceShelf shelf;
        private final Boards boards;
        private final WorkQueue queue;
        private final Event<PriceChangeEvent> events;

        @Inject
        Deciding(PriceShelf shelf, Boards boards, WorkQueue queue, Event<PriceChangeEvent> events) {
            this.shelf = shelf;
            this.boards = boards;
            this.queue = queue;
            this.events = events;
        }

        void approved(@Observes ApprovalEvent.Approved event) {
            asked(event).ifPresent(change -> {
                shelf.decided(change.id(), PriceState.APPROVED, null);
                queue.put(new ApplyPriceChange(change.id()));
            });
        }

        void refused(@Observes ApprovalEvent.Refused event) {
            asked(event).ifPresent(change -> {
                shelf.decided(change.id(), PriceState.REFUSED, event.comment());
                PriceChange now = shelf.find(change.id()).orElseThrow();
                events.fire(new PriceChangeEvent.Refused(
                        now.show(),
                        now.product(),
                        now.name(),
                        now.askedBy(),
                        Objects.toString(now.decidedBy(), ""),
                        event.comment()));
            });
        }

        private java.util.Optional<PriceChange> asked(ApprovalEvent event) {
            return event.act().equals(PriceChanges.ACT)
                    ? shelf.byApproval(event.approval()).filter(change -> change.state() == PriceState.ASKED)
                    : java.util.Optional.empty();
        }

        /** The yes is not given any more, and nothing is left that it would be for. */
        void over(@Observes ShowEvent event) {
            if (event instanceof ShowEvent.Ended || event instanceof ShowEvent.Cancelled) {
                boards.lock(event.show());
                shelf.open(event.show()).forEach(change -> {
                    shelf.settled(change.id(), PriceState.EXPIRED);
                    events.fire(new PriceChangeEvent.Expired(change.show(), change.product(), change.name()));
                });
            }
        }
    }
}
