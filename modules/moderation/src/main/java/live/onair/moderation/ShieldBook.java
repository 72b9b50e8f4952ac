package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.HoldChatHandler.HoldChat;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.moderation.Shields.Freeze;
import live.onair.moderation.Shields.Shield;
import live.onair.moderation.Shields.ShieldSet;
import live.onair.moderation.ThawHandler.Thaw;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** How chats are held: their settings, shields that are up and what they bring, what is frozen. Works inside the caller's transaction. */
@Singleton
class ShieldBook {

    /** Minutes. */
    private static final int LONGEST = 24 * 60;

    private static final String HELD = "slow_seconds, frozen, followers_only, links_off, duplicates_off, delay_seconds";

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;
    private final ChatBook chats;
    private final ChatReads reads;

    @Inject
    ShieldBook(
            Statements sql,
            Clock clock,
            WorkQueue queue,
            Event<ModerationEvent> events,
            ChatBook chats,
            ChatReads reads) {
        this.chats = chats;
        this.reads = reads;
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
        this.events = events;
    }

    Outcome<Chat> settings(String show, @Nullable ChatSettings wanted, int version) {
        ChatBook.Held held = chats.of(show).orElse(null);
        if (held == null) {
            return Outcome.refused(ModerationRefusal.NO_CHAT.with());
        }
        if (!held.open()) {
            return Outcome.refused(ModerationRefusal.CLOSED.with());
        }
        if (wanted == null || !wanted.isPossible()) {
            return Outcome.refused(ModerationRefusal.SETTINGS.with("field", "settings"));
        }
        if (!chats.hold(show, wanted, version)) {
            return Outcome.refused(ModerationRefusal.CHANGED.with());
        }
        queue.put(new HoldChat(show));
        events.fire(new ModerationEvent.Settings(show, wanted.since(held.settings())));
        return Outcome.done(reads.of(show).orElseThrow());
    }

    ShieldSet saved() {
        return sql.one(
                        "select * from moderation.shield_set",
                        row -> new ShieldSet(ChatBook.settings(row), row.number("version")))
                .orElseThrow();
    }

    Optional<Shield> of(String show) {
        return sql.one(
                "select * from moderation.shield where show_id = ?",
                row -> new Shield(show, ChatBook.settings(row), row.text("by_name"), row.instant("since")),
                show);
    }

    Outcome<ShieldSet> save(@Nullable ChatSettings to, int version) {
        if (to == null || !to.isPossible()) {
            return Outcome.refused(ModerationRefusal.SETTINGS.with("field", "settings"));
        }
        ChatSettings before = saved().settings();
        int changed = sql.run(
                "update moderation.shield_set set (" + HELD + ") = row(?, ?, ?, ?, ?, ?), version = version + 1"
                        + " where version = ?",
                to.slowSeconds(),
                to.frozen(),
                to.followersOnly(),
                to.linksOff(),
                to.duplicatesOff(),
                to.delaySeconds(),
                version);
        if (changed == 0) {
            return Outcome.refused(ModerationRefusal.CHANGED.with());
        }
        events.fire(new ModerationEvent.ShieldSaved(to.since(before)));
        return Outcome.done(saved());
    }

    /** Of two who press at once one puts it up. */
    Outcome<Shield> raise(String show) {
        int kept = sql.run(
                "insert into moderation.shield (show_id, " + HELD + ", by_name, since) select show_id, " + HELD
                        + ", ?, ? from moderation.chat where show_id = ? and open on conflict (show_id) do nothing",
                Acting.actor().name(),
                clock.instant(),
                show);
        if (kept == 0) {
            return Outcome.refused(
                    (of(show).isPresent() ? ModerationRefusal.SHIELDED : ModerationRefusal.CLOSED).with());
        }
        hold("moderation.shield_set s where true", show);
        Shield up = of(show).orElseThrow();
        events.fire(new ModerationEvent.ShieldRaised(show));
        return Outcome.done(up);
    }

    Outcome<Shield> lower(String show) {
        Shield up = of(show).orElse(null);
        if (up == null) {
            return Outcome.refused(ModerationRefusal.NOT_SHIELDED.with());
        }
        hold("moderation.shield s where s.show_id = c.show_id", show);
        if (sql.run("delete from moderation.shield where show_id = ?", show) == 0) {
            return Outcome.refused(ModerationRefusal.NOT_SHIELDED.with());
        }
        events.fire(new ModerationEvent.ShieldLowered(show));
        return Outcome.done(up);
    }

    private void hold(String as, String show) {
        sql.run(
                "update moderation.chat c set (" + HELD + ") = (select " + HELD.replaceAll("(\\w+)", "s.$1") + " from "
                        + as + "), version = version + 1 where c.show_id = ?",
                show);
        chats.marked(show);
        queue.put(new HoldChat(show));
    }

    Optional<Freeze> freezeOf(String show) {
        return sql.one(
                "select * from moderation.chat where show_id = ? and frozen and frozen_at is not null",
                row -> new Freeze(show, row.text("frozen_by"), row.instant("frozen_at"), row.instantOrNull("thaw_at")),
                show);
    }

    Outcome<Freeze> freeze(String show, @Nullable Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
            return Outcome.refused(ModerationRefusal.MINUTES.with("field", "minutes"));
        }
        Instant until = minutes == null
                ? null
                : clock.instant().plusSeconds(60L * minutes).truncatedTo(ChronoUnit.MILLIS);
        int frozen = sql.run(
                "update moderation.chat set thaw_at = ?, frozen = true, version = version + 1 where show_id = ? and open",
                until,
                show);
        if (frozen == 0) {
            return Outcome.refused(ModerationRefusal.CLOSED.with());
        }
        chats.marked(show);
        queue.put(new HoldChat(show));
        if (until != null) {
            queue.put(new Thaw(show), until);
        }
        events.fire(new ModerationEvent.Frozen(show, until));
        return Outcome.done(freezeOf(show).orElseThrow());
    }

    Outcome<Freeze> thaw(String show) {
        Freeze was = freezeOf(show).orElse(null);
        if (was == null) {
            return Outcome.refused(ModerationRefusal.NOT_FROZEN.with());
        }
        sql.run("update moderation.chat set frozen = false, version = version + 1 where show_id = ?", show);
        chats.marked(show);
        // a shield that comes down later freezes nothing again
        sql.run("update moderation.shield set frozen = false where show_id = ?", show);
        queue.put(new HoldChat(show));
        events.fire(new ModerationEvent.Thawed(show));
        return Outcome.done(was);
    }

    /** When it thaws, if it does by itself and has not yet; thaws it when its time is over. */
    Optional<Instant> thawsLater(String show) {
        Instant until = freezeOf(show).map(Freeze::until).orElse(null);
        if (until != null && until.isAfter(clock.instant())) {
            return Optional.of(until);
        }
        if (until != null) {
            thaw(show);
        }
        return Optional.empty();
    }

    /** A show that is over holds its chat as usual when it goes on air again. */
    void over(String show) {
        if (of(show).isPresent()) {
            lower(show);
        }
    }
}
