package live.onair.localmedia;

import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The newest lines of a chat, as newcomers are told them: in the order in which they were said, so that one that was held or
 * taken away comes back to its place. Used by the chat's thread only.
 */
final class ChatHistory {

    private static final int MOST = 200;

    /** By where they lie in the spool. */
    private final TreeMap<Long, ChatLine> lines = new TreeMap<>();

    void add(ChatLine line) {
        lines.put(line.offset(), line);
        if (lines.size() > MOST) {
            lines.pollFirstEntry();
        }
    }

    /** Says whether it was there. */
    boolean remove(String id) {
        return lines.values().removeIf(line -> line.id().equals(id));
    }

    Stream<ChatLine> all() {
        return lines.values().stream();
    }

    Stream<ChatLine> after(long offset) {
        return lines.tailMap(offset, false).values().stream();
    }

    /** Whether lines behind this offset may be gone from it already. */
    boolean isBeyond(long offset) {
        return lines.size() == MOST && offset < lines.firstKey();
    }
}
