package live.onair.replays;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.moderation.ChatKeeping;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** The chat of a show beside its recording: each line, deed, pin and notice at the second at which it was. */
@Singleton
@Transactional
@Guarded
public class Replays {

    private final Shows shows;
    private final Moderation moderation;
    private final ChatKeeping keeping;
    private final MomentReads moments;

    @Inject
    Replays(Shows shows, Moderation moderation, ChatKeeping keeping, MomentReads moments) {
        this.shows = shows;
        this.moderation = moderation;
        this.keeping = keeping;
        this.moments = moments;
    }

    /** What happened. */
    public enum MomentKind {
        /** A line was taken away. */
        HIDE,
        /** It was brought back. */
        RESTORE,
        /** A line that was held came out. */
        LET_OUT,
        /** A held line was not let out. */
        DENY,
        /** Somebody was put out. */
        BAN,
        /** Somebody was put out for a while. */
        TIMEOUT,
        /** Somebody was put out of the chats of all shows. */
        BAN_EVERYWHERE,
        /** They were let in again. */
        UNBAN,
        /** Somebody alone was told what to leave be. */
        WARN,
        /** Moderators said something. */
        ANNOUNCE,
        /** A line was held up above the chat. */
        LINE_PIN,
        /** It was taken down. */
        LINE_UNPIN,
        /** A product was pinned. */
        PIN,
        /** It was taken down. */
        UNPIN,
        /** A notice or an answer was shown. */
        CARD,
        /** It was hidden. */
        CARD_OFF
    }

    /**
     * Something that was done.
     *
     * @param position in the recording; null where there is none, or it was not recorded then
     * @param by who did it; null for what went by itself
     * @param about the line's number, the member, the product or the card
     * @param member of the chat whom it is about; null for nobody
     * @param text the line, the product's name, what was said
     */
    public record ReplayMoment(
            @Nullable Duration position,
            Instant at,
            MomentKind kind,
            @Nullable String by,
            String about,
            @Nullable String member,
            String text,
            String reason) {}

    /**
     * A line of the chat.
     *
     * @param position in the recording
     * @param line as it stood at the second that was asked for: nothing of what became of it later
     * @param now what became of it until now
     */
    public record ReplayLine(Duration position, ChatLine line, LineState now) {}

    /** How long the recording of a show plays; empty while nothing of it can be played. */
    @AllowedTo
    public Optional<Duration> length(String show) {
        return clock(show).map(MediaClock::length);
    }

    /** All that was done in a show, in its order; before and after the recording, and in its gaps, without a position. */
    @AllowedTo
    public List<ReplayMoment> moments(String show) {
        return moments.of(show, clock(show).orElse(null));
    }

    /**
     * What was said from one position of the recording to another, the oldest first; of more than so many the last ones. Each
     * as it stood at the later one.
     */
    @AllowedTo
    public List<ReplayLine> lines(String show, Duration from, Duration to, int most) {
        MediaClock media = clock(show).orElse(null);
        if (media == null || to.compareTo(from) <= 0) {
            return List.of();
        }
        Duration first = from.isNegative() ? Duration.ZERO : from;
        Duration last = to.compareTo(media.length()) < 0 ? to : media.length().minusMillis(1);
        Instant since = media.instantAt(first).orElse(null);
        Instant until = media.instantAt(last).orElse(null);
        if (since == null || until == null) {
            return List.of();
        }
        List<ChatLine> lines = moderation.last(show, since, until, most);
        Map<Long, LineState> now = lines.stream().collect(Collectors.toMap(ChatLine::number, ChatLine::state));
        return keeping.asOf(lines, until).stream()
                .flatMap(line -> media
                        .positionOf(line.at())
                        .map(at -> new ReplayLine(at, line, now.getOrDefault(line.number(), line.state())))
                        .stream())
                .toList();
    }

    private Optional<MediaClock> clock(String show) {
        return shows.mediaClock(show).filter(media -> !media.spans().isEmpty());
    }
}
