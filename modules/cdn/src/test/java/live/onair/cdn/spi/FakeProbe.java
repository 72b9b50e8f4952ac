package live.onair.cdn.spi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A probe that sees what it is told, by CDN's host. */
@Singleton
public class FakeProbe implements CdnProbe {

    /** All is well. */
    public static final Look WELL = new Look(200, 20, 30, Duration.ofSeconds(3));

    /** It answers, three seconds late. */
    public static final Look LATE = new Look(200, 3_020, 3_030, Duration.ofSeconds(8));

    /** It does not answer. */
    public static final Look LOST = new Look(0, null, null, null);

    /** As a packager writes it: sound apart from the picture, captions within it, lists of single pictures. */
    public static final String OFFERED = """
            #EXTM3U
            #EXT-X-VERSION:6
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="한국어, 기본",LANGUAGE="ko",DEFAULT=YES,AUTOSELECT=YES,URI="hls_3.m3u8"
            #EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",NAME="cc1",INSTREAM-ID="CC1"
            #EXT-X-STREAM-INF:BANDWIDTH=5605600,AVERAGE-BANDWIDTH=5605600,RESOLUTION=1280x720,CODECS="avc1.640020,mp4a.40.2",AUDIO="aac",CLOSED-CAPTIONS="cc"
            hls_1.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=1205600,RESOLUTION=640x360,CODECS="avc1.4D401E,mp4a.40.2",AUDIO="aac",CLOSED-CAPTIONS=NONE
            low/hls_2.m3u8?part=1
            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,URI="iframe.m3u8"
            """;

    private final FakeManifests published;
    private final Map<String, Supplier<Look>> told = new ConcurrentHashMap<>();
    private final Set<String> guarded = ConcurrentHashMap.newKeySet();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile @Nullable String offered;
    private volatile int answered = 200;

    private volatile boolean viewersReach = true;

    @Inject
    FakeProbe(FakeManifests published) {
        this.published = published;
    }

    /** Whether what is published can be read at all. */
    public void reachesViewersAddress(boolean reached) {
        viewersReach = reached;
    }

    @Override
    public Text read(String address, Duration patience) {
        asked.add(address);
        if (!viewersReach) {
            return new Text(0, "");
        }
        String text = published.at(address);
        return text == null ? new Text(404, "") : new Text(200, text);
    }

    /** What is seen from now on below this address. */
    public void sees(String base, Supplier<Look> look) {
        told.put(base, look);
    }

    /** Below this address a request without a token is refused. */
    public void refusesUnsigned(String base) {
        guarded.add(base);
    }

    /** All is well everywhere, and for everybody. */
    public void isWell() {
        told.clear();
        guarded.clear();
        viewersReach = true;
    }

    /** From now on health addresses answer so. */
    public void answers(int status) {
        answered = status;
    }

    @Override
    public Answered health(String address, Duration patience) {
        asked.add(address);
        return answered == 0 ? new Answered(0, null) : new Answered(answered, 12);
    }

    /** From now on this is what the origin offers; null for nothing. */
    public void offers(@Nullable String playlist) {
        offered = playlist;
    }

    @Override
    public Optional<Ladder> ladder(String playlist, Duration patience) {
        asked.add(playlist);
        return Optional.ofNullable(offered).flatMap(Ladder::of);
    }

    /** Addresses that were looked at or read, since this was asked last. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public Look look(String playlist, Duration patience) {
        asked.add(playlist);
        if (!playlist.contains("token=") && guarded.stream().anyMatch(playlist::startsWith)) {
            return new Look(403, null, null, null);
        }
        return told.entrySet().stream()
                .filter(one -> playlist.startsWith(one.getKey()))
                .map(one -> one.getValue().get())
                .findFirst()
                .orElse(WELL);
    }
}
