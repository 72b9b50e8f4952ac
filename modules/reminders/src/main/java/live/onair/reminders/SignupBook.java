package live.onair.reminders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.reminders.ReminderRows.ConsentKind;
import live.onair.reminders.ReminderRows.Signup;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;

/** Who wants to be told, and what they have agreed to. Works inside the caller's transaction. */
@Singleton
class SignupBook {

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final ReminderReads reads;

    @Inject
    SignupBook(Statements sql, Clock clock, Shows shows, ReminderReads reads) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.reads = reads;
    }

    Outcome<Signup> sign(String show, String viewer, boolean ads, boolean night) {
        if (!Ids.isViewer(viewer)) {
            return Outcome.refused(ReminderRefusal.VIEWER.with("field", "viewer"));
        }
        if (night && !ads) {
            return Outcome.refused(ReminderRefusal.NIGHT_ALONE.with("field", "night"));
        }
        boolean coming = shows.find(show).stream().anyMatch(PushPlans::isComing);
        if (!coming) {
            return Outcome.refused(ReminderRefusal.NOT_COMING.with());
        }
        lock(viewer);
        sql.run(
                "insert into reminders.signup (show_id, viewer, since) values (?, ?, ?)"
                        + " on conflict (show_id, viewer) do update set cancelled_at = null,"
                        + " since = case when signup.cancelled_at is null then signup.since else excluded.since end",
                show,
                viewer,
                clock.instant());
        says(viewer, ConsentKind.AD, ads);
        says(viewer, ConsentKind.NIGHT, night);
        return Outcome.done(reads.signup(show, viewer));
    }

    /** Two pages of one viewer wait for each other: the ledger says what was said in its order. */
    private void lock(String viewer) {
        sql.one("select pg_advisory_xact_lock(hashtext('reminders.viewer'), hashtext(?))", row -> true, viewer);
    }

    /** Only what is another word than the last one stands in the ledger. */
    private void says(String viewer, ConsentKind kind, boolean given) {
        sql.run(
                "insert into reminders.consent (viewer, kind, given, words, at) select s.viewer, ?, ?, ?, ?"
                        + " from (select cast(? as text) viewer) s where "
                        + ReminderReads.AGREED.formatted(kind.name()) + " <> ?",
                kind,
                given,
                PushRules.CONSENT_WORDS,
                clock.instant(),
                viewer,
                given);
    }

    Outcome<Signup> cancel(String show, String viewer) {
        lock(viewer);
        sql.run(
                "update reminders.signup set cancelled_at = ? where show_id = ? and viewer = ? and cancelled_at is null",
                clock.instant(),
                show,
                viewer);
        return Outcome.done(reads.signup(show, viewer));
    }

    /** No message of any show any more, and no consent. */
    Outcome<String> optOut(String viewer) {
        lock(viewer);
        sql.run(
                "update reminders.signup set cancelled_at = ? where viewer = ? and cancelled_at is null",
                clock.instant(),
                viewer);
        says(viewer, ConsentKind.AD, false);
        says(viewer, ConsentKind.NIGHT, false);
        return Outcome.done(viewer);
    }
}
