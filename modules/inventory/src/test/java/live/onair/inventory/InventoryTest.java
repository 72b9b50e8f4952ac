package live.onair.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.inventory.InventoryRows.Holding;
import live.onair.inventory.InventoryRows.Planned;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.InventoryRows.Verdict;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class InventoryTest {

    private static final Actor OPS = person("park", Role.OPS);
    private static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    private static final Actor SECOND = person("lee", Role.MERCHANDISER);

    @Inject
    Inventory inventory;

    @Inject
    Stocktaking stocktaking;

    @Inject
    FakeAccount account;

    @Inject
    Channels channels;

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    private static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    @BeforeEach
    void afresh() {
        account.clear();
        sql.run("delete from inventory.resource");
        sql.run("delete from inventory.removal");
        sql.run("delete from inventory.account");
        sql.run("delete from inventory.archive_rule");
    }

    private void look() {
        stocktaking.begin();
        runner.runDue();
    }

    private void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.set(clock.instant().plusSeconds(5));
            runner.runDue();
        }
    }

    private String channel() {
        return channel("ivs");
    }

    private String channel(String backend) {
        return as(OPS, () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), backend, null, 0, 0)))
                .orThrow()
                .id();
    }

    private String approvedShow(String channel, Duration in) {
        Instant start = clock.instant().plus(in);
        String id = as(
                        PLANNER,
                        () -> shows.schedule(Shows.Schedule.of(
                                "가을 니트", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.INPUT)))
                .orThrow()
                .id();
        as(PLANNER, () -> lifecycle.submit(id, null, null)).orThrow();
        as(SECOND, () -> lifecycle.approve(id, null, null)).orThrow();
        return id;
    }

    private Holding item(String name) {
        return inventory.list(Inventory.Filter.ALL).items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String orphan() {
        account.things.add(FakeAccount.encoder("lost", "CH-GONE", true));
        look();
        return item("lost").id();
    }

    private Planned plan(String id) {
        return as(OPS, () -> inventory.plan(id)).orThrow();
    }

    private Outcome<Removal> remove(String id, String hash) {
        return as(OPS, () -> inventory.remove(id, hash, "시험"));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    @Test
    void what_becomes_of_recordings_is_told_with_its_age_and_stays_when_it_cannot_be_read() {
        assertThat(inventory.account().archive()).isEqualTo(Archive.UNKNOWN);
        Archive.Rule moved = new Archive.Rule("onair/test/shows/", "GLACIER", 30, null, null);
        Archive.Rule copied = new Archive.Rule("", null, null, null, "onair-copies");
        account.archive = new Archive("onair-test", List.of(moved, copied), null, null);
        look();
        Archive read = inventory.account().archive();
        assertThat(read.bucket()).isEqualTo("onair-test");
        assertThat(read.rules()).containsExactly(moved, copied);
        assertThat(read.at()).isEqualTo(clock.instant());
        assertThat(read.words()).isNull();
        account.atCounting = CloudFault.DENIED;
        pass(Duration.ofSeconds(65));
        Archive kept = inventory.account().archive();
        assertThat(kept.rules()).containsExactly(moved, copied);
        assertThat(kept.at()).isEqualTo(read.at());
        assertThat(kept.words()).contains("AccessDenied");
    }

    @Test
    void before_the_first_look_nothing_is_made_up() {
        assertThat(inventory.account().lookedAt()).isNull();
        assertThat(inventory.account().account()).isNull();
        assertThat(inventory.list(Inventory.Filter.ALL).items()).isEmpty();
    }

    @Test
    void looks_again_every_minute_and_at_once_when_asked() {
        look();
        assertThat(inventory.account().account()).isEqualTo("111122223333");
        account.things.add(FakeAccount.encoder("new", null, false));
        pass(Duration.ofSeconds(50));
        assertThat(inventory.list(Inventory.Filter.ALL).items()).isEmpty();
        pass(Duration.ofSeconds(15));
        assertThat(inventory.list(Inventory.Filter.ALL).items()).hasSize(1);
        account.things.clear();
        as(OPS, () -> inventory.refresh()).orThrow();
        runner.runDue();
        assertThat(inventory.list(Inventory.Filter.ALL).items()).isEmpty();
    }

    @Test
    void an_account_that_does_not_answer_keeps_what_was_seen_with_its_age_and_says_why() {
        account.things.add(FakeAccount.encoder("lost", "CH-GONE", false));
        look();
        Instant counted = inventory.account().countedAt();
        account.fault = CloudFault.DENIED;
        pass(Duration.ofSeconds(125));
        assertThat(inventory.account().connected()).isFalse();
        assertThat(inventory.account().account()).isNull();
        assertThat(inventory.account().fault()).isEqualTo(CloudFault.DENIED);
        assertThat(inventory.account().words()).contains("no answer");
        assertThat(inventory.account().countedAt()).isEqualTo(counted);
        assertThat(item("lost").seenAt()).isEqualTo(counted);
        String id = item("lost").id();
        Planned planned = plan(id);
        assertThat(codes(remove(id, planned.hash()))).containsExactly("NOT_CONNECTED");
        account.fault = null;
        pass(Duration.ofSeconds(65));
        assertThat(inventory.account().connected()).isTrue();
    }

    @Test
    void without_aws_it_looks_once_and_says_so() {
        account.enabled = false;
        look();
        assertThat(inventory.account().enabled()).isFalse();
        assertThat(inventory.account().lookedAt()).isNotNull();
        assertThat(codes(as(OPS, () -> inventory.refresh()))).containsExactly("CLOUD_OFF");
        assertThat(codes(as(OPS, () -> inventory.remove("AR-1", "x", "시험")))).containsExactly("CLOUD_OFF");
    }

    @Test
    void lists_the_worst_first_by_page_and_narrowed() {
        String channel = channel();
        account.things.add(FakeAccount.encoder("a-rests", channel, false));
        account.things.add(FakeAccount.encoder("b-lost", "CH-GONE", false));
        account.things.add(FakeAccount.untagged("c-bare", channel));
        String other = channel();
        account.things.add(FakeAccount.encoder("d-idle", other, true));
        look();
        assertThat(inventory.list(Inventory.Filter.ALL).items())
                .extracting(Holding::verdict)
                .containsExactly(Verdict.IDLE_RUNNING, Verdict.ORPHAN, Verdict.DRIFTED, Verdict.WANTED);
        InventoryRows.Holdings first = inventory.list(new Inventory.Filter(null, null, null, 3));
        assertThat(first.items()).hasSize(3);
        assertThat(inventory
                        .list(new Inventory.Filter(null, null, first.next(), 3))
                        .items())
                .extracting(Holding::name)
                .containsExactly("a-rests");
        assertThat(inventory
                        .list(new Inventory.Filter(Verdict.ORPHAN, null, null, 10))
                        .items())
                .extracting(Holding::name)
                .containsExactly("b-lost");
        assertThat(inventory.list(new Inventory.Filter(null, other, null, 10)).items())
                .extracting(Holding::name)
                .containsExactly("d-idle");
        assertThatThrownBy(() -> inventory.list(new Inventory.Filter(null, null, "AR-nowhere", 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_orphan_goes_by_the_plan_that_was_shown_and_the_result_is_told() {
        String id = orphan();
        Planned planned = plan(id);
        assertThat(planned.deed()).isEqualTo(Remedy.REMOVE);
        assertThat(planned.calls()).extracting(Plan.Call::operation).containsExactly("StopStream", "DeleteChannel");
        assertThat(planned.permissions()).containsExactly("ivs:DeleteChannel", "ivs:StopStream");
        assertThat(account.done).isEmpty();
        account.slow = 2;
        assertThat(remove(id, planned.hash()).orThrow().state()).isEqualTo("WAITING");
        runner.runDue();
        assertThat(account.done).isEmpty();
        assertThat(item("lost").removal()).extracting(Removal::state).isEqualTo("WAITING");
        pass(Duration.ofSeconds(10));
        assertThat(account.done).containsExactly("REMOVE lost");
        assertThat(inventory.find(id)).isEmpty();
    }

    @Test
    void what_runs_for_nothing_is_stopped_and_stays() {
        account.things.add(FakeAccount.encoder("idle", channel(), true));
        look();
        String id = item("idle").id();
        Planned planned = plan(id);
        assertThat(planned.deed()).isEqualTo(Remedy.STOP);
        remove(id, planned.hash()).orThrow();
        runner.runDue();
        pass(Duration.ofSeconds(5));
        assertThat(account.done).containsExactly("STOP idle");
        assertThat(item("idle").verdict()).isEqualTo(Verdict.WANTED);
        assertThat(item("idle").removal()).extracting(Removal::state).isEqualTo("DONE");
    }

    @Test
    void what_has_the_name_of_a_channel_in_use_is_adopted_by_a_plan_that_only_tags() {
        account.things.add(FakeAccount.untagged("bare", channel()));
        look();
        Holding bare = item("bare");
        assertThat(bare.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(bare.deed()).isEqualTo(Remedy.ADOPT);
        Planned planned = plan(bare.id());
        assertThat(planned.calls()).extracting(Plan.Call::operation).containsExactly("TagResource");
        remove(bare.id(), planned.hash()).orThrow();
        runner.runDue();
        pass(Duration.ofSeconds(5));
        assertThat(account.done).containsExactly("ADOPT bare");
        assertThat(item("bare").verdict()).isEqualTo(Verdict.WANTED);
        assertThat(item("bare").removal()).extracting(Removal::state).isEqualTo("DONE");
    }

    @Test
    void nothing_is_adopted_that_lies_on_another_backend_or_has_a_twin_of_ours() {
        String channel = channel();
        account.things.add(FakeAccount.untagged("elsewhere", channel("medialive")));
        account.things.add(FakeAccount.untagged("bare", channel));
        account.things.add(FakeAccount.encoder("ours", channel, false));
        look();
        assertThat(codes(as(OPS, () -> inventory.plan(item("elsewhere").id())))).containsExactly("OTHER_BACKEND");
        assertThat(codes(as(OPS, () -> inventory.plan(item("bare").id())))).containsExactly("TWIN");
    }

    @Test
    void a_twin_that_has_come_since_the_plan_keeps_the_adoption_back() {
        String channel = channel();
        account.things.add(FakeAccount.untagged("bare", channel));
        look();
        String id = item("bare").id();
        remove(id, plan(id).hash()).orThrow();
        account.things.add(FakeAccount.encoder("ours", channel, false));
        runner.runDue();
        assertThat(account.done).isEmpty();
        assertThat(item("bare").removal().state()).isEqualTo("FAILED");
        assertThat(item("bare").removal().why()).isEqualTo("TWIN");
        assertThat(item("bare").removal().sentence(Locale.KOREAN)).contains("arn:ours", "넘겨받지 않습니다");
        assertThat(item("bare").removal().sentence(Locale.ENGLISH)).contains("arn:ours", "is not adopted");
    }

    @Test
    void nothing_is_adopted_while_a_show_is_about_to_start_on_its_channel() {
        String channel = channel();
        account.things.add(FakeAccount.untagged("bare", channel));
        approvedShow(channel, Duration.ofMinutes(10));
        look();
        assertThat(codes(as(OPS, () -> inventory.plan(item("bare").id())))).containsExactly("SHOW_SOON");
    }

    @Test
    void nothing_happens_without_a_plan_with_another_one_or_with_an_old_one() {
        String id = orphan();
        assertThat(codes(remove(id, "0".repeat(64)))).containsExactly("PLAN_OTHER");
        Planned planned = plan(id);
        account.becomes(FakeAccount.encoder("lost", "CH-GONE", false));
        look();
        assertThat(codes(remove(id, planned.hash()))).containsExactly("PLAN_OTHER");
        Planned newer = plan(id);
        clock.set(clock.instant().plusSeconds(121));
        assertThat(codes(remove(id, newer.hash()))).containsExactly("PLAN_EXPIRED");
        assertThat(codes(as(OPS, () -> inventory.remove(id, plan(id).hash(), " "))))
                .containsExactly("REASON");
        assertThat(account.done).isEmpty();
    }

    @Test
    void an_account_that_has_changed_since_is_left_alone() {
        String id = orphan();
        Planned planned = plan(id);
        remove(id, planned.hash()).orThrow();
        account.becomes(FakeAccount.encoder("lost", "CH-GONE", false));
        runner.runDue();
        assertThat(account.done).isEmpty();
        Removal removal = item("lost").removal();
        assertThat(removal.state()).isEqualTo("FAILED");
        assertThat(removal.words()).isEmpty();
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            assertThat(removal.sentence(locale))
                    .isEqualTo(InventoryRefusal.PLAN_OTHER.with().sentence(locale));
            assertThat(Removal.reason(sql.one("select words from inventory.removal where state = 'FAILED'"), locale))
                    .isEqualTo(removal.sentence(locale));
        }
    }

    @Test
    void what_aws_denies_is_told_in_its_words() {
        String id = orphan();
        account.atCarrying = CloudFault.DENIED;
        remove(id, plan(id).hash()).orThrow();
        runner.runDue();
        assertThat(item("lost").removal().state()).isEqualTo("FAILED");
        assertThat(item("lost").removal().words()).contains("AccessDenied");
    }

    @Test
    void nothing_is_stopped_in_the_quarter_of_an_hour_before_a_show() {
        String channel = channel();
        account.things.add(FakeAccount.encoder("idle", channel, true));
        approvedShow(channel, Duration.ofMinutes(20));
        look();
        String id = item("idle").id();
        Planned planned = plan(id);
        pass(Duration.ofMinutes(6));
        assertThat(codes(remove(id, planned.hash()))).containsExactly("SHOW_SOON");
        assertThat(codes(as(OPS, () -> inventory.plan(id)))).containsExactly("SHOW_SOON");
        assertThat(account.done).isEmpty();
    }

    @Test
    void what_is_wanted_or_not_ours_has_no_plan() {
        account.things.add(FakeAccount.encoder("rests", channel(), false));
        account.things.add(FakeAccount.untagged("bare", "CH-GONE"));
        look();
        assertThat(codes(as(OPS, () -> inventory.plan(item("rests").id())))).containsExactly("WANTED");
        assertThat(codes(as(OPS, () -> inventory.plan(item("bare").id())))).containsExactly("NOT_OURS");
        assertThat(codes(as(OPS, () -> inventory.plan("AR-nothing")))).containsExactly("NO_SUCH_RESOURCE");
    }

    @Test
    void that_nothing_may_be_written_is_known_before_the_account_is_looked_at_again() {
        look();
        assertThat(inventory.account().readOnly()).isFalse();
        account.readOnly = true;
        assertThat(inventory.account().readOnly()).isTrue();
        assertThat(inventory.account().connected()).isTrue();
    }

    @Test
    void in_read_only_it_plans_and_refuses() {
        String id = orphan();
        account.readOnly = true;
        look();
        assertThat(codes(remove(id, plan(id).hash()))).containsExactly("READ_ONLY");
    }

    @Test
    void all_staff_look_and_only_operations_act() {
        String id = orphan();
        assertThat(as(PLANNER, () -> inventory.list(Inventory.Filter.ALL)).items())
                .hasSize(1);
        assertThatThrownBy(() -> as(PLANNER, () -> inventory.plan(id))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(PLANNER, () -> inventory.remove(id, "x", "시험")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(PLANNER, () -> inventory.refresh())).isInstanceOf(NotAllowedException.class);
    }
}
