package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.Raids.Raid;
import live.onair.moderation.Raids.RaidHidden;
import live.onair.moderation.Raids.RaidWatch;
import live.onair.sql.Facts;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What many say alike. Works inside the caller's transaction. */
@Singleton
class RaidBook {

    private static final int FEWEST = 2;
    private static final int MOST_MEMBERS = 100;
    private static final int SHORTEST_WATCH = 10;
    private static final int LONGEST_WATCH = 600;

    /** So far back it is taken away. */
    static final Duration WHILE = Duration.ofMinutes(10);

    /** What is shorter is said by many without any harm: 안녕하세요, 좋아요. */
    private static final int SHORTEST = 6;

    private static final int LONGEST = 120;
    /** Fewer different letters than this are laughter. */
    private static final int LETTERS = 4;

    private static final int MOST = 10;
    private static final int MOST_LINES = 500;

    private static final String OPEN = " l.show_id = ? and l.state = 'SHOWN' and l.alike <> '' and l.at > ?"
            + " and not exists (select 1 from moderation.raid_left r where r.show_id = l.show_id and r.alike = l.alike)";

    private final Statements sql;
    private final Clock clock;
    private final DeedBook deeds;
    private final Event<ModerationEvent> events;

    @Inject
    RaidBook(Statements sql, Clock clock, DeedBook deeds, Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.deeds = deeds;
        this.events = events;
    }

    /** What stays of a text when spaces, signs and repeated letters are left out; nothing for what anybody says. */
    static String alike(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .filter(sign -> kept.isEmpty() || kept.codePointBefore(kept.length()) != sign)
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        String all = kept.toString();
        boolean laughter = all.codePoints().distinct().count() < LETTERS;
        return laughter || all.codePointCount(0, all.length()) < SHORTEST ? "" : all;
    }

    RaidWatch watch() {
        return sql.one(
                        "select raid_members, raid_seconds from moderation.keeping",
                        row -> new RaidWatch(row.number("raid_members"), row.number("raid_seconds")))
                .orElseThrow();
    }

    Outcome<RaidWatch> watch(RaidWatch wanted) {
        boolean possible = wanted.members() >= FEWEST
                && wanted.members() <= MOST_MEMBERS
                && wanted.seconds() >= SHORTEST_WATCH
                && wanted.seconds() <= LONGEST_WATCH;
        if (!possible) {
            return Outcome.refused(ModerationRefusal.RAID_WATCH.with("field", "members"));
        }
        Map<String, String> changed = Facts.since(values(watch()), values(wanted));
        if (!changed.isEmpty()) {
            sql.run(
                    "update moderation.keeping set raid_members = ?, raid_seconds = ?, changed_at = ?, by_name = ?",
                    wanted.members(),
                    wanted.seconds(),
                    clock.instant(),
                    Acting.actor().name());
            events.fire(new ModerationEvent.RaidWatchChanged(changed));
        }
        return Outcome.done(watch());
    }

    private static Map<String, String> values(RaidWatch watch) {
        return Map.of("raidMembers", String.valueOf(watch.members()), "raidSeconds", String.valueOf(watch.seconds()));
    }

    List<Raid> of(String show) {
        RaidWatch watch = watch();
        return sql.list(
                "select l.alike, min(l.text) words, count(distinct l.member) members, count(*) n, min(l.at) since,"
                        + " max(l.at) last from moderation.line l where" + OPEN
                        + " group by l.alike having count(distinct l.member) >= ? order by members desc, l.alike limit ?",
                row -> new Raid(
                        show,
                        row.text("alike"),
                        row.text("words"),
                        row.big("members"),
                        row.big("n"),
                        row.instant("since"),
                        row.instant("last")),
                show,
                clock.instant().minusSeconds(watch.seconds()),
                watch.members(),
                MOST);
    }

    Outcome<RaidHidden> hide(String show, String alike, @Nullable String reason) {
        List<Long> lines = sql.list(
                "select l.number from moderation.line l where" + OPEN + " and l.alike = ? order by l.number limit ?",
                row -> row.big("number"),
                show,
                clock.instant().minus(WHILE),
                alike,
                MOST_LINES);
        if (lines.isEmpty()) {
            return Outcome.refused(ModerationRefusal.NO_RAID.with());
        }
        // a line that somebody else took away meanwhile is gone as well
        long hidden =
                lines.stream().filter(line -> deeds.hide(line, reason).isDone()).count();
        events.fire(new ModerationEvent.RaidHidden(show, alike, (int) hidden));
        return Outcome.done(new RaidHidden(show, alike, (int) hidden));
    }

    Outcome<RaidHidden> leave(String show, String alike) {
        if (of(show).stream().noneMatch(one -> one.alike().equals(alike))) {
            return Outcome.refused(ModerationRefusal.NO_RAID.with());
        }
        sql.run(
                "insert into moderation.raid_left (show_id, alike, by_name, at) values (?, ?, ?, ?)"
                        + " on conflict (show_id, alike) do nothing",
                show,
                alike,
                Acting.actor().name(),
                clock.instant());
        events.fire(new ModerationEvent.RaidLeft(show, alike));
        return Outcome.done(new RaidHidden(show, alike, 0));
    }
}
