package live.onair.reminders;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.reminders.ReminderRows.Push;
import live.onair.reminders.ReminderRows.PushKind;
import live.onair.reminders.ReminderRows.PushState;
import live.onair.reminders.spi.PushSender;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message to those who may have it now. At night the others have it in the morning, if the show has not begun by then.
 * What was sent is recorded after it was; once more, the sender knows it by its id. Before each batch it is asked anew who may
 * have it: the night may have begun meanwhile, and a viewer may have taken a consent back.
 */
@Singleton
class SendPushHandler implements WorkHandler<SendPushHandler.SendPush> {

    static final int AT_ONCE = 1_000;

    private final Deciding deciding;
    /** Asked for when there is something to send: rooms above are tested without one. */
    private final Instance<PushSender> sender;

    @Inject
    SendPushHandler(Deciding deciding, Instance<PushSender> sender) {
        this.deciding = deciding;
        this.sender = sender;
    }

    /** Send this one, if it is due. */
    record SendPush(String show, PushKind push) implements Work {
        @Override
        public String key() {
            return show + ":" + push;
        }
    }

    /** What is to be done now, and when to look again; null for never. */
    record Step(Push push, List<String> viewers, @Nullable Instant again) {}

    @Override
    public Class<SendPush> type() {
        return SendPush.class;
    }

    @Override
    public Next handle(SendPush work) {
        while (true) {
            Step step = deciding.next(work).orElse(null);
            if (step == null) {
                return Next.done();
            }
            if (!step.viewers().isEmpty()) {
                sender.get()
                        .send(new PushSender.Message(
                                work.key(), work.show(), step.push().words(), step.viewers()));
                deciding.sent(work, step.viewers());
            } else if (step.again() != null) {
                return Next.at(step.again());
            } else {
                deciding.over(step.push());
                return Next.done();
            }
        }
    }

    /** The halves that lie in a transaction. */
    @Singleton
    @Transactional
    static class Deciding {

        private final Statements sql;
        private final Clock clock;
        private final Shows shows;
        private final ReminderReads reads;
        private final PushPlans plans;
        private final Event<ReminderEvent> events;

        @Inject
        Deciding(
                Statements sql,
                Clock clock,
                Shows shows,
                ReminderReads reads,
                PushPlans plans,
                Event<ReminderEvent> events) {
            this.sql = sql;
            this.clock = clock;
            this.shows = shows;
            this.reads = reads;
            this.plans = plans;
            this.events = events;
        }

        /** Empty where nothing is to be done any more. */
        public Optional<Step> next(SendPush work) {
            Push push = reads.push(work.show(), work.push())
                    .filter(one -> one.state() == PushState.PLANNED)
                    .orElse(null);
            ShowRows.Show show = shows.find(work.show()).orElse(null);
            if (push == null || show == null) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            if (!PushPlans.isComing(show)) {
                plans.skip(push, "승인된 예정 방송이 아닙니다", "The show is not coming any more");
                return Optional.empty();
            }
            if (now.isBefore(push.dueAt())) {
                return Optional.of(new Step(push, List.of(), push.dueAt()));
            }
            boolean begun = push.sent() > 0 || !PushRules.isLate(push.kind(), push.dueAt(), now, show.startsAt());
            if (!begun && !waitedForMorning(push, now, show.startsAt())) {
                plans.skip(push, "보낼 시각이 지났습니다", "Its time is over");
                return Optional.empty();
            }
            return Optional.of(step(push, show, now));
        }

        /** One that was due at night may be hours old in the morning, and says the truth all the same. */
        private static boolean waitedForMorning(Push push, Instant now, Instant start) {
            return PushRules.isNight(push.dueAt())
                    && !PushRules.isLate(push.kind(), PushRules.morning(push.dueAt()), now, start);
        }

        private Step step(Push push, ShowRows.Show show, Instant now) {
            boolean ad = plans.isAd(show.id());
            Push told = push.saying(ad, PushRules.words(push.kind(), show.title(), show.startsAt(), ad));
            boolean night = ad && PushRules.isNight(now);
            Instant morning = PushRules.morning(now);
            boolean later = night && morning.isBefore(show.startsAt()) && push.kind() == PushKind.DAY;
            return new Step(told, reads.waiting(show.id(), push.kind(), ad, night, AT_ONCE), later ? morning : null);
        }

        /** They have it. */
        public void sent(SendPush work, List<String> viewers) {
            sql.run(
                    "insert into reminders.delivery (show_id, kind, viewer, sent_at) select ?, ?, viewer, ?"
                            + " from unnest(cast(? as text[])) as v (viewer) on conflict do nothing",
                    work.show(),
                    work.push(),
                    clock.instant(),
                    viewers);
            sql.run(
                    "update reminders.push set sent = (select count(*) from reminders.delivery d where d.show_id = ? and"
                            + " d.kind = ?) where show_id = ? and kind = ?",
                    work.show(),
                    work.push(),
                    work.show(),
                    work.push());
        }

        /** Nobody gets it any more; who has not got it is counted. */
        public void over(Push push) {
            Push now = reads.push(push.show(), push.kind()).orElse(push);
            int leftOut = reads.waiting(push.show(), push.kind(), false, false, Integer.MAX_VALUE)
                    .size();
            plans.sent(push, now.sent(), leftOut);
            events.fire(new ReminderEvent.Sent(push.show(), push.kind().ko(), push.words(), now.sent(), leftOut));
        }
    }
}
