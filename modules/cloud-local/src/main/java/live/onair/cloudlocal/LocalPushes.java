package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import live.onair.kernel.Ids;
import live.onair.reminders.spi.PushSender;

/**
 * Messages without a push service: a viewer's last one about a show lies on the viewer port under the digest of their number and
 * the show's, where their open page looks for it. Nobody who does not know the number finds it.
 */
@Singleton
class LocalPushes implements PushSender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MediaControl media;

    @Inject
    LocalPushes(MediaControl media) {
        this.media = media;
    }

    @Override
    public void send(Message message) {
        ObjectNode told = JSON.createObjectNode()
                .put("id", message.id())
                .put("show", message.show())
                .put("words", message.words());
        byte[] content = told.toString().getBytes(StandardCharsets.UTF_8);
        for (String viewer : message.viewers()) {
            media.putBytes(
                    "/v1/files/storefront/v1/pushes/" + Ids.digest(viewer + " " + message.show()) + ".json", content);
        }
    }
}
