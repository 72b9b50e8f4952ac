package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import live.onair.cdn.Purges.CachePurge;
import live.onair.cdn.Purges.PurgeState;
import live.onair.cdn.spi.FakePurger;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** A purge is asked for once, followed until it is over, and says in words why it was not done. */
@RoomTest
class PurgesTest extends CdnStage {

    @Inject
    Purges purges;

    @Inject
    FakePurger cdn;

    private CachePurge newest() {
        return as(OPS, purges::list).get(0);
    }

    @Test
    void it_is_followed_until_it_is_over_and_tells_how_many() {
        cdn.needs(2, null);
        String show = onAir();
        ops(() -> purges.ask("domestic", show));
        assertThat(newest().state()).isEqualTo(PurgeState.ASKED);
        assertThat(refused(() -> purges.ask("domestic", show))).containsExactly("PURGING");
        pass(Duration.ofSeconds(2));
        assertThat(newest().state()).isEqualTo(PurgeState.RUNNING);
        pass(Duration.ofSeconds(10));
        assertThat(newest().state()).isEqualTo(PurgeState.DONE);
        assertThat(newest().objects()).isEqualTo(3);
        assertThat(cdn.asked()).containsExactly(show, "/live/" + show, "/replay/" + show);
        ops(() -> purges.ask("domestic", show));
    }

    @Test
    void a_cdn_that_is_out_of_reach_is_tried_for_a_while_and_one_that_refuses_is_not() {
        String show = onAir();
        cdn.needs(0, new CloudException(CloudFault.UNAVAILABLE, "no answer"));
        ops(() -> purges.ask("domestic", show));
        pass(Duration.ofSeconds(30));
        assertThat(newest().state()).isEqualTo(PurgeState.ASKED);
        cdn.needs(0, null);
        pass(Duration.ofSeconds(6));
        assertThat(newest().state()).isEqualTo(PurgeState.DONE);
        cdn.needs(0, new CloudException(CloudFault.DENIED, "not allowed"));
        ops(() -> purges.ask("domestic", show));
        pass(Duration.ofSeconds(4));
        assertThat(newest().state()).isEqualTo(PurgeState.FAILED);
        assertThat(newest().trouble()).contains("not allowed");
    }

    @Test
    void folders_are_those_below_the_path_of_the_cdn() {
        ops(() -> cdns.change("domestic", terms("국내 CDN", CdnRows.Audience.DOMESTIC, "https://kr.cdn.test/onair")));
        cdn.needs(0, null);
        String show = onAir();
        ops(() -> purges.ask("domestic", show));
        pass(Duration.ofSeconds(2));
        assertThat(cdn.asked()).containsExactly(show, "/onair/live/" + show, "/onair/replay/" + show);
    }

    @Test
    void what_cannot_be_purged_is_refused_in_words() {
        String show = onAir();
        assertThat(refused(() -> purges.ask("global", show))).containsExactly("NO_PURGE");
        assertThat(refused(() -> purges.ask("nobody", show))).containsExactly("NO_CDN");
        assertThat(refused(() -> purges.ask("domestic", "SH-0"))).containsExactly("NO_SHOW");
    }
}
