package live.onair.disputes;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import live.onair.disputes.DisputeHolds.HoldFilter;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.DisputeRows.Part;
import live.onair.disputes.DisputeRows.PlannedPart;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.disputes.HoldRows.TapeState;
import live.onair.disputes.spi.FakeDisputeRecordings;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.pins.Stall;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpEntry;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Shows;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has a show's recording is asked for it: a pack of a show that a cloud sends has its clip, and its show is held there. */
@RoomTest
class CloudDisputesTest {

    @Inject
    Stall stall;

    @Inject
    Court court;

    @Inject
    Disputes disputes;

    @Inject
    DisputeHolds holds;

    @Inject
    Channels channels;

    @Inject
    Shows shows;

    @Inject
    FakeChannels encoders;

    @Inject
    LineUps lineUps;

    @Inject
    FakeClock clock;

    @Inject
    @Any
    CloudRecordings cloud;

    @Inject
    @Any
    FakeDisputeRecordings own;

    private String cream = "";
    private String show = "";

    @BeforeEach
    void aShowThatIvsSends() {
        cloud.fake.breaks(null);
        cloud.complete = true;
        cloud.archived = false;
        cloud.breaksOff = null;
        own.breaks(null);
        cream = stall.product(stall.seller(), "가 크림", 10_000, 50);
        show = stall.start(draft());
    }

    private String draft() {
        String channel = as(
                        Actor.ONAIR,
                        () -> channels.create(new Channels.Create("클라우드 " + System.nanoTime(), "ivs", null, 60, 60)))
                .orThrow()
                .id();
        encoders.connect(channel);
        Instant start = clock.instant().plus(Duration.ofHours(2));
        String draft = done(() -> shows.schedule(
                        Shows.Schedule.of("상품 방송", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.INPUT)))
                .id();
        done(() -> lineUps.arrange(draft, new LineUps.LineUpWish(null, List.of(new LineUpEntry(cream, null)))));
        return draft;
    }

    private String order() {
        stall.pass(Duration.ofMinutes(20));
        return court.order(show, cream, 1);
    }

    private DisputeHold hold() {
        return as(AUDITOR, () -> holds.list(new HoldFilter(show, true, null, 50)))
                .items()
                .get(0);
    }

    @Test
    void its_pack_has_the_clip_and_says_which_seconds_it_shows() {
        String order = order();
        court.ends();
        assertThat(done(() -> disputes.plan(order)).parts()).contains(new PlannedPart(Part.CLIP, null, false));
        Pack pack = court.made(order);
        assertThat(pack.missing()).isEmpty();
        Map<String, byte[]> files = court.files(court.zip(pack.id()));
        assertThat(files).containsKey("clip.ts").doesNotContainKey("clip.mp4");
        assertThat(Court.text(files.get("manifest.json")))
                .contains("\"file\": \"clip.ts\"", "\"covers\": [", "\"length\": \"00:01:00.000\"");
        assertThat(Court.text(files.get("README.txt")))
                .contains("clip.ts         주문 시각", "실제로 담긴 구간: ", "VLC 같은 재생기", "a player such as VLC");
        assertThat(hold().tape().state()).isEqualTo(TapeState.HELD);
        assertThat(cloud.fake.isHeld(show)).isTrue();
        assertThat(own.isHeld(show)).as("the media process is not asked").isFalse();
        assertThat(cloud.fake.files())
                .as("the file beside the recording has gone")
                .isZero();
    }

    @Test
    void a_cloud_that_refuses_is_said_and_asked_again() {
        String order = order();
        court.ends();
        cloud.fake.breaks(CloudFault.DENIED);
        assertThat(court.made(order).missing()).containsExactly(Gap.ELSEWHERE);
        assertThat(hold().tape().state()).isEqualTo(TapeState.ELSEWHERE);
        cloud.fake.breaks(null);
        stall.pass(Duration.ofMinutes(11));
        assertThat(hold().tape().state()).isEqualTo(TapeState.HELD);
    }

    /** A look at the recording that is no longer fresh is taken anew. */
    private void lookedAt(String order) {
        stall.pass(Duration.ofMinutes(1));
        done(() -> disputes.plan(order));
        court.work();
    }

    private void release() {
        DisputeHold hold = hold();
        String seen = done(() -> holds.plan(hold.id())).hash();
        done(() -> holds.release(hold.id(), "고객과 합의했습니다", seen));
        court.work();
    }

    @Test
    void what_was_copied_goes_also_if_the_hold_ends_before_all_of_it_was() {
        String order = order();
        court.ends();
        cloud.breaksOff = CloudFault.UNAVAILABLE;
        court.made(order);
        assertThat(cloud.copies).contains(show);
        assertThat(hold().tape().state()).isEqualTo(TapeState.THERE);
        release();
        stall.pass(Duration.ofMinutes(1));
        assertThat(cloud.copies).doesNotContain(show);
    }

    @Test
    void what_was_copied_goes_also_if_the_cloud_refuses_for_a_while() {
        String order = order();
        court.ends();
        court.made(order);
        cloud.fake.breaks(CloudFault.DENIED);
        lookedAt(order);
        assertThat(hold().tape().state()).isEqualTo(TapeState.ELSEWHERE);
        release();
        assertThat(cloud.copies).contains(show);
        cloud.fake.breaks(null);
        stall.pass(Duration.ofMinutes(11));
        assertThat(cloud.copies).doesNotContain(show);
    }

    @Test
    void what_was_copied_goes_also_if_nothing_of_the_recording_is_seen_any_more() {
        String order = order();
        court.ends();
        court.made(order);
        assertThat(cloud.copies).contains(show);
        cloud.fake.loses(show);
        lookedAt(order);
        assertThat(hold().tape().state()).isEqualTo(TapeState.GONE);
        release();
        assertThat(cloud.copies).doesNotContain(show);
    }

    @Test
    void a_recording_in_an_archive_is_said_to_be_there() {
        String order = order();
        court.ends();
        cloud.archived = true;
        Pack pack = court.made(order);
        assertThat(pack.missing()).containsExactly(Gap.ARCHIVED);
        Map<String, byte[]> files = court.files(court.zip(pack.id()));
        assertThat(Court.text(files.get("README.txt"))).contains("  - clip: 녹화가 바로 읽을 수 없는", "to restore it");
        assertThat(Court.text(files.get("manifest.json"))).contains("\"file\": \"clip\"");
    }

    @Test
    void what_is_recorded_after_the_hold_is_held_too() {
        String order = order();
        cloud.complete = false;
        court.made(order);
        int before = cloud.holds;
        stall.pass(Duration.ofMinutes(3));
        assertThat(cloud.holds).as("once a minute on air").isGreaterThanOrEqualTo(before + 2);
        court.ends();
        cloud.complete = true;
        stall.pass(Duration.ofMinutes(11));
        assertThat(hold().tape().state()).isEqualTo(TapeState.HELD);
        int held = cloud.holds;
        stall.pass(Duration.ofMinutes(30));
        assertThat(cloud.holds).as("it is complete").isEqualTo(held);
    }
}
