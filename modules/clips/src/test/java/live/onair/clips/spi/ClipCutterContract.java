package live.onair.clips.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import live.onair.clips.spi.ClipCutter.Seen;
import live.onair.clips.spi.ClipCutter.State;
import live.onair.clips.spi.ClipCutter.Wish;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** What everybody who cuts clips does. An adapter's test extends it. */
public abstract class ClipCutterContract {

    /** A show of which something was recorded, from here to there. */
    public record Recorded(String show, Instant from, Instant to) {}

    /** The adapter under test. */
    protected abstract ClipCutter port();

    /** Some seconds, recorded. */
    protected abstract Recorded recorded();

    /** Whoever cuts dies without a word and is started again. */
    protected abstract void dies();

    /** Asked until it is ready or failed, as the handler does. */
    private Seen ended(Wish wish) {
        AtomicReference<Seen> seen = new AtomicReference<>();
        await().atMost(Leave.of(Duration.ofSeconds(60))).until(() -> {
            seen.set(port().cut(wish));
            return seen.get().state() == State.READY || seen.get().state() == State.FAILED;
        });
        return seen.get();
    }

    private static Wish wish(Recorded of, int attempt) {
        return new Wish(UUID.randomUUID(), of.show(), of.from(), of.to(), attempt);
    }

    @Test
    void a_clip_is_cut_once_and_is_at_least_as_long_as_it_was_wished() {
        Recorded of = recorded();
        Wish wish = wish(of, 0);
        Seen seen = ended(wish);
        assertThat(seen.state()).isEqualTo(State.READY);
        assertThat(seen.shown()).isFalse();
        assertThat(seen.made()).isNotNull();
        assertThat(seen.made().length())
                .isGreaterThanOrEqualTo(Duration.between(of.from(), of.to()).minusMillis(300));
        assertThat(seen.made().bytes()).isPositive();
        assertThat(seen.made().sha256()).matches("[0-9a-f]{64}");
        assertThat(port().cut(wish)).isEqualTo(seen);
        assertThat(port().cut(new Wish(wish.id(), of.show(), of.from(), of.to().minusMillis(100), 7)))
                .as("a file that is there stays as it is")
                .isEqualTo(seen);
    }

    @Test
    void whoever_dies_while_it_is_cut_is_told_again_and_what_was_cut_is_there() {
        Recorded of = recorded();
        Seen before = ended(wish(of, 0));
        Wish wish = wish(of, 0);
        port().cut(wish);
        dies();
        Seen seen = ended(wish);
        assertThat(seen.state()).isEqualTo(State.READY);
        assertThat(before.state()).isEqualTo(State.READY);
        dies();
        assertThat(port().cut(wish)).isEqualTo(seen);
    }

    @Test
    void viewers_play_it_when_it_is_shown_and_it_is_shown_and_removed_as_often_as_one_likes() {
        Wish wish = wish(recorded(), 0);
        assertThatThrownBy(() -> port().show(wish.id(), true))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.NOT_FOUND));
        Seen seen = ended(wish);
        assertThat(port().show(wish.id(), true)).isEqualTo(new Seen(State.READY, true, seen.made(), null, null));
        assertThat(port().show(wish.id(), true).shown()).isTrue();
        assertThat(port().cut(wish).shown()).isTrue();
        assertThat(port().show(wish.id(), false).shown()).isFalse();
        port().remove(wish.id());
        port().remove(wish.id());
        assertThatThrownBy(() -> port().show(wish.id(), true)).isInstanceOf(CloudException.class);
    }

    @Test
    void what_was_not_recorded_fails_in_a_word_and_the_same_attempt_stays_so() {
        Wish wish = new Wish(UUID.randomUUID(), "SH-NEVER", Instant.EPOCH, Instant.EPOCH.plusSeconds(5), 0);
        Seen seen = ended(wish);
        assertThat(seen.state()).isEqualTo(State.FAILED);
        assertThat(seen.problem()).isEqualTo("gone");
        assertThat(seen.words()).isNotBlank();
        assertThat(seen.made()).isNull();
        assertThat(port().cut(wish)).isEqualTo(seen);
        port().remove(wish.id());
    }
}
