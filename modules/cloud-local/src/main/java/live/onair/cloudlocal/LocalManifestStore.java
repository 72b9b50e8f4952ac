package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import live.onair.cdn.spi.ManifestStore;
import live.onair.scheduling.spi.Backend;
import org.eclipse.microprofile.config.Config;

/** Steering manifests and playlists on the viewer port of the local media process. */
@Singleton
@Backend("local")
class LocalManifestStore implements ManifestStore {

    /** So many characters go in one call: the media process takes 2 MiB. */
    private static final int MOST = 1_000_000;

    private final MediaControl media;
    private final Optional<String> viewers;

    @Inject
    LocalManifestStore(MediaControl media, Config config) {
        this(media, config.getOptionalValue("onair.viewer.url", String.class));
    }

    LocalManifestStore(MediaControl media, Optional<String> viewers) {
        this.media = media;
        this.viewers = viewers;
    }

    @Override
    public boolean isHere() {
        return media.isEnabled();
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public Optional<String> readAt(String show, String path) {
        return viewers.map(address -> address + "/steering/v1/" + show + "/" + path);
    }

    @Override
    public void put(String show, Map<String, String> objects) {
        Map<String, String> batch = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String> one : objects.entrySet()) {
            if (size + one.getValue().length() > MOST) {
                send(show, batch);
                batch.clear();
                size = 0;
            }
            batch.put(one.getKey(), one.getValue());
            size += one.getValue().length();
        }
        send(show, batch);
    }

    private void send(String show, Map<String, String> batch) {
        if (!batch.isEmpty()) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ObjectNode all = body.putObject("objects");
            batch.forEach(all::put);
            media.put("/v1/steering/" + show, body);
        }
    }

    @Override
    public void remove(String show) {
        media.delete("/v1/steering/" + show);
    }
}
