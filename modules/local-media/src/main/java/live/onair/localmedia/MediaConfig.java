package live.onair.localmedia;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the process was told: system properties {@code onair.media.*}, else the environment {@code ONAIR_MEDIA_*}.
 *
 * @param picture the moving test picture
 * @param feed how many viewers may follow published files at once
 * @param blurs how many runs may be blurred at once; 0 lets the slate stand for every blur
 * @param idleSeconds after which a connection that asks nothing is closed; one that follows is not idle
 */
record MediaConfig(
        Path state,
        String host,
        Ports ports,
        Urls urls,
        Path tokenFile,
        String build,
        long quotaBytes,
        FfmpegArgs.Picture picture,
        Console console,
        Feed.Bounds feed,
        Chat chat,
        Viewers viewers,
        int idleSeconds,
        int blurs,
        @Nullable Path ffmpeg) {
    private static final String PREFIX = "onair.media.";
    private static final long TEN_GIB = 10L << 30;
    private static final int FOLLOWERS = 2000;
    private static final int IDLE_SECONDS = 60;
    /** Each takes a sixth of a processor for 720 lines at 30 pictures a second, and more for larger pictures. */
    private static final int BLURS = 4;

    private static final int CHATTERS = 6_000;
    private static final int WINDOW_MILLIS = 100;
    /** Proxies cut a line that says nothing for thirty to sixty seconds. */
    private static final int HEARTBEAT_SECONDS = 15;

    /** The five doors; 0 means any free port. */
    record Ports(int viewer, int domestic, int global, int rtmp, int control) {}

    /**
     * The console beside this process.
     *
     * @param url where people reach it: it alone may show the preview page in a frame; null means none may
     * @param writesUrl where it takes viewers' writes; null means it takes none
     * @param embedders origins, with a space between, that may show the player in a frame; empty means none may
     */
    record Console(@Nullable String url, @Nullable String writesUrl, String embedders) {}

    /**
     * Public base addresses where a proxy or another name stands before a door; null means {@code localhost}.
     *
     * @param playback other origins, with a space between, from which the viewers' pages may read pictures and chats
     */
    record Urls(
            @Nullable String viewer,
            @Nullable String domestic,
            @Nullable String global,
            String playback) {}

    /**
     * Chats.
     *
     * @param members so many connections at once, in all rooms
     * @param windowMillis what is said within so many milliseconds goes out together; 0 lets each line go by itself
     */
    record Chat(int members, int windowMillis) {}

    /**
     * Where viewers are.
     *
     * @param places file of networks; null for none
     * @param proxies addresses of proxies whose headers are believed
     * @param keys by edge: what is live there is for signed addresses only
     */
    record Viewers(@Nullable Path places, Set<String> proxies, Map<String, EdgeKey> keys) {}

    static MediaConfig fromSystem() {
        return from(name -> {
            String property = System.getProperty(PREFIX + name);
            return property != null
                    ? property
                    : System.getenv((PREFIX + name).toUpperCase(Locale.ROOT).replace('.', '_'));
        });
    }

    static MediaConfig from(UnaryOperator<@Nullable String> settings) {
        Settings given = new Settings(settings);
        Path state = Path.of(given.required("state")).toAbsolutePath().normalize();
        String token = given.text("token.file");
        String ffmpeg = given.text("ffmpeg");
        return new MediaConfig(
                state,
                given.text("host", "127.0.0.1"),
                given.ports(),
                new Urls(
                        given.url("viewer"),
                        given.url("domestic"),
                        given.url("global"),
                        given.origins("playback.origins")),
                token == null ? state.resolve("token") : Path.of(token),
                given.text("build", manifestBuild()),
                given.number("quota.bytes", TEN_GIB, Long.MAX_VALUE),
                given.picture(),
                new Console(given.url("console"), given.text("console.writes.url"), given.origins("embed.origins")),
                new Feed.Bounds((int) given.number("feed.followers", FOLLOWERS, 100_000), Math.max(1, (int)
                        given.number("feed.heartbeat.seconds", HEARTBEAT_SECONDS, 50))),
                given.chat(),
                given.viewers(),
                Math.max(1, (int) given.number("idle.seconds", IDLE_SECONDS, 3600)),
                (int) given.number("blurs", BLURS, 1000),
                ffmpeg == null ? null : Path.of(ffmpeg));
    }

    private static String manifestBuild() {
        String version = MediaConfig.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private record Settings(UnaryOperator<@Nullable String> source) {
        private Chat chat() {
            return new Chat((int) number("chat.members", CHATTERS, 100_000), (int)
                    number("chat.window.millis", WINDOW_MILLIS, 1_000));
        }

        private Ports ports() {
            return new Ports(port("viewer"), port("domestic"), port("global"), port("rtmp"), port("control"));
        }

        private Viewers viewers() {
            String places = text("places.file");
            return new Viewers(
                    places == null ? null : Path.of(places),
                    Arrays.stream(text("trusted.proxies", "").split(" *, *"))
                            .filter(one -> !one.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()),
                    EdgeKey.all(text("edge.keys", "")));
        }

        private FfmpegArgs.Picture picture() {
            return new FfmpegArgs.Picture(
                    Math.max(1, (int) number("picture.rate", FfmpegArgs.RATE, 60)),
                    Math.max(90, (int) number("picture.height", FfmpegArgs.HEIGHT, 1080)));
        }

        @Nullable
        String text(String name) {
            String value = source.apply(name);
            return value == null || value.isBlank() ? null : value.trim();
        }

        String text(String name, String otherwise) {
            String value = text(name);
            return value == null ? otherwise : value;
        }

        String required(String name) {
            String value = text(name);
            if (value == null) {
                throw new Media.StartFailure(
                        2,
                        "설정 " + PREFIX + name + "이(가) 없습니다 / the setting " + PREFIX + name + " is missing",
                        "-D" + PREFIX + name + "=... 로 지정하십시오 / set -D" + PREFIX + name + "=...");
            }
            return value;
        }

        @Nullable
        String url(String door) {
            String value = text(door + ".url");
            return value == null ? null : value.replaceAll("/+$", "");
        }

        /** Those that are origins: they become part of a policy that browsers read word by word. */
        String origins(String name) {
            return Arrays.stream(text(name, "").split(" *, *"))
                    .filter(one -> one.matches("(https?|wss)://[A-Za-z0-9*.:-]+"))
                    .collect(Collectors.joining(" "));
        }

        int port(String door) {
            return (int) number(door + ".port", 0, 65_535);
        }

        long number(String name, long otherwise, long most) {
            String value = text(name);
            try {
                long number = value == null ? otherwise : Long.parseLong(value);
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                Log.info("setting-not-a-number", "setting", PREFIX + name);
            }
            throw new Media.StartFailure(
                    2,
                    "설정 " + PREFIX + name + "이(가) 0~" + most + " 사이의 수가 아닙니다 / the setting " + PREFIX + name
                            + " is not a number from 0 to " + most,
                    "값을 고치십시오 / correct the value");
        }
    }
}
