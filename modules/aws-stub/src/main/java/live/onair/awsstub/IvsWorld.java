package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What happens to IVS from outside: encoders come and go, viewers watch, the network starves. */
public final class IvsWorld {

    private final Ground ground;
    private final IvsShelf shelf;

    IvsWorld(Ground ground, IvsStreams streams) {
        this.ground = ground;
        shelf = streams.shelf;
    }

    /**
     * An encoder sends with this key: the channel goes live. False when IVS does not know the key (any more), and when
     * another one is sending already.
     */
    public boolean encoderConnects(String streamKeyValue) {
        synchronized (ground) {
            return shelf.keys.alive().stream()
                    .filter(key -> key.tree.path("value").asText().equals(streamKeyValue))
                    .map(key -> shelf.channel(key.tree.path("channelArn").asText()))
                    .filter(channel -> shelf.stream(channel.id) == null)
                    .peek(shelf::goesLive)
                    .findFirst()
                    .isPresent();
        }
    }

    /** The encoder stops. */
    public void encoderDisconnects(String channelArn) {
        synchronized (ground) {
            shelf.ends(channelArn);
        }
    }

    /** What GetStream says from now on of a live channel: HEALTHY or STARVING, and how many watch. */
    public void streamIs(String channelArn, String health, long viewers) {
        synchronized (ground) {
            ObjectNode stream = shelf.stream(channelArn);
            if (stream == null) {
                throw new IllegalArgumentException("not live: " + channelArn);
            }
            if (!stream.path("health").asText().equals(health)) {
                shelf.event(
                        channelArn,
                        health.equals("STARVING") ? "Starvation Start" : "Starvation End",
                        "IVS Stream Health Change");
            }
            stream.put("health", health).put("viewerCount", viewers);
        }
    }

    /** Something happened to the running stream, as GetStreamSession tells it: a limit was broken, a recording failed. */
    public void streamEvent(String channelArn, String name, String type) {
        synchronized (ground) {
            shelf.event(channelArn, name, type);
        }
    }

    /** The metadata that viewers of this channel have seen, in order. */
    public List<String> metadata(String channelArn) {
        synchronized (ground) {
            return List.copyOf(shelf.metadata.getOrDefault(channelArn, List.of()));
        }
    }

    /** The value of the channel's stream key; empty without one. */
    public String keyOf(String channelArn) {
        synchronized (ground) {
            return shelf.keyOf(channelArn)
                    .map(key -> key.tree.path("value").asText())
                    .orElse("");
        }
    }
}
