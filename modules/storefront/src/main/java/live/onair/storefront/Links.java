package live.onair.storefront;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import live.onair.cdn.Cdns;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The addresses viewers use. */
@Singleton
class Links {

    /** Whose edge it is. */
    private static final String OWN = "domestic";

    private final Config config;
    private final Cdns cdns;

    @Inject
    Links(Config config, Cdns cdns) {
        this.config = config;
        this.cdns = cdns;
    }

    String livePage(String show) {
        return viewer() + "/live/" + show;
    }

    String replayPage(String show) {
        return viewer() + "/replay/" + show;
    }

    String live(String show) {
        return cdns.signed(OWN, show, edge() + "/live/" + show + "/index.m3u8");
    }

    /** Where a viewer whose player can be steered is shown the way to his own playlist. */
    String steered(String show) {
        return viewer() + "/steering/v1/" + show + "/play.m3u8";
    }

    String replay(String show) {
        return edge() + "/replay/" + show + "/index.m3u8";
    }

    /** The picture that stands for a replay; another one has another address, so that no cache keeps the old one. */
    String replayPicture(String show, @Nullable Duration position) {
        return edge() + "/replay/" + show + "/thumb.jpg" + (position == null ? "" : "?at=" + position.toSeconds());
    }

    /** A highlight clip; viewers' address of it gives nothing while it is not shown. */
    String clip(UUID clip) {
        return edge() + "/clips/" + clip + ".mp4";
    }

    private String viewer() {
        return config.getValue("onair.viewer.url", String.class);
    }

    private String edge() {
        return config.getValue("onair.domestic.url", String.class);
    }
}
