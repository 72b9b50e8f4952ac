package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What moderators say in the chats of shows themselves: once, again and again, in words that they keep for it, or to what a
 * viewer said; and the line that they hold up.
 */
@Singleton
@Transactional
@Guarded
public class Announcements {

    private final AnnouncementBook book;
    private final RepeatBook repeats;
    private final PinnedBook pinned;

    @Inject
    Announcements(AnnouncementBook book, RepeatBook repeats, PinnedBook pinned) {
        this.book = book;
        this.repeats = repeats;
        this.pinned = pinned;
    }

    /** How it looks to viewers. */
    public enum Style {
        /** As what everybody says, with a badge. */
        STANDARD,
        /** To be seen by all. */
        HIGHLIGHT,
        /** How one behaves here. */
        WARNING
    }

    /**
     * Something that was said.
     *
     * @param line its id in the chat
     * @param told whether it has arrived where the chat is held
     */
    public record Announcement(
            long number, String show, Style style, String text, String by, Instant at, String line, boolean told) {}

    /**
     * Something that is said again and again.
     *
     * @param minutes from one time to the next
     * @param next when it is said the next time
     */
    public record RepeatedAnnouncement(
            long number, String show, Style style, String text, int minutes, String by, Instant next) {}

    /**
     * Words that are kept to be said.
     *
     * @param place 1 to 9, and the key
     */
    public record CannedReply(int place, Style style, String text) {}

    /**
     * A line that is held up, or was.
     *
     * @param line its number
     * @param name who said it
     * @param until null while it is
     */
    public record PinnedLine(
            long line,
            String show,
            String name,
            String text,
            String by,
            Instant at,
            @Nullable Instant until,
            @Nullable String untilBy) {}

    /** What is held up to viewers of a show as sold now. Whichever room knows tells it; nobody where no room does. */
    public interface Sold {
        /** The product that was pinned last and still is; empty while none is. */
        Optional<SoldNow> of(String show);
    }

    /**
     * A product that is pinned.
     *
     * @param price null where nobody knows
     */
    public record SoldNow(String name, @Nullable Money price) {}

    /** As much of what a viewer said as stands before an answer, with a mark where it is cut; never within a sign. */
    public static String quoted(String words, int most) {
        int end = most - 1;
        return words.length() <= most
                ? words
                : words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** What was said in a show, the newest first, at most so many. */
    @AllowedTo
    public List<Announcement> of(String show, int most) {
        return book.of(show, most);
    }

    /**
     * Words that were said in a show, for whoever checks them.
     *
     * @param subject what the check calls them
     */
    public record AnnouncedWords(String subject, String text, String by) {}

    /** What was said in a show, once each: what is repeated does not count again. */
    @AllowedTo
    public List<AnnouncedWords> words(String show) {
        return book.words(show);
    }

    /** What is said again and again in a show. */
    @AllowedTo
    public List<RepeatedAnnouncement> repeated(String show) {
        return repeats.of(show);
    }

    /** The words that are kept, by their places. */
    @AllowedTo
    public List<CannedReply> canned() {
        return book.canned();
    }

    /** Says something, of 1 to 300 characters, in the open chat of a show; no style stands for the standard one. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "announcements.say", ko = "공지 보내기", en = "Announce")
    public Outcome<Announcement> say(String show, @Nullable Style style, @Nullable String text) {
        return book.say(show, style == null ? Style.STANDARD : style, text);
    }

    /** Says it now, and again each 1 to 120 minutes until it is ended or the chat is over. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "announcements.repeat", ko = "반복 공지 시작", en = "Repeat")
    public Outcome<RepeatedAnnouncement> repeat(
            String show, @Nullable Style style, @Nullable String text, int minutes) {
        return repeats.begin(show, style == null ? Style.STANDARD : style, text, minutes);
    }

    /** Says it no more. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "announcements.end", ko = "반복 멈추기", en = "Stop repeating")
    public Outcome<RepeatedAnnouncement> end(long number) {
        return repeats.end(number);
    }

    /** Keeps words for a place of 1 to 9, instead of what stood there; nothing empties it. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "announcements.keep", ko = "문구 저장", en = "Keep words")
    public Outcome<List<CannedReply>> keep(int place, @Nullable Style style, @Nullable String text) {
        return book.keep(place, style == null ? Style.STANDARD : style, text);
    }

    /** The line that is held up in a chat now; empty for none. */
    @AllowedTo
    public Optional<PinnedLine> pinned(String show) {
        return pinned.of(show);
    }

    /** All that ever were, in their order. */
    @AllowedTo
    public List<PinnedLine> pinnings(String show) {
        return pinned.all(show);
    }

    /** Holds a line up above the chat, instead of the one before, until it is taken down or away. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "announcements.pin", ko = "고정", en = "Pin")
    public Outcome<PinnedLine> pin(long number) {
        return pinned.pin(number);
    }

    /** Takes it down; it stays said. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "announcements.unpin", ko = "고정 내리기", en = "Unpin")
    public Outcome<PinnedLine> unpin(String show) {
        return pinned.unpin(show);
    }

    /** Says something to what a viewer said, quoting it, in 1 to 200 characters. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "announcements.reply", ko = "답글", en = "Reply")
    public Outcome<Announcement> reply(long number, @Nullable String text) {
        return book.reply(number, text);
    }
}
