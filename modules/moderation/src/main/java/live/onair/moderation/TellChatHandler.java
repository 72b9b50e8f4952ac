package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.moderation.Announcements.Announcement;
import live.onair.moderation.DeedBook.Untold;
import live.onair.moderation.spi.ChatBackends;
import live.onair.moderation.spi.ChatRooms;
import live.onair.moderation.spi.ChatRooms.Warning;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Tells a chat what moderators did and said, each in its order, until it has arrived. */
@Singleton
class TellChatHandler implements WorkHandler<TellChatHandler.TellChat> {

    private static final int AT_ONCE = 100;
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final Telling telling;
    private final ChatBackends chats;

    @Inject
    TellChatHandler(Telling telling, ChatBackends chats) {
        this.telling = telling;
        this.chats = chats;
    }

    /** Tell this show's. */
    record TellChat(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<TellChat> type() {
        return TellChat.class;
    }

    @Override
    public Next handle(TellChat work) {
        try {
            boolean more = true;
            while (more) {
                more = isMore(work.show());
            }
            return Next.done();
        } catch (CloudException away) {
            if (away.fault().isRetried()) {
                return Next.after(AWAY);
            }
            throw away;
        }
    }

    /** Tells some of it; whether there was any. */
    private boolean isMore(String show) {
        List<Untold> untold = telling.untold(show);
        for (Untold one : untold) {
            tell(() -> tell(show, one));
            telling.told(one.number());
        }
        List<Announcement> unsaid = telling.unsaid(show);
        for (Announcement one : unsaid) {
            tell(() -> rooms().say(show, one.line(), one.style(), one.text()));
            telling.said(one.number());
        }
        return !untold.isEmpty() || !unsaid.isEmpty();
    }

    private ChatRooms rooms() {
        return chats.rooms().orElseThrow(() -> new CloudException(CloudFault.UNAVAILABLE, "there are no chats here"));
    }

    private void tell(String show, Untold one) {
        ChatRooms chat = rooms();
        switch (one.kind()) {
            case HIDE, DENY -> chat.hide(show, one.line(), one.by());
            case APPROVE, RESTORE -> chat.approve(show, one.line(), one.by());
            case BAN -> chat.ban(show, one.member());
            case UNBAN -> chat.unban(show, one.member());
            case WARN -> chat.warn(show, one.member(), new Warning(show + "-" + one.number(), one.reason()));
        }
    }

    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (CloudException gone) {
            // a chat that is over has nothing left to take away, and nobody who reads
            if (gone.fault() != CloudFault.NOT_FOUND) {
                throw gone;
            }
        }
    }

    /** The halves that lie in transactions. */
    @Singleton
    @Transactional
    static class Telling {

        private final DeedBook book;
        private final AnnouncementBook announcements;

        @Inject
        Telling(DeedBook book, AnnouncementBook announcements) {
            this.book = book;
            this.announcements = announcements;
        }

        public List<Untold> untold(String show) {
            return book.untold(show, AT_ONCE);
        }

        public void told(long number) {
            book.told(number);
        }

        public List<Announcement> unsaid(String show) {
            return announcements.untold(show, AT_ONCE);
        }

        public void said(long number) {
            announcements.told(number);
        }
    }
}
