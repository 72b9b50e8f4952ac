package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.Cdns.CdnStanding;
import live.onair.cdn.Cdns.OriginShield;
import live.onair.cdn.spi.FakeAccount;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a CDN is set up is asked of its account every five minutes, and what was seen stays while nobody answers. */
@RoomTest
class StandingsTest extends CdnStage {

    private static final CdnSetup OPEN = new CdnSetup(
            "d111.cloudfront.test",
            false,
            true,
            List.of("packager"),
            false,
            false,
            null,
            null,
            List.of(new OriginShield("packager", "ap-northeast-2"), new OriginShield("bucket", null)));

    @Inject
    FakeAccount account;

    @AfterEach
    void nobodys() {
        account.says("", FakeAccount.WELL, null);
        account.counts(false);
    }

    private List<CdnStanding> seen() {
        return as(OPS, cdns::standings);
    }

    @Test
    void it_is_asked_again_and_again_and_what_was_seen_stays() {
        assertThat(seen()).isEmpty();
        account.says("global", OPEN, null);
        rounds.begin();
        pass(Duration.ofSeconds(2));
        assertThat(seen()).singleElement().satisfies(one -> {
            assertThat(one.cdn()).isEqualTo("global");
            assertThat(one.seen()).isEqualTo(OPEN);
            assertThat(one.trouble()).isNull();
        });
        account.says("global", FakeAccount.WELL, new CloudException(CloudFault.DENIED, "not allowed"));
        pass(Duration.ofMinutes(6));
        assertThat(seen()).singleElement().satisfies(one -> {
            assertThat(one.seen()).isEqualTo(OPEN);
            assertThat(one.trouble()).contains("not allowed");
        });
        account.says("global", FakeAccount.WELL, null);
        account.counts(true);
        pass(Duration.ofMinutes(6));
        assertThat(seen()).singleElement().satisfies(one -> {
            assertThat(one.carriedBytes()).isEqualTo(FakeAccount.BYTES);
            assertThat(one.month()).matches("\\d{4}-\\d{2}");
            assertThat(one.seen()).isEqualTo(FakeAccount.WELL);
            assertThat(one.trouble()).isNull();
        });
        account.says("", FakeAccount.WELL, null);
        pass(Duration.ofMinutes(6));
        assertThat(seen()).as("its account is no longer told").isEmpty();
    }

    @Test
    void one_that_never_answered_says_why() {
        account.says("global", OPEN, new CloudException(CloudFault.NOT_FOUND, "no such distribution"));
        rounds.begin();
        pass(Duration.ofSeconds(2));
        assertThat(seen()).singleElement().satisfies(one -> {
            assertThat(one.at()).isNull();
            assertThat(one.seen()).isNull();
            assertThat(one.trouble()).contains("no such distribution");
        });
    }
}
