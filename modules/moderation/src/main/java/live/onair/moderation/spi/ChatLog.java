package live.onair.moderation.spi;

import java.time.Instant;
import java.util.List;

/** The durable list of what was said in all chats. Outgoing port: called by this room's work handler only, never inside a transaction. */
public interface ChatLog {

    /** The member under whom moderators say something themselves. */
    String STAFF = "staff";

    /** What the filter did. */
    enum Judged {
        /** Nothing. */
        ALLOW,
        /** Said it is to be looked at. */
        FLAG,
        /** Took something out. */
        MASK,
        /** Lets it wait for a moderator. */
        HOLD,
        /** Took all of it. */
        BLOCK
    }

    /**
     * Something that was said.
     *
     * @param offset its place in the list
     * @param line chosen by the page that said it
     * @param said as it was said
     * @param text as viewers read it, or would
     * @param rules of the filter that named something in it
     */
    record Entry(
            long offset,
            String show,
            String line,
            String member,
            String name,
            String said,
            String text,
            Judged judged,
            List<String> rules,
            Instant at) {
        /** Keeps the rules as they are. */
        public Entry {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Some of the list, in its order.
     *
     * @param list which list this is: one that was lost and begun anew has another name, and its own offsets
     * @param next where to read on; not above {@code from} when there is nothing more yet
     * @param more whether there is more to read at once
     */
    record Page(String list, long next, List<Entry> entries, boolean more) {
        /** Keeps the entries as they are. */
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** Whether this installation has chats at all. */
    boolean isHere();

    /**
     * Reads from an offset on, at most {@code max} entries of the list; what this room does not want is passed over. Reading
     * changes nothing.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Page read(long from, int max);

    /**
     * Allows the list to forget what lies below an offset. Idempotent; a lower offset than before changes nothing.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    void forget(long below);
}
