package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** Many more buyers than pieces press at once: each piece is had once, and the stock is never below zero. */
class StockStoryTest {

    private static final int SMALL = 150;

    private final RunningOnair onair = SharedApp.get();

    @Test
    void of_many_buyers_at_once_exactly_as_many_have_one_as_there_are() throws InterruptedException {
        Proof proof = Proof.of("stock", SMALL);
        int pieces = proof.size() * 3 / 10;
        SellingShow selling = new SellingShow(onair);
        String product = selling.product("데모 한정 크림", 9_000, pieces);
        String show = selling.onAir("한정 방송", product);
        Instant began = Instant.now();
        try (Buyers buyers = Buyers.at(onair.viewerUrl(), show, product, Math.min(proof.size(), 250))) {
            long refused = buyers.all(proof.size());
            Duration took = Duration.between(began, Instant.now());
            assertThat(buyers.held()).hasSize(pieces);
            assertThat(refused).isEqualTo(proof.size() - pieces);
            JsonNode now = selling.selling(show, product);
            assertThat(now.path("left").asInt()).isZero();
            assertThat(now.path("held").asInt()).isEqualTo(pieces);
            proof.figure("%d buyers at once for %d pieces: %d have one, %d were told it is sold out, 0 left, in %s"
                    .formatted(proof.size(), pieces, buyers.held().size(), refused, Waiting.seconds(took)));
        }
    }
}
