package live.onair.app;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code onair demo --break domestic-slow}: an edge of the media process has a fault once everything is there to be looked at, and the
 * console moves viewers away from it by itself.
 *
 * @param word {@code domestic} or {@code global}, and the fault: {@code down}, {@code silent}, {@code error}, {@code slow},
 *     {@code throttled} or {@code stale}
 */
record BrokenEdge(String word) {

    private static final Pattern WORD = Pattern.compile("(domestic|global)-(down|silent|error|slow|throttled|stale)");
    private static final int LATE_MILLIS = 3_000;
    /** Less than any picture needs. */
    private static final int BYTES_PER_SECOND = 20_000;

    static boolean isOne(String word) {
        return WORD.matcher(word).matches();
    }

    /** Says what will happen, and does it. */
    void breakSoon(MediaFolder media) {
        Breakage.soon(
                word,
                word + ": " + Breakage.LOOK_FIRST_SECONDS + "초 뒤에 고장냅니다 / breaks in " + Breakage.LOOK_FIRST_SECONDS
                        + " s",
                () -> dial(media));
    }

    private boolean dial(MediaFolder media) throws IOException, InterruptedException {
        String[] parts = word.split("-", 2);
        String fault = String.format(
                Locale.ROOT,
                "{\"mode\":\"%s\",\"millis\":%d,\"bytesPerSecond\":%d}",
                parts[1].toUpperCase(Locale.ROOT),
                LATE_MILLIS,
                BYTES_PER_SECOND);
        media.put("edges/" + parts[0], fault);
        return true;
    }
}
