package live.onair.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.inventory.KeptRecording.Copies;
import live.onair.inventory.KeptRecording.Stored;
import live.onair.inventory.spi.FakeArchive;
import live.onair.inventory.spi.RecordingArchive;
import live.onair.inventory.spi.RecordingArchive.Copy;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Role;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a show's recording is looked at, kept with its age, and said as it is. */
@RoomTest
class RecordingsTest {

    private static final Actor OPS = new Actor("park", "park", Set.of(Role.OPS), Actor.Source.UI);
    private static final Actor PLANNER = new Actor("kim", "kim", Set.of(Role.MERCHANDISER), Actor.Source.UI);

    @Inject
    Inventory inventory;

    @Inject
    Stocktaking stocktaking;

    @Inject
    FakeAccount account;

    @Inject
    FakeArchive archive;

    @Inject
    Channels channels;

    @Inject
    Shows shows;

    @Inject
    Interruptions interruptions;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    @Inject
    RecordingBook book;

    @Inject
    Over over;

    /** A show is over, told as scheduling tells it. */
    @Singleton
    @Transactional
    static class Over {

        @Inject
        Event<ShowEvent> events;

        public void tell(String show) {
            events.fire(new ShowEvent.Ended(show, "over"));
        }
    }

    @BeforeEach
    void afresh() {
        account.clear();
        archive.clear();
        sql.run("delete from inventory.recording");
        stocktaking.begin();
        runner.runDue();
    }

    private static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    private String show(String backend) {
        String channel = as(
                        OPS, () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), backend, null, 0, 0)))
                .orThrow()
                .id();
        Instant start = clock.instant().plus(Duration.ofHours(1));
        return as(
                        PLANNER,
                        () -> shows.schedule(Shows.Schedule.of(
                                "가을 니트", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.INPUT)))
                .orThrow()
                .id();
    }

    private String ended(String backend) {
        String show = show(backend);
        over.tell(show);
        return show;
    }

    private KeptRecording kept(String show) {
        return inventory.recording(show).orElseThrow();
    }

    private KeptRecording after(String show, Duration time) {
        clock.set(clock.instant().plus(time));
        runner.runDue();
        return kept(show);
    }

    @Test
    void a_show_that_goes_on_has_none() {
        assertThat(inventory.recording(show("ivs"))).isEmpty();
    }

    @Test
    void the_end_of_a_show_has_it_looked_at_and_what_is_copied_is_looked_at_again_until_it_is() {
        String show = ended("ivs");
        assertThat(kept(show).copies()).isEqualTo(Copies.UNKNOWN);
        archive.put(show, "a.ts", 700, "STANDARD");
        archive.put(show, "b.ts", 300, "STANDARD");
        archive.copies(show, "a", Copy.COMPLETED);
        archive.copies(show, "b", Copy.PENDING);
        runner.runDue();
        KeptRecording seen = kept(show);
        assertThat(seen.copies()).isEqualTo(Copies.COPYING);
        assertThat(seen.copying()).isEqualTo(1);
        assertThat(seen.objects()).isEqualTo(2);
        assertThat(seen.bytes()).isEqualTo(1_000);
        assertThat(seen.classes()).containsExactly(new Stored("STANDARD", 2));
        assertThat(seen.lookedAt()).isEqualTo(clock.instant());
        archive.copies(show, "b", Copy.COMPLETED);
        assertThat(after(show, Duration.ofSeconds(30)).copies()).isEqualTo(Copies.COPYING);
        assertThat(after(show, Duration.ofSeconds(31)).copies()).isEqualTo(Copies.DONE);
        after(show, Duration.ofMinutes(10));
        int looks = archive.looks;
        after(show, Duration.ofHours(23));
        assertThat(archive.looks).as("what stands still is looked at each day").isEqualTo(looks);
        after(show, Duration.ofMinutes(61));
        assertThat(archive.looks).isEqualTo(looks + 1);
    }

    @Test
    void one_that_failed_is_named_and_listed() {
        String show = ended("ivs");
        archive.put(show, "a.ts", 1, "STANDARD");
        archive.put(show, "b.ts", 1, "STANDARD");
        archive.copies(show, "a", Copy.PENDING);
        archive.copies(show, "b", Copy.FAILED);
        runner.runDue();
        assertThat(kept(show).copies()).isEqualTo(Copies.FAILED);
        assertThat(kept(show).failedKey()).isEqualTo(show + "/b.ts");
        assertThat(inventory.recordings(Copies.FAILED))
                .extracting(KeptRecording::show)
                .containsExactly(show);
    }

    private List<Interruptions.Row> alarms(String show) {
        return interruptions.of(show).stream()
                .filter(alarm -> alarm.closedAt() == null)
                .toList();
    }

    @Test
    void one_that_failed_is_an_alarm_until_it_is_copied_or_gone() {
        String show = ended("ivs");
        archive.put(show, "a.ts", 1, "STANDARD");
        archive.copies(show, "a", Copy.FAILED);
        runner.runDue();
        assertThat(alarms(show)).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo("COPY_FAILED");
            assertThat(alarm.ko()).contains("복제");
            assertThat(alarm.nextEn()).contains("S3 Batch Replication");
            assertThat(alarm.facts()).containsEntry("key", show + "/a.ts").containsEntry("objects", "1");
        });
        archive.copies(show, "a", Copy.COMPLETED);
        after(show, Duration.ofMinutes(11));
        assertThat(alarms(show)).isEmpty();
    }

    private String large(int objects) {
        String show = ended("ivs");
        for (int i = 0; i < objects; i++) {
            archive.put(show, i + ".ts", 1, "STANDARD");
        }
        archive.copies(show, "", Copy.COMPLETED);
        return show;
    }

    @Test
    void a_failure_anywhere_in_a_large_recording_is_found_page_by_page_and_is_an_alarm() {
        int objects = 3 * RecordingArchive.MOST + 1;
        String show = large(objects);
        archive.copies(show, "250", Copy.FAILED);
        runner.runDue();
        assertThat(kept(show).copies()).as("not all were asked").isEqualTo(Copies.CHECKING);
        assertThat(kept(show).checked()).isEqualTo(RecordingArchive.MOST);
        after(show, Duration.ofMinutes(11));
        after(show, Duration.ofSeconds(21));
        KeptRecording found = after(show, Duration.ofSeconds(21));
        assertThat(found.copies()).isEqualTo(Copies.FAILED);
        assertThat(found.failedKey()).isEqualTo(show + "/250.ts");
        assertThat(alarms(show)).hasSize(1);
        assertThat(after(show, Duration.ofSeconds(21)).checked()).isEqualTo(objects);
        archive.copies(show, "250", Copy.COMPLETED);
        assertThat(after(show, Duration.ofMinutes(11)).copies())
                .as("it stays until all have been asked again")
                .isEqualTo(Copies.FAILED);
        assertThat(alarms(show)).hasSize(1);
        for (int i = 0; i < 3; i++) {
            after(show, Duration.ofSeconds(21));
        }
        assertThat(kept(show).copies()).isEqualTo(Copies.DONE);
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void what_was_asked_whole_and_is_well_is_asked_for_its_newest_objects_only() {
        String show = large(2 * RecordingArchive.MOST);
        runner.runDue();
        after(show, Duration.ofMinutes(11));
        assertThat(after(show, Duration.ofSeconds(21)).copies()).isEqualTo(Copies.DONE);
        int looks = archive.looks;
        KeptRecording still = after(show, Duration.ofHours(25));
        assertThat(archive.looks).isEqualTo(looks + 1);
        assertThat(still.copies()).isEqualTo(Copies.DONE);
        assertThat(still.checked()).isEqualTo(2 * RecordingArchive.MOST);
        archive.copies(show, "7", Copy.FAILED);
        assertThat(after(show, Duration.ofHours(25)).copies()).isEqualTo(Copies.FAILED);
    }

    @Test
    void without_a_rule_or_with_one_for_some_it_says_so() {
        String none = ended("ivs");
        archive.put(none, "a.ts", 1, "GLACIER");
        String some = ended("ivs");
        archive.put(some, "a.ts", 1, "STANDARD");
        archive.put(some, "b.ts", 1, "STANDARD");
        archive.copies(some, "a", Copy.COMPLETED);
        runner.runDue();
        assertThat(kept(none).copies()).isEqualTo(Copies.NO_RULE);
        assertThat(kept(none).asleep()).isTrue();
        assertThat(kept(some).copies()).isEqualTo(Copies.PARTLY);
        assertThat(kept(some).asleep()).isFalse();
    }

    @Test
    void what_was_seen_stays_with_its_age_while_the_store_does_not_answer() {
        String show = ended("ivs");
        archive.put(show, "a.ts", 1, "STANDARD");
        archive.copies(show, "a", Copy.PENDING);
        runner.runDue();
        Instant seen = kept(show).lookedAt();
        archive.fault = CloudFault.UNAVAILABLE;
        KeptRecording then = after(show, Duration.ofSeconds(61));
        assertThat(then.words()).contains("no answer");
        assertThat(then.copies()).isEqualTo(Copies.COPYING);
        assertThat(then.lookedAt()).isEqualTo(seen);
        assertThat(after(show, Duration.ofMinutes(5)).words()).isNull();
    }

    @Test
    void one_that_never_comes_is_waited_for_a_day_and_one_that_is_gone_is_looked_at_no_more() {
        String never = ended("ivs");
        String gone = ended("ivs");
        archive.put(gone, "a.ts", 1, "STANDARD");
        runner.runDue();
        assertThat(kept(never).copies()).isEqualTo(Copies.NOTHING);
        archive.clear();
        after(gone, Duration.ofHours(25));
        int looks = archive.looks;
        assertThat(kept(gone).copies()).isEqualTo(Copies.NOTHING);
        after(never, Duration.ofDays(3));
        assertThat(archive.looks).isEqualTo(looks);
    }

    @Test
    void a_show_on_our_own_edges_has_none_there() {
        String show = ended("local");
        runner.runDue();
        assertThat(inventory.recording(show)).isEmpty();
        assertThat(archive.looks).isZero();
    }

    @Test
    void shows_that_ended_while_nobody_watched_are_looked_at_too() {
        String show = show("ivs");
        Instant ended = clock.instant().plus(Duration.ofHours(2));
        sql.run("update scheduling.show set state = 'ENDED', ended_at = '" + ended + "' where id = '" + show + "'");
        clock.set(ended.plusSeconds(1));
        assertThat(book.catchUp()).isTrue();
        assertThat(kept(show).copies()).isEqualTo(Copies.UNKNOWN);
    }

    @Test
    void who_uses_no_cloud_looks_at_nothing() {
        account.enabled = false;
        stocktaking.begin();
        runner.runDue();
        assertThat(inventory.recording(ended("ivs"))).isEmpty();
    }
}
