package live.onair.moderation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.moderation.HoldChatHandler.HoldChat;
import live.onair.scheduling.ShowEvent;
import live.onair.work.WorkQueue;

/** A chat opens with its show and closes with it, in the transaction in which the show does. */
@Singleton
class OpenChats {

    private final ChatBook book;
    private final ShieldBook shields;
    private final WorkQueue queue;

    @Inject
    OpenChats(ChatBook book, ShieldBook shields, WorkQueue queue) {
        this.book = book;
        this.shields = shields;
        this.queue = queue;
    }

    void wentOnAir(@Observes ShowEvent.WentOnAir event) {
        book.open(event.show());
        queue.put(new HoldChat(event.show()));
    }

    void ended(@Observes ShowEvent.Ended event) {
        shields.over(event.show());
        if (book.close(event.show())) {
            queue.put(new HoldChat(event.show()));
        }
    }
}
