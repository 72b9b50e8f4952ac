package live.onair.clips;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import live.onair.kernel.Outcome;
import live.onair.scheduling.MediaClock;
import live.onair.sheets.PlainText;
import org.jspecify.annotations.Nullable;

/** What a clip may be: its name, and which part of a recording. Pure. */
final class ClipTerms {

    static final int TITLE = 80;
    static final Duration LEAST = Duration.ofSeconds(3);
    static final Duration LONGEST = Duration.ofMinutes(10);

    private ClipTerms() {}

    /** What of the recording it is, when it is part of it. */
    record Part(Duration position, Duration length, Instant from, Instant to) {}

    /** What was typed, in order; null for no name. */
    static @Nullable String title(@Nullable String typed) {
        String title = PlainText.clean(typed);
        return title.isEmpty() || title.length() > TITLE || PlainText.isMarkup(title) ? null : title;
    }

    static Outcome<Part> part(MediaClock recording, @Nullable Duration from, @Nullable Duration to) {
        Instant begin = from == null ? null : recording.instantAt(from).orElse(null);
        if (begin == null
                || from == null
                || to == null
                || to.compareTo(recording.length()) > 0
                || from.compareTo(to) >= 0) {
            return Outcome.refused(ClipRefusal.POSITION.with("field", "from", "length", words(recording.length())));
        }
        Duration length = to.minus(from);
        if (length.compareTo(LEAST) < 0 || length.compareTo(LONGEST) > 0) {
            return Outcome.refused(
                    ClipRefusal.LENGTH.with("field", "to", "min", LEAST.toSeconds(), "max", LONGEST.toSeconds()));
        }
        // its last picture, not the first one after a gap
        Instant end = recording.instantAt(to.minusMillis(1)).orElseThrow().plusMillis(1);
        return Outcome.done(new Part(from, length, begin, end));
    }

    static String words(Duration at) {
        long s = at.toSeconds();
        return String.format(Locale.ROOT, "%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }
}
