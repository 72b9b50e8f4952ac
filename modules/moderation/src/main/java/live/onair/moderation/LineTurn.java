package live.onair.moderation;

import java.time.Instant;
import java.util.List;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;

/** What can be decided about a line: from where it stands, to where, and what is told where the chat is held. */
enum LineTurn {
    /** Takes it away. */
    HIDE(LineState.SHOWN, LineState.HIDDEN, DeedKind.HIDE, ModerationRefusal.NOT_SHOWN),
    /** Brings it back. */
    RESTORE(LineState.HIDDEN, LineState.SHOWN, DeedKind.RESTORE, ModerationRefusal.NOT_HIDDEN),
    /** Lets it out. */
    LET_OUT(LineState.HELD, LineState.SHOWN, DeedKind.APPROVE, ModerationRefusal.NOT_HELD),
    /** Does not let it out. */
    DENY(LineState.HELD, LineState.DENIED, DeedKind.DENY, ModerationRefusal.NOT_HELD);

    private final LineState from;
    private final LineState to;
    private final DeedKind kind;
    private final ModerationRefusal otherwise;

    LineTurn(LineState from, LineState to, DeedKind kind, ModerationRefusal otherwise) {
        this.from = from;
        this.to = to;
        this.kind = kind;
        this.otherwise = otherwise;
    }

    LineState from() {
        return from;
    }

    LineState to() {
        return to;
    }

    DeedKind kind() {
        return kind;
    }

    /** Why not, where it stands elsewhere. */
    ModerationRefusal otherwise() {
        return otherwise;
    }

    /** The line as it stood at this instant, after those of its deeds that had been done by then; they are in their order. */
    static ChatLine asOf(ChatLine line, List<ChatDeed> deeds, Instant at) {
        Instant decided = line.decidedAt();
        if (decided == null || !decided.isAfter(at)) {
            return line;
        }
        List<ChatDeed> before =
                deeds.stream().filter(deed -> !deed.at().isAfter(at)).toList();
        if (before.isEmpty()) {
            boolean waited = deeds.isEmpty() || deeds.get(0).kind() != DeedKind.HIDE;
            return line.as(waited ? LineState.HELD : LineState.SHOWN, null, null, null);
        }
        ChatDeed last = before.get(before.size() - 1);
        return line.as(after(last.kind()), last.by(), last.reason(), last.at());
    }

    private static LineState after(DeedKind kind) {
        return switch (kind) {
            case HIDE -> LineState.HIDDEN;
            case DENY -> LineState.DENIED;
            case APPROVE, RESTORE, BAN, UNBAN, WARN -> LineState.SHOWN;
        };
    }

    ModerationEvent event(ChatLine line, String why) {
        return switch (this) {
            case HIDE -> new ModerationEvent.Hidden(line.show(), line.number(), line.member(), why);
            case RESTORE -> new ModerationEvent.Restored(line.show(), line.number(), line.member());
            case LET_OUT -> new ModerationEvent.LetOut(line.show(), line.number(), line.member());
            case DENY -> new ModerationEvent.Denied(line.show(), line.number(), line.member(), why);
        };
    }
}
