package live.onair.moderation;

import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;

/** What can be decided about a line: from where it stands, to where, and what is told where the chat is held. */
enum LineTurn {
    /** Takes it away. */
    HIDE(LineState.SHOWN, LineState.HIDDEN, DeedKind.HIDE, ModerationRefusal.NOT_SHOWN),
    /** Brings it back. */
    RESTORE(LineState.HIDDEN, LineState.SHOWN, DeedKind.APPROVE, ModerationRefusal.NOT_HIDDEN),
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

    ModerationEvent event(ChatLine line, String why) {
        return switch (this) {
            case HIDE -> new ModerationEvent.Hidden(line.show(), line.number(), line.member(), why);
            case RESTORE -> new ModerationEvent.Restored(line.show(), line.number(), line.member());
            case LET_OUT -> new ModerationEvent.LetOut(line.show(), line.number(), line.member());
            case DENY -> new ModerationEvent.Denied(line.show(), line.number(), line.member(), why);
        };
    }
}
