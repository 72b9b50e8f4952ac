package live.onair.reminders;

import java.util.List;
import live.onair.reminders.spi.PushSender;
import live.onair.reminders.spi.PushSenderContract;

/** The sender that the tests of this room use keeps the contract too. */
class FakeSenderTest extends PushSenderContract {

    private final FakeSender sender = new FakeSender();

    @Override
    protected PushSender port() {
        return sender;
    }

    @Override
    protected List<String> got(String show, String viewer) {
        return sender.about(show, viewer);
    }

    @Override
    protected void breaks() {
        sender.breaks(true);
    }
}
