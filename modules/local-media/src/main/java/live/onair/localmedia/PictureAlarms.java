package live.onair.localmedia;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Black picture, frozen picture, silence: since when, and the news when one begins or ends. */
final class PictureAlarms {
    /** What can be wrong with a picture that arrives; the time is how long it had lasted when ffmpeg told us. */
    enum Kind {
        BLACK(Duration.ZERO),
        FREEZE(Duration.ofSeconds(4)),
        SILENCE(Duration.ofSeconds(4));

        private final Duration lasted;

        Kind(Duration lasted) {
            this.lasted = lasted;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who hears of a begin or an end. */
    interface News {
        void alarm(Kind kind, boolean begins, Instant since);
    }

    /** A cut through black is no fault: it must last. */
    private static final Duration BLACK_PATIENCE = Duration.ofSeconds(2);

    private final News news;
    private final Map<Kind, Instant> since = new EnumMap<>(Kind.class);
    private final Set<Kind> told = EnumSet.noneOf(Kind.class);

    PictureAlarms(News news) {
        this.news = news;
    }

    void heard(FfmpegFacts.Alarm alarm, Instant now) {
        if (alarm.begins()) {
            since.putIfAbsent(alarm.kind(), now.minus(alarm.kind().lasted));
            tick(now);
        } else {
            end(alarm.kind());
        }
    }

    void tick(Instant now) {
        since.forEach((kind, begun) -> {
            boolean lasts = kind != Kind.BLACK || !begun.plus(BLACK_PATIENCE).isAfter(now);
            if (lasts && told.add(kind)) {
                news.alarm(kind, true, begun);
            }
        });
    }

    void clear() {
        for (Kind kind : Kind.values()) {
            end(kind);
        }
    }

    private void end(Kind kind) {
        Instant begun = since.remove(kind);
        if (told.remove(kind) && begun != null) {
            news.alarm(kind, false, begun);
        }
    }

    @Nullable
    Instant since(Kind kind) {
        return told.contains(kind) ? since.get(kind) : null;
    }
}
