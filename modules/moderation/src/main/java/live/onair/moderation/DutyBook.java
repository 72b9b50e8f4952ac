package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.moderation.EndDutyHandler.EndDuty;
import live.onair.moderation.ModerationRows.HandOver;
import live.onair.moderation.ModerationRows.OnDuty;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Who watches chats. Works inside the caller's transaction. */
@Singleton
class DutyBook {

    /** Nobody watches longer in one go: who has gone without saying so is not counted for ever. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration LOAD = Duration.ofHours(1);
    private static final int NOTE = 1_000;
    private static final int MOST = 100;

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;
    private final Event<DutyEvent> events;

    @Inject
    DutyBook(Statements sql, Clock clock, WorkQueue queue, Event<DutyEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
        this.events = events;
    }

    List<OnDuty> now() {
        return sql.list(
                "select d.*, (select count(*) from moderation.deed x where x.by_name = d.name and x.at > ?) deeds"
                        + " from moderation.duty d where until is null order by since, number",
                row -> new OnDuty(row.text("person"), row.text("name"), row.instant("since"), row.big("deeds")),
                clock.instant().minus(LOAD));
    }

    List<HandOver> handOvers(int most) {
        return sql.list(
                "select * from moderation.duty where until is not null and note <> '' order by until desc, number desc limit ?",
                row -> new HandOver(row.text("name"), row.instant("since"), row.instant("until"), row.text("note")),
                Math.max(1, Math.min(most, MOST)));
    }

    Outcome<OnDuty> begin() {
        Actor who = Acting.actor();
        Instant now = moment();
        int begun = sql.run(
                "insert into moderation.duty (person, name, since) values (?, ?, ?) on conflict do nothing",
                who.id(),
                who.name(),
                now);
        if (begun == 0) {
            return Outcome.refused(ModerationRefusal.ON_DUTY.with());
        }
        queue.put(new EndDuty(who.id()), now.plus(LONGEST));
        events.fire(new DutyEvent.Begun(who.id()));
        return Outcome.done(now().stream()
                .filter(one -> one.person().equals(who.id()))
                .findFirst()
                .orElseThrow());
    }

    Outcome<HandOver> end(@Nullable String note) {
        String left = note == null ? "" : note.strip();
        if (left.length() > NOTE) {
            return Outcome.refused(ModerationRefusal.HAND_OVER.with("field", "note"));
        }
        return end(Acting.actor().id(), left);
    }

    private Outcome<HandOver> end(String person, String note) {
        Instant now = moment();
        Optional<HandOver> ended = sql.one(
                "update moderation.duty set until = greatest(?, since), note = ? where person = ? and until is null"
                        + " returning *",
                row -> new HandOver(row.text("name"), row.instant("since"), row.instant("until"), row.text("note")),
                now,
                note,
                person);
        if (ended.isEmpty()) {
            return Outcome.refused(ModerationRefusal.NOT_ON_DUTY.with());
        }
        events.fire(new DutyEvent.Ended(person, note));
        return Outcome.done(ended.get());
    }

    /** When it ends, if somebody is on duty and it is not over yet; ends it when it is. */
    Optional<Instant> endsLater(String person) {
        Instant until = sql.one(
                        "select since from moderation.duty where person = ? and until is null",
                        row -> row.instant("since").plus(LONGEST),
                        person)
                .orElse(null);
        if (until != null && until.isAfter(clock.instant())) {
            return Optional.of(until);
        }
        if (until != null) {
            end(person, "");
        }
        return Optional.empty();
    }

    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
