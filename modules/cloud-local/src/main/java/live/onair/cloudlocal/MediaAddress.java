package live.onair.cloudlocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.eclipse.microprofile.config.Config;

/**
 * Where the media process is.
 *
 * @param enabled whether this installation runs it at all
 * @param url of its control port; empty if it is not run
 * @param state its state folder, where its token lies; empty if it is not run
 */
record MediaAddress(boolean enabled, String url, String state) {

    static MediaAddress from(Config config) {
        return new MediaAddress(
                config.getOptionalValue("onair.media.enabled", Boolean.class).orElse(false),
                config.getOptionalValue("onair.media.control.url", String.class).orElse(""),
                config.getOptionalValue("onair.media.state", String.class).orElse(""));
    }

    /** Read anew for each call: the process may have been given another one. */
    String token() {
        try {
            return Files.readString(Path.of(state, "token")).strip();
        } catch (IOException e) {
            throw new CloudException(CloudFault.DENIED, "the token of the media process cannot be read", e);
        }
    }
}
