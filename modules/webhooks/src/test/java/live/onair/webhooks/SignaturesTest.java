package live.onair.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import live.onair.kernel.Ids;
import org.junit.jupiter.api.Test;

/** Signatures are those of Standard Webhooks. */
class SignaturesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void it_is_that_of_the_published_example() {
        assertThat(Signatures.sign(SECRET, ID, 1_614_265_330, BODY)).isEqualTo(RIGHT);
    }

    @Test
    void one_right_signature_among_several_is_enough_and_a_wrong_one_never_is() {
        assertThat(Signatures.matches(RIGHT, RIGHT)).isTrue();
        assertThat(Signatures.matches("v1,AAAA v1a,BBBB " + RIGHT, RIGHT)).isTrue();
        assertThat(Signatures.matches("v1,AAAA", RIGHT)).isFalse();
        assertThat(Signatures.matches("", RIGHT)).isFalse();
        assertThat(Signatures.sign(SECRET, ID, 1_614_265_331, BODY)).isNotEqualTo(RIGHT);
        assertThat(Signatures.sign(SECRET, ID + "x", 1_614_265_330, BODY)).isNotEqualTo(RIGHT);
    }

    @Test
    void a_new_secret_has_32_bytes_and_each_is_another() {
        Ids ids = new Ids(Clock.systemUTC());
        String secret = Signatures.secret(ids);
        assertThat(secret).startsWith("whsec_").hasSize(6 + 44).isNotEqualTo(Signatures.secret(ids));
        assertThat(Signatures.mark(secret)).hasSize(10);
    }
}
