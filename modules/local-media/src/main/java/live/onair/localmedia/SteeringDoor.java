package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What steers viewers' players: playlists and manifests lie as files, and whoever begins to watch is shown the way to his own. The
 * same viewer always finds the same bucket.
 */
final class SteeringDoor {
    static final String PREFIX = "/steering/v1/";
    private static final String DEFAULT = "default";
    private static final int BUCKETS = 100;
    private static final Pattern PLAY = Pattern.compile(PREFIX + "([^/]+)/play\\.m3u8");
    private static final Pattern TELEVISION = Pattern.compile("tizen|web0s|webos|smart-?tv|hbbtv|appletv|android tv");
    private static final Pattern MOBILE = Pattern.compile("mobi|android|iphone|ipad");
    private static final Reply NOT_FOUND = Reply.text(404, "Not found").with("Cache-Control", "max-age=1");

    private final PublishedFiles files;
    private final Places places;

    SteeringDoor(PublishedFiles files, Places places) {
        this.files = files;
        this.places = places;
    }

    /** Whether the answer depends on who asks, and not on the path alone. */
    static boolean shows(String path) {
        return path.endsWith("/play.m3u8");
    }

    /** Players of any page may read it. */
    Reply answer(HttpHandler.Request request) {
        Matcher play = PLAY.matcher(request.path());
        if (play.matches()) {
            return play(play.group(1), request);
        }
        Path file = files.find(request.path());
        return file == null ? NOT_FOUND : Reply.file(file).with("Cache-Control", "max-age=1");
    }

    private Reply play(String show, HttpHandler.Request request) {
        Path branches = files.find(PREFIX + show + "/branches.json");
        if (branches == null) {
            return NOT_FOUND;
        }
        String viewer = request.parameter("v");
        String whose =
                viewer == null ? request.head().remote() + " " + request.head().get("User-Agent") : viewer;
        String way = branch(branches, request.head()) + "/" + bucket(whose) + ".m3u8";
        return Reply.empty(302).with("Location", way).with("Cache-Control", "no-store");
    }

    /** Which of a hundred a viewer is in. */
    static int bucket(String viewer) {
        byte[] digest = Durable.digest(viewer);
        int number = (digest[0] & 0xff) << 24 | (digest[1] & 0xff) << 16 | (digest[2] & 0xff) << 8 | digest[3] & 0xff;
        return Integer.remainderUnsigned(number, BUCKETS);
    }

    private String branch(Path branches, HttpHandler.Head head) {
        try {
            Places.Place place = places.of(head);
            String device = device(head.get("User-Agent"));
            for (JsonNode one : Json.parse(Files.readAllBytes(branches)).path("branches")) {
                if (fits(one.path("country"), place.country())
                        && fits(one.path("isp"), place.isp())
                        && fits(one.path("device"), device)) {
                    return one.path("id").asText(DEFAULT);
                }
            }
        } catch (IOException e) {
            Log.warn("branches-unreadable", e);
        }
        return DEFAULT;
    }

    private static boolean fits(JsonNode wanted, @Nullable String given) {
        return wanted.isMissingNode() || wanted.asText().equalsIgnoreCase(given);
    }

    /** What a viewer watches with, as far as his browser tells. */
    static String device(@Nullable String agent) {
        String words = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        if (TELEVISION.matcher(words).find()) {
            return "TV";
        }
        return MOBILE.matcher(words).find() ? "MOBILE" : "DESKTOP";
    }
}
