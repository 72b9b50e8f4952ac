package live.onair.cloudaws.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RecordedPieces;
import live.onair.cloudaws.S3Operations;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordings.Seen;
import live.onair.disputes.spi.DisputeRecordings.State;
import live.onair.disputes.spi.DisputeRecordings.Wish;
import live.onair.testkit.FakeClock;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** A bucket of S3 with what stands for AWS behind it, and recordings in it as MediaLive and IVS write them. */
final class Shelf implements AutoCloseable {

    /** When the recordings begin that date themselves. */
    static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");

    final AwsStub stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
    final AwsCalls calls;
    final BucketObjects objects;
    final FakeClock clock = new FakeClock();

    Shelf() {
        AwsAtHand.makeBucket(stub.uri());
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(30)));
        objects = new BucketObjects(calls);
    }

    @Override
    public void close() {
        assertThat(stub.unserved()).isEmpty();
        objects.close();
        stub.close();
    }

    /** So many seconds after the recordings begin. */
    static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }

    /** The stretch of a show between these seconds. */
    static Wish wish(String show, int from, int to) {
        return new Wish(UUID.randomUUID(), show, at(from), at(to));
    }

    /** What is cut for it at once. */
    static String film(DisputeRecordings port, Wish wish) {
        Seen seen = port.cut(wish);
        assertThat(seen.state()).as(seen.toString()).isEqualTo(State.READY);
        return read(port, wish);
    }

    /** What was cut for it. */
    static String read(DisputeRecordings port, Wish wish) {
        try (InputStream in = port.read(wish.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String show() {
        return "SH-" + UUID.randomUUID().toString().substring(0, 8);
    }

    BucketDisputeRecordings port(RecordedPieces recorded) {
        return port(recorded, objects);
    }

    BucketDisputeRecordings port(RecordedPieces recorded, BucketObjects objects) {
        return new BucketDisputeRecordings(
                recorded, objects, new HeldReels(objects), new CutFiles(objects, clock, folder()), clock);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("shelf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String key, String text) {
        calls.send(
                S3Operations.put(text.getBytes(StandardCharsets.UTF_8)),
                PutObjectRequest.builder().bucket(AwsAtHand.BUCKET).key(key).build());
    }

    /** What lies below, in the order of the keys. */
    List<String> below(String prefix) {
        return objects.below(prefix).keySet().stream().sorted().toList();
    }

    /** As a rule moves to a class from which nothing is read at once; what was in them is not minded. */
    void archive(String prefix) {
        below(prefix)
                .forEach(key -> calls.send(
                        S3Operations.put(key.getBytes(StandardCharsets.UTF_8)),
                        PutObjectRequest.builder()
                                .bucket(AwsAtHand.BUCKET)
                                .key(key)
                                .storageClass(StorageClass.GLACIER)
                                .build()));
    }

    /** As a rule or a hand takes away. */
    void purge(String prefix) {
        objects.remove(below(prefix));
    }

    static String runs(String show) {
        return "onair/test/shows/" + show + "/";
    }

    /**
     * A run as MediaLive writes it: two pipelines, two renditions, segments of six seconds.
     *
     * @param segments of pipeline 0; pipeline 1 has one less
     */
    void mediaLive(String show, int run, Instant from, int segments, boolean ended) {
        pipeline(show, run + "/0/", from, segments, ended);
        pipeline(show, run + "/1/", from, segments - 1, ended);
    }

    /** One pipeline of a run, as far as it is. */
    void pipeline(String show, String pipeline, Instant from, int segments, boolean ended) {
        String folder = runs(show) + pipeline;
        put(
                folder + "live.m3u8",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1600000,AVERAGE-BANDWIDTH=9000000\nlive_480p.m3u8\n"
                        + "#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=1,BANDWIDTH=3300000\nlive_720p.m3u8\n");
        for (String rendition : List.of("480p", "720p")) {
            StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:6\n");
            text.append("#EXT-X-PROGRAM-DATE-TIME:").append(from).append('\n');
            for (int i = 0; i < segments; i++) {
                String name = "live_%s_%05d.ts".formatted(rendition, i);
                text.append("#EXTINF:6.000,\n").append(name).append('\n');
                put(folder + name, pipeline + name + ";");
            }
            put(folder + "live_" + rendition + ".m3u8", text + (ended ? "#EXT-X-ENDLIST\n" : ""));
        }
    }
}
