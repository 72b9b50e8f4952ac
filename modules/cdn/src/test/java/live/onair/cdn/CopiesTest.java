package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.cdn.Policies.BranchTerms;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.cdn.published.Copies;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** What is published is read where viewers read it; what is not there as it was written is told, and written anew. */
@RoomTest
class CopiesTest extends CdnStage {

    private static final String OBJECT = "default/7.json";

    @Inject
    Copies copies;

    private List<Interruptions.Row> alarms(String show) {
        return interruptions.of(show).stream()
                .filter(alarm -> alarm.kind().equals("CDN_STEERING") && alarm.closedAt() == null)
                .toList();
    }

    private List<String> read(String show) {
        return probe.asked().stream()
                .filter(address -> address.startsWith("https://viewers.test/" + show + "/"))
                .map(address -> address.replace("https://viewers.test/" + show + "/", ""))
                .toList();
    }

    /** It is the next one that is read. */
    private void isNext(String show, String path) {
        String others = "update cdn.object set read_at = '" + clock.instant() + "' where show_id = '" + show + "'";
        sql.run(others);
        sql.run(others.replaceFirst("'.*?'", "null") + " and path = '" + path + "'");
    }

    private String published() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(20));
        return show;
    }

    @Test
    void one_object_is_read_every_ten_seconds_another_each_time_and_the_branches_in_turn() {
        ops(() -> policies.write(new PolicyTerms(
                null,
                List.of(
                        new BranchTerms("KR", "KT", null, null, Map.of("domestic", 100)),
                        everybody(Map.of("domestic", 50, "global", 50))),
                "시험")));
        String show = onAir();
        probe.asked();
        pass(Duration.ofSeconds(130));
        List<String> read = read(show);
        assertThat(read).hasSizeBetween(11, 14);
        assertThat(read).filteredOn(path -> !path.equals("branches.json")).doesNotHaveDuplicates();
        for (int i = 0; i + 3 <= read.size(); i++) {
            Set<String> branches = new ArrayList<>(read.subList(i, i + 3))
                    .stream().map(path -> path.replaceFirst("/.*", "")).collect(Collectors.toSet());
            assertThat(branches).as("three in a row of %s", read).hasSize(3);
        }
        assertThat(read).anyMatch(path -> path.endsWith(".m3u8")).anyMatch(path -> path.endsWith(".json"));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void what_somebody_else_has_changed_is_told_written_anew_and_right_again() {
        String show = published();
        String right = store.of(show).get(OBJECT);
        store.tamper(show, OBJECT, "{\"VERSION\":1,\"TTL\":86400}");
        isNext(show, OBJECT);
        pass(Duration.ofSeconds(11));
        assertThat(alarms(show)).as("seen once").isEmpty();
        pass(Duration.ofSeconds(11));
        assertThat(alarms(show))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.facts())
                        .containsEntry("object", OBJECT)
                        .containsEntry("found", "OTHER"));
        pass(Duration.ofSeconds(2));
        assertThat(store.of(show)).containsEntry(OBJECT, right);
        pass(Duration.ofSeconds(20));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void where_one_is_missing_all_are_written_anew() {
        String show = published();
        Map<String, String> right = store.of(show);
        right.keySet().forEach(path -> store.tamper(show, path, null));
        assertThat(store.of(show)).isEmpty();
        pass(Duration.ofSeconds(26));
        assertThat(alarms(show))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.facts()).containsEntry("found", "MISSING"));
        assertThat(store.of(show)).isEqualTo(right);
        pass(Duration.ofSeconds(20));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void an_address_that_does_not_answer_is_told_and_nothing_is_written_for_that() {
        String show = published();
        store.written();
        probe.reachesViewersAddress(false);
        pass(Duration.ofSeconds(100));
        assertThat(alarms(show))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.facts()).containsEntry("found", "SILENT"));
        assertThat(store.written()).isEmpty();
        probe.reachesViewersAddress(true);
        pass(Duration.ofSeconds(11));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void while_nothing_can_be_written_the_alarm_stays() {
        String show = published();
        store.breaks(CloudFault.UNAVAILABLE);
        store.tamper(show, OBJECT, null);
        isNext(show, OBJECT);
        pass(Duration.ofSeconds(26));
        assertThat(alarms(show)).hasSize(1);
        pass(Duration.ofSeconds(60));
        assertThat(alarms(show)).as("nothing could be written").hasSize(1);
        store.breaks(null);
        pass(Duration.ofMinutes(6));
        assertThat(store.of(show)).containsKey(OBJECT);
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void what_writing_does_not_mend_is_written_once_in_a_minute() {
        String show = published();
        store.written();
        store.viewersFind(OBJECT, "stale");
        isNext(show, OBJECT);
        pass(Duration.ofSeconds(150));
        assertThat(store.written()).hasSizeBetween(2, 3).allMatch(size -> size == 201);
        assertThat(alarms(show)).hasSize(1);
        store.viewersFind(OBJECT, null);
        pass(Duration.ofSeconds(20));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void what_lies_there_no_more_after_it_could_not_be_asked_is_written_at_once() {
        String show = published();
        Map<String, String> right = store.of(show);
        probe.reachesViewersAddress(false);
        pass(Duration.ofSeconds(70));
        right.keySet().forEach(path -> store.tamper(show, path, null));
        probe.reachesViewersAddress(true);
        pass(Duration.ofSeconds(13));
        assertThat(store.of(show)).isEqualTo(right);
    }

    @Test
    void what_is_being_written_is_not_judged() {
        String show = published();
        assertThat(copies.next(show)).isPresent();
        copies.changing(show, store.of(show).keySet());
        assertThat(copies.next(show)).isEmpty();
    }

    @Test
    void what_was_written_just_now_is_not_judged() {
        String show = published();
        sql.run("update cdn.object set written_at = '" + clock.instant() + "' where show_id = '" + show + "'");
        assertThat(copies.next(show)).isEmpty();
        clock.set(clock.instant().plusSeconds(6));
        assertThat(copies.next(show)).isPresent();
    }

    @Test
    void with_the_end_of_the_show_the_reading_ends_and_the_alarm_too() {
        String show = published();
        probe.reachesViewersAddress(false);
        pass(Duration.ofSeconds(26));
        assertThat(alarms(show)).hasSize(1);
        as(PLANNER, () -> shows.transition(show, ShowState.ENDED, "끝", null, null));
        pass(Duration.ofSeconds(12));
        assertThat(alarms(show)).isEmpty();
        probe.asked();
        pass(Duration.ofSeconds(30));
        assertThat(read(show)).isEmpty();
    }
}
