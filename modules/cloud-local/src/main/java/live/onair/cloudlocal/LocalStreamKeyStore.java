package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.StreamKeyStore;

/** Tells the local media process which stream keys open a channel. */
@Singleton
@Backend("local")
class LocalStreamKeyStore implements StreamKeyStore {

    private final MediaControl media;

    @Inject
    LocalStreamKeyStore(MediaControl media) {
        this.media = media;
    }

    @Override
    public void put(String channel, List<Key> keys) {
        ObjectNode body = MediaControl.JSON.createObjectNode();
        ArrayNode rows = body.putArray("keys");
        for (Key key : keys) {
            Instant until = key.validUntil();
            rows.addObject()
                    .put("sha256", key.sha256())
                    .put("validUntil", until == null ? null : until.toString())
                    .put("input", key.input().name());
        }
        media.put("/v1/channels/" + channel + "/keys", body);
    }
}
