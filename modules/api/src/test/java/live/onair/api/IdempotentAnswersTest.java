package live.onair.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.Test;

/** A request that is sent twice is carried out once. */
@RoomTest
class IdempotentAnswersTest {

    private static final byte[] BODY = "{\"id\":\"SH-10001\"}".getBytes(StandardCharsets.UTF_8);

    @Inject
    IdempotentAnswers answers;

    @Inject
    FakeClock clock;

    @Inject
    ExecutorService executor;

    @Inject
    Sql sql;

    private final String key = UUID.randomUUID().toString();

    private void taken() {
        assertThat(answers.take("kim", key, "digest")).isEmpty();
    }

    private Optional<IdempotentAnswers.Known> again() {
        return answers.take("kim", key, "digest");
    }

    @Test
    void the_first_request_takes_the_key_and_the_second_waits() {
        taken();
        IdempotentAnswers.Known known = again().orElseThrow();
        assertThat(known.status()).isNull();
        assertThat(known.digest()).isEqualTo("digest");
    }

    @Test
    void the_answer_is_kept_as_it_was() {
        taken();
        answers.keep("kim", key, 201, "application/json", BODY);
        IdempotentAnswers.Known known = again().orElseThrow();
        assertThat(known.status()).isEqualTo(201);
        assertThat(known.contentType()).isEqualTo("application/json");
        assertThat(known.body()).isEqualTo(BODY);
    }

    @Test
    void of_a_secret_answer_only_its_status_is_known() {
        taken();
        answers.keep("kim", key, 201, "application/json", null);
        IdempotentAnswers.Known known = again().orElseThrow();
        assertThat(known.status()).isEqualTo(201);
        assertThat(known.body()).isNull();
    }

    @Test
    void another_request_with_the_same_key_can_be_told_apart() {
        taken();
        answers.keep("kim", key, 201, "application/json", BODY);
        assertThat(answers.take("kim", key, "other").orElseThrow().digest()).isEqualTo("digest");
    }

    @Test
    void a_key_belongs_to_a_person() {
        taken();
        assertThat(answers.take("lee", key, "digest")).isEmpty();
    }

    @Test
    void a_request_that_broke_may_be_sent_again() {
        taken();
        answers.forget("kim", key);
        taken();
    }

    @Test
    void a_request_that_died_with_its_process_may_be_sent_again_after_two_minutes() {
        taken();
        clock.advance(Duration.ofSeconds(119));
        assertThat(again()).isPresent();
        clock.advance(Duration.ofSeconds(1));
        taken();
    }

    @Test
    void an_answer_is_kept_for_a_day_and_no_longer() {
        taken();
        answers.keep("kim", key, 409, "application/problem+json", BODY);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(again().orElseThrow().status()).isEqualTo(409);
        clock.advance(Duration.ofSeconds(1));
        taken();
    }

    @Test
    void what_is_older_than_a_day_takes_no_room() {
        taken();
        answers.keep("kim", key, 200, "application/json", BODY);
        clock.advance(Duration.ofHours(25));
        answers.take("kim", "another", "digest");
        assertThat(sql.one("select count(*) from api.idempotency where key = '" + key + "'"))
                .isEqualTo("0");
    }

    @Test
    void of_many_who_send_at_once_one_is_carried_out() throws Exception {
        List<Callable<Boolean>> senders = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            senders.add(() -> again().isEmpty());
        }
        int first = 0;
        for (Future<Boolean> sent : executor.invokeAll(senders)) {
            first += sent.get() ? 1 : 0;
        }
        assertThat(first).isEqualTo(1);
    }
}
