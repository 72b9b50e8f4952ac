package live.onair.disputes.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import live.onair.disputes.spi.DisputeRecordings.Kept;
import live.onair.disputes.spi.DisputeRecordings.Seen;
import live.onair.disputes.spi.DisputeRecordings.State;
import live.onair.disputes.spi.DisputeRecordings.Wish;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** What everybody does who has recordings that are disputed about. An adapter's test extends it. */
public abstract class DisputeRecordingsContract {

    /** A show of which something was recorded, from here to there. */
    public record Recorded(String show, Instant from, Instant to) {}

    /** The adapter under test. */
    protected abstract DisputeRecordings port();

    /** Some seconds, recorded; the recording is complete. */
    protected abstract Recorded recorded();

    private Seen ended(Wish wish) {
        AtomicReference<Seen> seen = new AtomicReference<>();
        await().atMost(Leave.of(Duration.ofSeconds(60))).until(() -> {
            seen.set(port().cut(wish));
            return seen.get().state() == State.READY || seen.get().state() == State.FAILED;
        });
        return seen.get();
    }

    @Test
    void a_stretch_is_cut_once_read_byte_for_byte_and_taken_away() throws Exception {
        Recorded of = recorded();
        Wish wish = new Wish(UUID.randomUUID(), of.show(), of.from(), of.to());
        Seen seen = ended(wish);
        assertThat(seen.state()).isEqualTo(State.READY);
        assertThat(seen.made()).isNotNull();
        assertThat(seen.made().from()).isBeforeOrEqualTo(of.from().plusMillis(300));
        assertThat(seen.made().to()).isAfterOrEqualTo(of.to().minusMillis(300));
        assertThat(seen.made().covered()).isNotEmpty();
        assertThat(seen.made().covered().get(0).start()).isEqualTo(seen.made().from());
        assertThat(port().cut(wish)).isEqualTo(seen);
        try (InputStream in = port().read(wish.id())) {
            byte[] film = in.readAllBytes();
            assertThat(film).hasSize((int) seen.made().bytes());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(film)))
                    .isEqualTo(seen.made().sha256());
        }
        port().remove(wish.id());
        port().remove(wish.id());
        assertThatThrownBy(() -> close(port().read(wish.id())))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.NOT_FOUND));
    }

    private static void close(InputStream in) {
        try (in) {
            assertThat(in).isNotNull();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_recording_is_held_and_let_go_as_often_as_one_likes() {
        String show = recorded().show();
        Kept before = port().recording(show).orElseThrow();
        assertThat(before.held()).isFalse();
        assertThat(before.complete()).isTrue();
        assertThat(before.bytes()).isPositive();
        assertThat(port().hold(show, true).held()).isTrue();
        assertThat(port().hold(show, true).held()).isTrue();
        assertThat(port().recording(show).orElseThrow().held()).isTrue();
        assertThat(port().hold(show, false).held()).isFalse();
        assertThat(port().recording(show)).contains(before);
    }

    @Test
    void what_is_not_there_says_so() {
        String never = never();
        assertThat(port().recording(never)).isEmpty();
        assertThatThrownBy(() -> port().hold(never, true))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.NOT_FOUND));
        assertThat(port().hold(never, false)).as("letting go of nothing").isEqualTo(new Kept(true, false, true, 0));
        Seen seen = ended(new Wish(UUID.randomUUID(), never, Instant.EPOCH, Instant.EPOCH.plusSeconds(5)));
        assertThat(seen).isEqualTo(new Seen(State.FAILED, null, "gone"));
    }

    /** A show of which nothing is recorded. */
    protected String never() {
        return "SH-NEVER";
    }
}
