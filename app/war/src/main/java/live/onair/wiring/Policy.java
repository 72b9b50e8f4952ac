package live.onair.wiring;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * What a page of the console may load, and whom it may speak to: itself, the two edges, and where AWS is used the hosts of its
 * players and of monitors.
 */
final class Policy {

    private final Config config;

    Policy(Config config) {
        this.config = config;
    }

    /** The Content-Security-Policy. */
    String text() {
        String edges = Stream.concat(
                        Stream.of("onair.domestic.url", "onair.global.url").flatMap(key -> origin(key).stream()), aws())
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
        return "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data: http: https:; "
                + "media-src 'self' blob: data:" + edges + "; connect-src 'self'" + socket() + edges
                + "; frame-src 'self'" + viewers() + "; font-src 'self' data:; worker-src 'self' blob:; "
                + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";
    }

    private Stream<String> aws() {
        boolean used =
                config.getOptionalValue("onair.aws.enabled", Boolean.class).orElse(false);
        String origins =
                config.getOptionalValue("onair.aws.playback", String.class).orElse("");
        Stream<String> players =
                origins.isBlank() ? Stream.of() : Stream.of(origins.trim().split(" *, *"));
        return used ? Stream.concat(players, monitors()) : Stream.of();
    }

    /** Each stream has a host of its own for its sessions; what stands for AWS may be another. */
    private Stream<String> monitors() {
        String region = config.getOptionalValue("onair.aws.region", String.class)
                .filter(name -> name.matches("[a-z0-9-]+"))
                .orElse("ap-northeast-2");
        String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
        Optional<String> other =
                origin("onair.aws.endpoint.kinesisvideoarchivedmedia").or(() -> origin("onair.aws.endpoint"));
        return Stream.concat(Stream.of("https://*.kinesisvideo." + region + domain), other.stream());
    }

    /** Not every browser takes 'self' for its web sockets. */
    private String socket() {
        return origin("onair.public.url")
                .map(origin -> " " + origin.replaceFirst("^http", "ws"))
                .orElse("");
    }

    /** The preview of a show's page is shown in a frame. */
    private String viewers() {
        return origin("onair.viewer.url").map(origin -> " " + origin).orElse("");
    }

    boolean isSecure() {
        return origin("onair.public.url")
                .filter(origin -> origin.startsWith("https:"))
                .isPresent();
    }

    private Optional<String> origin(String key) {
        return config.getOptionalValue(key, String.class)
                .filter(url -> !url.isBlank())
                .map(URI::create)
                .map(url -> url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getAuthority());
    }
}
