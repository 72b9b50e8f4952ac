package live.onair.localmedia;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one member has talked lately: what bounds them, whatever connection they come on. Used by the chat's thread only. */
final class ChatTalker {

    /** Two lines a second in the long run, eight at once. */
    private static final long STEP = 500_000_000L;

    private static final long BURST = 8 * STEP;
    private static final int RECENT = 16;

    private final Map<String, Long> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > RECENT;
        }
    };
    private long paidUntil = Long.MIN_VALUE;
    private long saidAt = Long.MIN_VALUE;
    private String last = "";

    /** Where that line lies if it was said already; null if it was not. */
    @Nullable
    Long place(String id) {
        return recent.get(id);
    }

    boolean isTooFast(long now) {
        long from = paidUntil == Long.MIN_VALUE || paidUntil - now < 0 ? now : paidUntil;
        if (from + STEP - now > BURST) {
            return true;
        }
        paidUntil = from + STEP;
        return false;
    }

    boolean isWithin(long now, int seconds) {
        return saidAt != Long.MIN_VALUE && now - saidAt < seconds * 1_000_000_000L;
    }

    boolean repeats(String text) {
        return last.equals(text);
    }

    void said(String text, long now) {
        last = text;
        saidAt = now;
    }

    void kept(String id, long offset) {
        recent.put(id, offset);
    }
}
