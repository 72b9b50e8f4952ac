package live.onair.moderation.spi;

import java.time.Clock;
import java.util.List;

/** Chats in memory keep the contract, too. */
class FakeChatTest extends ChatContract {

    private final FakeChat chat = new FakeChat(Clock.systemUTC());

    @Override
    protected ChatRooms rooms() {
        return chat;
    }

    @Override
    protected ChatLog log() {
        return chat;
    }

    @Override
    protected String doubtful() {
        return "음, 글쎄요";
    }

    @Override
    protected void dies() {
        // what is in memory is what is kept here
    }

    @Override
    protected Viewer joins(String show, String pass) {
        return new Viewer() {
            @Override
            public boolean say(String id, String text) {
                return chat.say(chat.guest(pass), id, text);
            }

            @Override
            public List<String> shows() {
                return chat.shows(show);
            }

            @Override
            public String pinned() {
                return chat.pinned(show);
            }

            @Override
            public String warned() {
                return chat.warned(chat.guest(pass));
            }

            @Override
            public boolean out() {
                return chat.out(pass);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
