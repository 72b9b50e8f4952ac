package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import org.jspecify.annotations.Nullable;

/** How long what was said is kept, and how it is handed out: without what tells who somebody is, and for a reason. */
@Singleton
@Transactional
@Guarded
public class ChatKeeping {

    private final KeepingBook book;
    private final MemberBook members;

    @Inject
    ChatKeeping(KeepingBook book, MemberBook members) {
        this.book = book;
        this.members = members;
    }

    /**
     * How long lines are kept.
     *
     * @param days 7 to 3,650
     */
    public record Retention(int days) {}

    /**
     * A line as it is handed out.
     *
     * @param member tells members of this file apart, and nothing else
     * @param name with telephone numbers and the like starred out, as the text
     */
    public record ExportedLine(
            Instant at,
            String member,
            String name,
            String text,
            LineState state,
            List<String> rules,
            @Nullable String by,
            @Nullable String reason) {
        /** Keeps the rules as they are. */
        public ExportedLine {
            rules = List.copyOf(rules);
        }
    }

    /** What was said in a show, the oldest first. */
    public record ChatExport(String show, List<ExportedLine> lines) {
        /** Keeps them as they are. */
        public ChatExport {
            lines = List.copyOf(lines);
        }
    }

    /** The same lines as they stood at this instant: nothing of what became of them later. */
    @AllowedTo
    public List<ChatLine> asOf(List<ChatLine> lines, Instant at) {
        return members.asOf(lines, at);
    }

    /** How long lines are kept. */
    @AllowedTo
    public Retention retention() {
        return book.retention();
    }

    /** Keeps lines so long, 7 to 3,650 days; what is older is deleted within a day. */
    @AllowedTo(Role.ADMIN)
    @Action(
            id = "chatKeeping.retain",
            ko = "채팅 보관 기간 바꾸기",
            en = "Change the chat's retention",
            danger = Action.Danger.CAREFUL)
    public Outcome<Retention> retain(int days) {
        return book.retain(days);
    }

    /** What was said in a show, for a reason of five characters or more that stands in the event log. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "chatKeeping.export", ko = "채팅 내보내기", en = "Export the chat", danger = Action.Danger.CAREFUL)
    public Outcome<ChatExport> export(String show, @Nullable String reason) {
        return book.export(show, reason);
    }
}
