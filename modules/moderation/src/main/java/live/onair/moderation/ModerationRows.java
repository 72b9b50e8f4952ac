package live.onair.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.moderation.spi.ChatLog;
import org.jspecify.annotations.Nullable;

/** What is read of chats. */
public final class ModerationRows {

    private ModerationRows() {}

    /** Whether moderators said it themselves. */
    public static boolean isStaff(ChatLine line) {
        return line.member().equals(ChatLog.STAFF);
    }

    /** What became of a line. */
    public enum LineState {
        /** Viewers read it. */
        SHOWN,
        /** It waits for a moderator. */
        HELD,
        /** The filter took it. */
        BLOCKED,
        /** A moderator took it away. */
        HIDDEN,
        /** It waited, and a moderator did not let it out. */
        DENIED
    }

    /** What a moderator did. */
    public enum DeedKind {
        /** Took a line away. */
        HIDE,
        /** Brought it back. */
        RESTORE,
        /** Let a held line out. */
        APPROVE,
        /** Did not let it out. */
        DENY,
        /** Put somebody out. */
        BAN,
        /** Let them in again. */
        UNBAN,
        /** Told them alone what to leave be. */
        WARN
    }

    /**
     * A line of a chat.
     *
     * @param number of this room's own; newer ones have higher ones
     * @param text as viewers read it, or would
     * @param rules of the filter that named something in it
     * @param by who decided about it, null for nobody
     * @param decidedAt when they did, null for nobody
     * @param banned whether its member is put out now
     */
    public record ChatLine(
            long number,
            String show,
            String member,
            String name,
            String text,
            List<String> rules,
            LineState state,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Instant decidedAt,
            boolean banned) {
        /** Keeps the rules as they are. */
        public ChatLine {
            rules = List.copyOf(rules);
        }

        /** The same line as it stood otherwise. */
        ChatLine as(LineState other, @Nullable String who, @Nullable String why, @Nullable Instant when) {
            return new ChatLine(number, show, member, name, text, rules, other, at, who, why, when, banned);
        }
    }

    /**
     * Somebody whose line waits, as far as it helps to decide.
     *
     * @param first whether they say something for the first time, in any show
     * @param deeds how often something of theirs was taken away, or they were put out, in any show
     */
    public record Talker(String member, boolean first, long deeds) {}

    /**
     * What a moderator did, and whether it has arrived where the chat is held.
     *
     * @param about the line's number, or the member
     * @param until when a ban ends by itself; null where it does not
     * @param everywhere whether it counts in the chats of all shows
     */
    public record ChatDeed(
            long number,
            String show,
            DeedKind kind,
            String about,
            String member,
            String name,
            String reason,
            String by,
            Instant at,
            @Nullable Instant until,
            boolean everywhere,
            boolean told) {}

    /**
     * Somebody who is put out of a show's chat.
     *
     * @param until when they come in again by themselves; null for as long as the show lasts, in all until it is lifted
     * @param everywhere whether they are out of the chats of all shows
     */
    public record ChatBan(
            String show,
            String member,
            String name,
            String reason,
            String by,
            Instant since,
            @Nullable Instant until,
            boolean everywhere) {}

    /** What a moderator wrote down about a member, for whoever meets them in another show. */
    public record ChatNote(long number, String show, String text, String by, Instant at) {}

    /**
     * Somebody who talks in chats, across all shows, and how often they were warned; notes and deeds the newest first.
     *
     * @param open how many chats are open now
     * @param openIn in how many of those they said something
     */
    public record ChatPerson(
            String member,
            long lines,
            long shows,
            long warnings,
            long open,
            long openIn,
            List<ChatNote> notes,
            List<ChatDeed> deeds) {
        /** Keeps both as they are. */
        public ChatPerson {
            notes = List.copyOf(notes);
            deeds = List.copyOf(deeds);
        }
    }

    /** What a viewer finds wrong with a line. */
    public enum ReportReason {
        /** It insults somebody. */
        ABUSE,
        /** It advertises, or says the same over and over. */
        SPAM,
        /** It gives away who somebody is. */
        PERSONAL,
        /** It is not true. */
        FALSE,
        /** Anything else. */
        OTHER
    }

    /**
     * A line that viewers reported.
     *
     * @param reports of so many viewers
     * @param why each reason that one of them gave
     * @param since when the first of them did
     */
    public record ReportedLine(ChatLine line, long reports, List<ReportReason> why, Instant since) {
        /** Keeps the reasons as they are. */
        public ReportedLine {
            why = List.copyOf(why);
        }
    }

    /**
     * What a viewer is told about what they reported.
     *
     * @param line the id that its page gave it
     * @param upheld whether it was taken away; null while nobody has decided
     */
    public record ReportResult(String line, @Nullable Boolean upheld) {}

    /**
     * What somebody who was banned says against it.
     *
     * @param banBy who banned them, and decides nothing here
     * @param by who decided, null for nobody yet
     * @param granted whether the ban was lifted; null while nobody has decided
     */
    public record Appeal(
            long number,
            String show,
            String member,
            String name,
            String text,
            Instant at,
            String banReason,
            String banBy,
            @Nullable String by,
            @Nullable Boolean granted,
            String answer) {}

    /**
     * Somebody who watches chats now.
     *
     * @param person the account
     * @param deeds how many things they did in chats within the last hour
     */
    public record OnDuty(String person, String name, Instant since, long deeds) {}

    /** What somebody who went off duty left to whoever came next. */
    public record HandOver(String name, Instant since, Instant until, String note) {}

    /**
     * The chat of a show.
     *
     * @param open whether it is open now
     * @param version of the settings, to change them by
     * @param asOf when what was said was last read; null where it never was
     * @param lines how many were said
     * @param held how many wait for a moderator
     * @param oldestHeld since when the first of them waits; null where none does
     */
    public record Chat(
            String show,
            ChatSettings settings,
            boolean open,
            int version,
            @Nullable Instant asOf,
            long lines,
            long held,
            @Nullable Instant oldestHeld) {

        /** It is read every second, and said to be every ten: after so long something holds it up. */
        private static final Duration BEHIND = Duration.ofSeconds(30);

        /** Whether viewers may have said something by now that nobody here has read. */
        public boolean isBehind(Instant now) {
            return open && (asOf == null || asOf.plus(BEHIND).isBefore(now));
        }
    }
}
