package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.Input;
import org.eclipse.microprofile.config.Config;

/** Where encoders find the local media process; their keys are made by the console. */
@Singleton
@Backend("local")
class LocalIngestKeys implements IngestKeys {

    private final MediaAddress address;
    private final Optional<String> told;

    @Inject
    LocalIngestKeys(Config config) {
        this(MediaAddress.from(config), config.getOptionalValue("onair.rtmp.url", String.class));
    }

    /** @param told the address as encoders reach it from elsewhere, empty for the one that the process announces */
    LocalIngestKeys(MediaAddress address, Optional<String> told) {
        this.address = address;
        this.told = told.filter(url -> !url.isBlank());
    }

    /** All channels have one address; the key says which channel and which input it is. */
    @Override
    public List<Door> doors(String channel) {
        String server = told.orElseGet(this::announced);
        return List.of(new Door(Input.A, server), new Door(Input.B, server));
    }

    private String announced() {
        if (!address.enabled()) {
            throw new CloudException(CloudFault.UNAVAILABLE, "there is no local media process here");
        }
        try {
            JsonNode media = MediaControl.JSON.readTree(Files.readAllBytes(Path.of(address.state(), "media.json")));
            return media.path("urls").path("rtmp").asText();
        } catch (IOException e) {
            throw new CloudException(CloudFault.UNAVAILABLE, "the media process has not announced itself", e);
        }
    }
}
