package live.onair.ui;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import live.onair.cdn.Cdns;
import org.eclipse.microprofile.config.Config;

/** What the console knows of the installation it runs in. */
@Singleton
public class Environment {

    private final Config config;
    private final Cdns cdns;

    /** Reads the configuration of the deployable. */
    @Inject
    public Environment(Config config, Cdns cdns) {
        this.config = config;
        this.cdns = cdns;
    }

    /** demo, staging or production. */
    public String name() {
        return config.getOptionalValue("onair.environment", String.class).orElse("production");
    }

    /** Whether this is the demo on one machine. */
    public boolean isDemo() {
        return name().equals("demo");
    }

    /** The file with the demo people; only in the demo. */
    public Optional<Path> demoFile() {
        return isDemo()
                ? config.getOptionalValue("onair.demo.file", String.class).map(Path::of)
                : Optional.empty();
    }

    /** Where the console is, as others reach it; without a slash at its end. */
    public String publicUrl() {
        return config.getOptionalValue("onair.public.url", String.class)
                .orElse("")
                .replaceFirst("/+$", "");
    }

    /** Where viewers' pages are. */
    public Optional<String> viewerUrl() {
        return config.getOptionalValue("onair.viewer.url", String.class);
    }

    /** The sites that may show the viewers' player in a frame, as they are configured; empty when none may. */
    public String embedders() {
        return config.getOptionalValue("onair.media.embed.origins", String.class)
                .map(String::strip)
                .orElse("");
    }

    /** Where the domestic edge gives the streams. */
    public Optional<String> edgeUrl() {
        return config.getOptionalValue("onair.domestic.url", String.class);
    }

    /** A show's live picture at the domestic edge, signed where the edge asks for that. */
    public Optional<String> liveUrl(String show) {
        return edgeUrl().map(edge -> cdns.signed("domestic", show, edge + "/live/" + show + "/index.m3u8"));
    }

    /** Where encoders send to. */
    public Optional<String> rtmpUrl() {
        return config.getOptionalValue("onair.rtmp.url", String.class);
    }
}
