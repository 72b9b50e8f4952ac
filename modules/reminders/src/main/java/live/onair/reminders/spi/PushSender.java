package live.onair.reminders.spi;

import java.util.List;

/** Carries messages to viewers. Outgoing port: called by this room's work handler only, never inside a transaction. */
public interface PushSender {

    /**
     * A message.
     *
     * @param id the same message has the same id: sent once more, a viewer gets it once
     * @param show the show it is about
     * @param words all that a viewer reads, labels of the law included
     * @param viewers numbers of their pages, at most a thousand
     */
    record Message(String id, String show, String words, List<String> viewers) {
        /** Keeps the viewers as they are. */
        public Message {
            viewers = List.copyOf(viewers);
        }
    }

    /**
     * Sends it. Idempotent by id and viewer. Durable when it returns.
     *
     * @throws live.onair.kernel.CloudException on any trouble; some may have it then
     */
    void send(Message message);
}
