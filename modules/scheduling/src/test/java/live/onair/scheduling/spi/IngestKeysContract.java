package live.onair.scheduling.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.KeySeal;
import live.onair.scheduling.spi.IngestKeys.Door;
import live.onair.scheduling.spi.IngestKeys.Order;
import org.junit.jupiter.api.Test;

/** What every backend does for the encoders of its channels: tells them where to go, and lets in the last key only. */
public abstract class IngestKeysContract {

    /** A channel of this test's. */
    protected final String channel = "CH-" + UUID.randomUUID().toString().substring(0, 8);

    /** The adapter. */
    protected abstract IngestKeys port();

    /** Whether an encoder that goes there with this key is let in; it goes away again. */
    protected abstract boolean letsIn(Door door, String key);

    /** An encoder with these keys sends, and goes on. */
    protected abstract void sends(List<String> keys);

    /** Gives input A a new key, as the backend's keys are made; one for each of its doors. */
    protected List<String> renewed() {
        KeySeal.Pair pair = KeySeal.make();
        return opened(pair, port().renew(order(pair)));
    }

    /** A question of one's own. */
    protected final Order order(KeySeal.Pair pair) {
        return new Order(UUID.randomUUID().toString(), channel, Input.A, pair.seal());
    }

    /** What was sealed. */
    protected static List<String> opened(KeySeal.Pair pair, String sealed) {
        return KeySeal.open(pair.ticket(), sealed).orElseThrow().lines().toList();
    }

    /** The doors of input A. */
    protected final List<Door> doors() {
        return port().doors(channel).stream()
                .filter(door -> door.input() == Input.A)
                .toList();
    }

    private boolean allLetIn(List<String> keys) {
        List<Door> doors = doors();
        assertThat(keys).hasSameSizeAs(doors).isNotEmpty();
        boolean all = true;
        for (int i = 0; i < keys.size(); i++) {
            all &= letsIn(doors.get(i), keys.get(i));
        }
        return all;
    }

    @Test
    void an_address_is_rtmp_and_says_nothing_of_the_key() {
        List<String> keys = renewed();
        assertThat(doors()).isNotEmpty().allSatisfy(door -> {
            assertThat(door.server()).matches("rtmps?://[^/]+/.*");
            keys.forEach(key -> assertThat(door.server()).doesNotContain(key));
        });
    }

    @Test
    void the_new_key_lets_in_and_the_one_before_does_not() {
        List<String> first = renewed();
        assertThat(allLetIn(first)).isTrue();
        List<String> second = renewed();
        assertThat(second).doesNotContainAnyElementsOf(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(letsIn(doors().get(i), first.get(i))).isFalse();
        }
        assertThat(allLetIn(second)).isTrue();
    }

    @Test
    void a_new_key_changes_no_address() {
        renewed();
        List<Door> before = doors();
        renewed();
        assertThat(doors()).isEqualTo(before);
    }

    /** Whether the backend makes its keys itself: the rest is about those that do. */
    protected boolean makesKeys() {
        return true;
    }

    @Test
    void a_backend_that_makes_keys_shows_them_again_and_another_does_not() {
        KeySeal.Pair pair = KeySeal.make();
        if (makesKeys()) {
            assertThat(port().doors(channel)).isEmpty();
            assertThat(port().reveal(order(pair))).isEmpty();
            List<String> keys = renewed();
            assertThat(opened(pair, port().reveal(order(pair)).orElseThrow())).isEqualTo(keys);
        } else {
            fails(CloudFault.INVALID, () -> port().reveal(order(pair)));
            fails(CloudFault.INVALID, () -> port().renew(order(pair)));
        }
    }

    @Test
    void the_same_question_again_leaves_one_key_the_one_told_last() {
        KeySeal.Pair pair = KeySeal.make();
        Order order = order(pair);
        if (makesKeys()) {
            renewed();
            port().renew(order);
            List<String> told = opened(pair, port().renew(order));
            assertThat(opened(pair, port().reveal(order).orElseThrow())).isEqualTo(told);
            assertThat(allLetIn(told)).isTrue();
        } else {
            fails(CloudFault.INVALID, () -> port().renew(order));
        }
    }

    @Test
    void what_is_sent_is_not_cut_off_by_a_new_key() {
        List<String> keys = renewed();
        sends(keys);
        KeySeal.Pair pair = KeySeal.make();
        if (makesKeys()) {
            fails(CloudFault.CONFLICT, () -> port().renew(order(pair)));
            assertThat(opened(pair, port().reveal(order(pair)).orElseThrow())).isEqualTo(keys);
        } else {
            assertThat(renewed()).doesNotContainAnyElementsOf(keys);
        }
    }

    /** Whether it has a second input, or makes it for its key. */
    protected boolean makesSecondInput() {
        return false;
    }

    @Test
    void each_input_has_keys_of_its_own_and_one_that_cannot_be_has_none() {
        KeySeal.Pair pair = KeySeal.make();
        Order order = new Order(UUID.randomUUID().toString(), channel, Input.B, pair.seal());
        if (makesSecondInput()) {
            List<String> a = renewed();
            List<String> b = opened(pair, port().renew(order));
            assertThat(port().doors(channel))
                    .filteredOn(door -> door.input() == Input.B)
                    .hasSameSizeAs(b);
            assertThat(b).doesNotContainAnyElementsOf(a);
            assertThat(allLetIn(a)).as("the other input's keys stay").isTrue();
            return;
        }
        fails(CloudFault.INVALID, () -> port().renew(order));
        fails(CloudFault.INVALID, () -> port().reveal(order));
    }

    private static void fails(CloudFault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
