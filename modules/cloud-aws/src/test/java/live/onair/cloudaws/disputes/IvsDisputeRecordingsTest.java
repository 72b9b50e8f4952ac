package live.onair.cloudaws.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.S3Operations;
import live.onair.cloudaws.scheduling.Recorders;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordings.Made;
import live.onair.disputes.spi.DisputeRecordings.Wish;
import live.onair.disputes.spi.DisputeRecordingsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/** The contract of disputed recordings, kept with what IVS records by itself: a folder for each connection, dated by its event. */
class IvsDisputeRecordingsTest extends DisputeRecordingsContract {

    /** The encoder was connected for so long before the show was on air. */
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    /** IVS's own segments are longer; a test waits for no second. */
    private static final Duration PIECE = Duration.ofMillis(200);

    private static final int PIECES = 50;

    private static Shelf shelf;

    private final String show = Shelf.show();
    private final String channel = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final DisputeRecordings port = shelf.port(Recorders.ivs(shelf.calls, shelf.clock));

    @BeforeAll
    static void start() {
        shelf = new Shelf();
    }

    @AfterAll
    static void stop() {
        shelf.close();
    }

    @Override
    protected DisputeRecordings port() {
        return port;
    }

    /** On air for a second or two by the bucket's clock, in the middle of what the encoder sent. */
    @Override
    protected Recorded recorded() {
        String marks = Recorders.marks(shelf.calls, show, channel);
        shelf.put(marks + "on-air", "{}");
        Instant onAir = writtenAt(marks + "on-air");
        shelf.put(marks + "stopped", "{}");
        shelf.clock.set(onAir.plus(Duration.ofHours(1)));
        tape(onAir.minus(WARM_UP));
        return new Recorded(show, onAir, onAir.plusSeconds(1));
    }

    private static Instant writtenAt(String key) {
        return shelf.calls
                .send(
                        S3Operations.HEAD,
                        HeadObjectRequest.builder()
                                .bucket(AwsAtHand.BUCKET)
                                .key(key)
                                .build())
                .lastModified();
    }

    private String folder(Instant start) {
        ZonedDateTime at = start.atZone(ZoneOffset.UTC);
        return "ivs/v1/123456789012/%s/%d/%d/%d/%d/%d/r1/"
                .formatted(channel, at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute());
    }

    /** As in the user guide, "Auto-Record to Amazon S3". */
    private void tape(Instant start) {
        String folder = folder(start);
        shelf.put(folder + "events/recording-ended.json", """
                {"version": "v1", "recording_started_at": "%s", "recording_status": "RECORDING_ENDED",
                 "media": {"hls": {"duration_ms": %d, "path": "media/hls", "playlist": "master.m3u8",
                   "renditions": [{"path": "720p30", "playlist": "playlist.m3u8"}]}}}""".formatted(
                        start, PIECE.multipliedBy(PIECES).toMillis()));
        shelf.put(
                folder + "media/hls/master.m3u8",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=700000\n160p30/playlist.m3u8\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=3422999\n720p30/playlist.m3u8\n");
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-PLAYLIST-TYPE:VOD\n");
        for (int i = 0; i < PIECES; i++) {
            text.append("#EXTINF:0.200,\n").append(i).append(".ts\n");
            shelf.put(folder + "media/hls/720p30/" + i + ".ts", i + ";");
        }
        shelf.put(folder + "media/hls/720p30/playlist.m3u8", text + "#EXT-X-ENDLIST\n");
    }

    @Test
    void only_what_was_on_air_is_cut_and_kept_of_what_the_encoder_sent() throws Exception {
        Recorded of = recorded();
        Wish wish = new Wish(UUID.randomUUID(), show, of.from().minusSeconds(120), of.to());
        Made made = port.cut(wish).made();
        assertThat(made).isNotNull();
        assertThat(made.from()).as("no warm-up").isEqualTo(of.from());
        assertThat(made.to()).isEqualTo(of.to());
        try (var in = port.read(wish.id())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(IntStream.range(10, 15).mapToObj(i -> i + ";").collect(Collectors.joining()));
        }
    }

    @Test
    void a_held_one_is_cut_when_all_that_ivs_wrote_has_gone() {
        Recorded of = recorded();
        Wish wish = new Wish(UUID.randomUUID(), show, of.from(), of.to());
        String sum = port.cut(wish).made().sha256();
        port.remove(wish.id());
        DisputeRecordings.Kept held = port.hold(show, true);
        assertThat(held.held()).isTrue();
        shelf.purge("ivs/v1/123456789012/" + channel + "/");
        assertThat(port.recording(show)).contains(held);
        assertThat(port.cut(wish).made().sha256()).isEqualTo(sum);
        port.hold(show, false);
        assertThat(port.recording(show)).isEmpty();
    }
}
