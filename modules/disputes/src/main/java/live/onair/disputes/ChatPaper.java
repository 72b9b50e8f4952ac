package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.disputes.Making.Wanted;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** What was said in the chat around the order, as viewers read it, and what was taken away or held back. */
@Singleton
class ChatPaper {

    /** As much of a member's number as tells two of one name apart. */
    private static final int SHORT = 8;

    private static final String NOTE_KO = "콘솔 시계로 주문 앞뒤 2분의 채팅입니다. 숨기거나 막은 메시지는 그렇게 표시하고, 시청자가 보지 못한 글은 싣지 않습니다.";
    private static final String NOTE_EN =
            "The chat from two minutes before the order to two after it by the console's clock."
                    + " What was hidden or held back is marked; text that viewers never saw is left out.";

    private final Moderation moderation;
    private final Shows shows;

    @Inject
    ChatPaper(Moderation moderation, Shows shows) {
        this.moderation = moderation;
        this.shows = shows;
    }

    /** Whether the show has a chat at all. */
    boolean isThere(String show) {
        return moderation.hasChat(show);
    }

    /** Empty where the show has no chat. */
    Optional<Paper> of(Wanted wanted) {
        String show = wanted.show();
        if (!isThere(show)) {
            return Optional.empty();
        }
        MediaClock media = shows.mediaClock(show).orElse(null);
        Instant from = wanted.at().minus(Cut.AROUND);
        Instant to = wanted.at().plus(Cut.AROUND);
        List<ChatLine> lines = moderation.between(show, from, to);
        return Optional.of(new Paper()
                .put("show", show)
                .put("from", from)
                .put("to", to)
                .put("lines", lines.stream().map(line -> line(line, media)).toList())
                .put("complete", lines.size() < Moderation.MOST_BETWEEN)
                .put("note", Paper.said(NOTE_KO, NOTE_EN)));
    }

    private static Paper line(ChatLine line, @Nullable MediaClock media) {
        boolean read = line.state() == LineState.SHOWN || line.state() == LineState.HIDDEN;
        return new Paper()
                .put("at", line.at())
                .put(
                        "position",
                        media == null ? null : media.positionOf(line.at()).orElse(null))
                .put("name", line.name())
                .put(
                        "member",
                        line.member().substring(0, Math.min(SHORT, line.member().length())) + "…")
                .put("state", state(line.state()))
                .put("text", read ? line.text() : null)
                .put("decidedBy", line.by())
                .put("reason", line.reason());
    }

    private static Paper state(LineState state) {
        return switch (state) {
            case SHOWN -> Paper.said("보임", "shown");
            case HELD -> Paper.said("검토 대기", "waiting for review");
            case BLOCKED -> Paper.said("필터가 막음", "blocked by the filter");
            case HIDDEN -> Paper.said("숨김", "hidden");
            case DENIED -> Paper.said("막음", "denied");
        };
    }
}
