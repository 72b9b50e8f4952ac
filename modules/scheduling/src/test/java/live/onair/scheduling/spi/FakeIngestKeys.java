package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Vetoed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** A backend that makes its keys itself, in memory: one key a channel, and it breaks when told to. */
@Vetoed
public class FakeIngestKeys implements IngestKeys {

    private record Made(String order, String key) {}

    private final Map<String, Made> keys = new HashMap<>();
    private final Set<String> sending = new HashSet<>();
    private @Nullable CloudFault away;
    private boolean losesNext;
    private int made;

    /** What opens the channel; null if nothing does. */
    public synchronized @Nullable String keyOf(String channel) {
        Made key = keys.get(channel);
        return key == null ? null : key.key();
    }

    /** How many keys it has ever made. */
    public synchronized int made() {
        return made;
    }

    /** An encoder sends, or stops. */
    public synchronized void sending(String channel, boolean on) {
        if (on) {
            sending.add(channel);
        } else {
            sending.remove(channel);
        }
    }

    /** Each call meets this trouble; null for none. */
    public synchronized void away(@Nullable CloudFault fault) {
        away = fault;
    }

    /** The next new key is made, and its answer is lost. */
    public synchronized void losesNext() {
        losesNext = true;
    }

    private void answers() {
        if (away != null) {
            throw new CloudException(away, "the fake does not answer");
        }
    }

    @Override
    public synchronized List<Door> doors(String channel) {
        answers();
        return keys.containsKey(channel)
                ? List.of(new Door(Input.A, "rtmps://" + channel.toLowerCase(java.util.Locale.ROOT) + ".fake:443/app/"))
                : List.of();
    }

    @Override
    public synchronized String renew(Order order) {
        answers();
        mustBeA(order);
        if (sending.contains(order.channel())) {
            throw new CloudException(CloudFault.CONFLICT, order.channel() + " is sending");
        }
        Made before = keys.get(order.channel());
        if (before == null || !before.order().equals(order.id())) {
            keys.put(order.channel(), new Made(order.id(), "sk_fake_" + ++made));
        }
        if (losesNext) {
            losesNext = false;
            throw new CloudException(CloudFault.UNKNOWN_OUTCOME, "the answer was lost");
        }
        return order.seal().close(String.valueOf(keyOf(order.channel())));
    }

    @Override
    public synchronized Optional<String> reveal(Order order) {
        answers();
        mustBeA(order);
        return Optional.ofNullable(keyOf(order.channel())).map(order.seal()::close);
    }

    private static void mustBeA(Order order) {
        if (order.input() != Input.A) {
            throw new CloudException(CloudFault.INVALID, "there is one input");
        }
    }
}
