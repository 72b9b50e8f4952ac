package live.onair.localmedia;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Black picture, frozen picture, silence, too loud a sound: since when, and the news when one begins or ends. */
final class PictureAlarms {
    /** What can be wrong with a picture that arrives; the time is how long it had lasted when ffmpeg told us. */
    enum Kind {
        /** A cut through black is no fault: it must last. */
        BLACK(Duration.ZERO, Duration.ofSeconds(2)),
        FREEZE(Duration.ofSeconds(4), Duration.ZERO),
        SILENCE(Duration.ofSeconds(4), Duration.ZERO),
        /** A shout is none either. */
        LOUD(Duration.ZERO, Duration.ofSeconds(4));

        private final Duration lasted;
        private final Duration patience;

        Kind(Duration lasted, Duration patience) {
            this.lasted = lasted;
            this.patience = patience;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who hears of a begin or an end. */
    interface News {
        void alarm(Kind kind, boolean begins, Instant since);
    }

    /** LUFS: more than twice as loud as what is sold on phones mostly is (-14), and near what no encoder can carry. */
    private static final double TOO_LOUD = -9;
    /** LUFS: below that it is over. */
    private static final double FINE = -12;

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

    /** How loud the last three seconds were. */
    void heard(FfmpegFacts.Loudness loudness, Instant now) {
        if (loudness.lufs() > TOO_LOUD) {
            since.putIfAbsent(Kind.LOUD, now);
            tick(now);
        } else if (loudness.lufs() < FINE) {
            end(Kind.LOUD);
        }
    }

    void tick(Instant now) {
        since.forEach((kind, begun) -> {
            if (!begun.plus(kind.patience).isAfter(now) && told.add(kind)) {
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
