package live.onair.reminders;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.reminders.spi.PushSender;

/** Remembers who got what; the same message reaches a viewer once. */
@Singleton
public class FakeSender implements PushSender {

    private final Map<String, String> got = new LinkedHashMap<>();
    private boolean broken;
    private Runnable meanwhile = () -> {};

    @Override
    public void send(Message message) {
        if (broken) {
            throw new CloudException(CloudFault.UNAVAILABLE, "no push service", null);
        }
        message.viewers().forEach(viewer -> got.put(message.id() + " " + viewer, message.words()));
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
    }

    void breaks(boolean now) {
        broken = now;
    }

    /** What happens while the next message is on its way. */
    void meanwhile(Runnable deed) {
        meanwhile = deed;
    }

    void forget() {
        got.clear();
        broken = false;
    }

    /** Who got this message, in the order of sending. */
    List<String> of(String id) {
        List<String> viewers = new ArrayList<>();
        got.keySet().forEach(key -> {
            if (key.startsWith(id + " ")) {
                viewers.add(key.substring(id.length() + 1));
            }
        });
        return viewers;
    }

    /** What this viewer got about this show. */
    List<String> about(String show, String viewer) {
        return got.entrySet().stream()
                .filter(one ->
                        one.getKey().startsWith(show + ":") && one.getKey().endsWith(" " + viewer))
                .map(Map.Entry::getValue)
                .toList();
    }

    String words(String id, String viewer) {
        return got.getOrDefault(id + " " + viewer, "");
    }
}
