package live.onair.localmedia;

import java.util.LinkedHashMap;
import java.util.Map;
import live.onair.filter.ChatFilter;
import live.onair.filter.ChatManners;
import live.onair.filter.ChatName;
import org.jspecify.annotations.Nullable;

/** How one member has talked lately: what bounds them, whatever connection they come on. Used by the chat's thread only. */
final class ChatTalker {

    /** Two lines a second in the long run, eight at once. */
    private static final Pace PACE = new Pace(500_000_000L, 8);

    private static final int RECENT = 16;

    private final Map<String, Long> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > RECENT;
        }
    };
    private @Nullable Long paidUntil;
    private long saidAt = Long.MIN_VALUE;
    private String last = "";
    private String name = "";
    private @Nullable ChatFilter namedBy;
    private boolean misnamed;

    /** Where that line lies if it was said already; null if it was not. */
    @Nullable
    Long place(String id) {
        return recent.get(id);
    }

    /** Whether nobody may speak under this name; looked at once for a name and the rules of now. */
    boolean isMisnamed(String as, ChatFilter rules) {
        if (rules != namedBy || !as.equals(name)) {
            misnamed = ChatName.wrong(as, rules) != null;
            name = as;
            namedBy = rules;
        }
        return misnamed;
    }

    boolean isTooFast(long now) {
        Long paid = PACE.after(paidUntil, now);
        paidUntil = paid == null ? paidUntil : paid;
        return paid == null;
    }

    /** As the chat's manners look at them. */
    ChatManners.Speaker speaker(boolean follows, long now) {
        return new ChatManners.Speaker(follows, last, saidAt == Long.MIN_VALUE ? Long.MAX_VALUE : now - saidAt);
    }

    void said(String text, long now) {
        last = text;
        saidAt = now;
    }

    void kept(String id, long offset) {
        recent.put(id, offset);
    }
}
