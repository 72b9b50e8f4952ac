package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.kernel.Acting;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.moderation.Announcements.PinnedLine;
import live.onair.moderation.Announcements.Sold;
import live.onair.moderation.Announcements.SoldNow;
import live.onair.moderation.HoldChatHandler.HoldChat;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.spi.ChatRooms;
import live.onair.scheduling.Shows;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** The line that is held up in a chat. Works inside the caller's transaction. */
@Singleton
class PinnedBook {

    private static final String READ = "select p.*, l.line_id, l.member, l.name, l.text from moderation.pinned p"
            + " join moderation.line l on l.number = p.line where p.show_id = ? ";

    private final Statements sql;
    private final Clock clock;
    private final ChatBook chats;
    private final ChatReads reads;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;

    @Inject
    PinnedBook(
            Statements sql,
            Clock clock,
            ChatBook chats,
            ChatReads reads,
            WorkQueue queue,
            Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.chats = chats;
        this.reads = reads;
        this.queue = queue;
        this.events = events;
    }

    /** Puts into words what their variables stand for in a show now: what is pinned there, its price, the show's title. */
    @Singleton
    static class Filling {
        private static final Pattern NAMED = Pattern.compile("\\{([^{}]{1,20})}");
        private static final Map<String, String> KNOWN = Map.of(
                "상품", "product", "product", "product", "가격", "price", "price", "price", "방송", "show", "show", "show");

        private final Shows shows;
        private final Instance<Sold> sold;

        @Inject
        Filling(Shows shows, @Any Instance<Sold> sold) {
            this.shows = shows;
            this.sold = sold;
        }

        /** Refuses what stands for nothing. */
        static Outcome<String> known(String words) {
            return NAMED.matcher(words)
                    .results()
                    .filter(found -> !KNOWN.containsKey(found.group(1).strip()))
                    .findFirst()
                    .map(found -> Outcome.<String>refused(ModerationRefusal.VARIABLE.with(
                            "name", found.group(), "known", "{상품}/{product}, {가격}/{price}, {방송}/{show}")))
                    .orElseGet(() -> Outcome.done(words));
        }

        Outcome<String> of(String show, String words) {
            return known(words).then(all -> {
                Optional<SoldNow> now =
                        sold.stream().flatMap(one -> one.of(show).stream()).findFirst();
                Map<String, String> values = new HashMap<>();
                shows.find(show).ifPresent(found -> values.put("show", found.title()));
                now.ifPresent(one -> values.put("product", one.name()));
                now.map(SoldNow::price).ifPresent(price -> values.put("price", words(price)));
                return NAMED.matcher(all)
                        .results()
                        .filter(found -> !values.containsKey(meant(found)))
                        .findFirst()
                        .map(found ->
                                Outcome.<String>refused(ModerationRefusal.NOTHING_PINNED.with("name", found.group())))
                        .orElseGet(() -> Outcome.done(NAMED.matcher(all)
                                .replaceAll(found -> Matcher.quoteReplacement(values.get(meant(found))))));
            });
        }

        private static String meant(MatchResult found) {
            return KNOWN.getOrDefault(found.group(1).strip(), "");
        }

        private static String words(Money price) {
            return price.currency().equals(Money.WON)
                    ? String.format(Locale.ROOT, "%,d원", price.minor())
                    : price.toString();
        }
    }

    Optional<PinnedLine> of(String show) {
        return sql.one(READ + "and p.until is null", PinnedBook::row, show);
    }

    /** All that ever were, in their order. */
    List<PinnedLine> all(String show) {
        return sql.list(READ + "order by p.number", PinnedBook::row, show);
    }

    private static PinnedLine row(Row row) throws SQLException {
        return new PinnedLine(
                row.big("line"),
                row.text("show_id"),
                row.text("name"),
                row.text("text"),
                row.text("by_name"),
                row.instant("at"),
                row.instantOrNull("until"),
                row.textOrNull("until_by"));
    }

    /** As whoever holds the chat is told it. */
    Optional<ChatRooms.Pinned> told(String show) {
        return sql.one(
                READ + "and p.until is null",
                row -> new ChatRooms.Pinned(row.text("line_id"), row.text("name"), row.text("text")),
                show);
    }

    Outcome<PinnedLine> pin(long number) {
        ChatLine line = reads.line(number).orElse(null);
        if (line == null) {
            return Outcome.refused(ModerationRefusal.NO_LINE.with());
        }
        if (line.state() != LineState.SHOWN) {
            return Outcome.refused(ModerationRefusal.NOT_SHOWN.with());
        }
        String show = line.show();
        if (!chats.isOpen(show)) {
            return Outcome.refused(ModerationRefusal.CLOSED.with());
        }
        end(show);
        sql.run(
                "insert into moderation.pinned (show_id, line, by_name, at) values (?, ?, ?, ?)",
                show,
                number,
                Acting.actor().name(),
                clock.instant());
        queue.put(new HoldChat(show));
        events.fire(new ModerationEvent.LinePinned(show, number, line.name(), line.text()));
        return Outcome.done(of(show).orElseThrow());
    }

    Outcome<PinnedLine> unpin(String show) {
        PinnedLine before = of(show).orElse(null);
        if (before == null || !end(show)) {
            return Outcome.refused(ModerationRefusal.NOT_PINNED.with());
        }
        events.fire(new ModerationEvent.LineUnpinned(show, before.line(), before.name(), before.text()));
        return Outcome.done(before);
    }

    private boolean end(String show) {
        queue.put(new HoldChat(show));
        return sql.run(
                        "update moderation.pinned set until = ?, until_by = ? where show_id = ? and until is null",
                        clock.instant(),
                        Acting.actor().name(),
                        show)
                > 0;
    }

    /** What was taken away is not held up. */
    void hidden(@Observes ModerationEvent.Hidden event) {
        if (of(event.show()).filter(now -> now.line() == event.line()).isPresent()) {
            end(event.show());
        }
    }

    /** Nor are the words of somebody who was put out. */
    void banned(@Observes ModerationEvent.Banned event) {
        boolean theirs = sql.one(
                        READ + "and p.until is null and l.member = ?", PinnedBook::row, event.show(), event.member())
                .isPresent();
        if (theirs) {
            end(event.show());
        }
    }

    /** In whichever chat. */
    void bannedEverywhere(@Observes ModerationEvent.BannedEverywhere event) {
        sql.list(
                        "select p.show_id from moderation.pinned p join moderation.line l on l.number = p.line"
                                + " where p.until is null and l.member = ?",
                        row -> row.text("show_id"),
                        event.member())
                .forEach(this::end);
    }
}
