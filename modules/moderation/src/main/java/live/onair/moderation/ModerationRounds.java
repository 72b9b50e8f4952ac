package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.moderation.ForgetChatHandler.ForgetChat;
import live.onair.moderation.HoldChatHandler.HoldChat;
import live.onair.moderation.PullChatHandler.PullChat;
import live.onair.moderation.TellChatHandler.TellChat;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.work.WorkQueue;

/** Begins the reading of chats when the console starts, opens those of shows that are on air, and tells gates who watches. */
@Singleton
public class ModerationRounds {

    private final WorkQueue queue;
    private final ChatBook book;
    private final ShieldBook shields;
    private final Shows shows;
    private final DutyGate duty;

    @Inject
    ModerationRounds(WorkQueue queue, ChatBook book, ShieldBook shields, Shows shows, DutyGate duty) {
        this.queue = queue;
        this.book = book;
        this.shields = shields;
        this.shows = shows;
        this.duty = duty;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        duty.begin();
        queue.put(PullChat.ALL);
        queue.put(new ForgetChat());
        book.open().stream().filter(show -> !isOnAir(show)).forEach(show -> {
            shields.over(show);
            book.close(show);
            queue.put(new HoldChat(show));
        });
        // those that went on air before this program knew of chats
        shows.onAir().stream().filter(show -> show.state() == ShowState.ON_AIR).forEach(show -> book.open(show.id()));
        book.open().forEach(show -> {
            queue.put(new HoldChat(show));
            queue.put(new TellChat(show));
        });
    }

    private boolean isOnAir(String show) {
        return shows.find(show).map(found -> found.state() == ShowState.ON_AIR).orElse(false);
    }
}
