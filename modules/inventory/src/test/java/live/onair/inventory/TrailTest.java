package live.onair.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import live.onair.inventory.CallRows.CallOutcome;
import live.onair.inventory.CallRows.ForeignAct;
import live.onair.inventory.CallRows.SentCall;
import live.onair.inventory.CallRows.TrailState;
import live.onair.inventory.spi.CallReports;
import live.onair.inventory.spi.CallReports.About;
import live.onair.inventory.spi.CallReports.Sent;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.kernel.Role;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** W6, CloudTrail: our calls are held against the account's own trail by their request ids; what is not ours is told. */
@RoomTest
class TrailTest {

    private static final Actor OPS = person("park", Role.OPS);
    private static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    private static final String US = "arn:aws:iam::111122223333:role/onair";
    private static final String THEY = "arn:aws:iam::111122223333:user/choi";

    @Inject
    Inventory inventory;

    @Inject
    Stocktaking stocktaking;

    @Inject
    CallReports reports;

    @Inject
    FakeAccount account;

    @Inject
    FakeTrail trail;

    @Inject
    Channels channels;

    @Inject
    Shows shows;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Ids ids;

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
        trail.clear();
        for (String table : List.of("call", "foreign_act", "trail", "resource", "account")) {
            sql.run("delete from inventory." + table);
        }
    }

    private static About about(String operation, @Nullable String channel, String... names) {
        return new About("ivs", operation, names[0], Set.of(names), channel, null, true);
    }

    /** A call that has left. */
    private Sent leaves(About about) {
        Sent sent = new Sent(ids.next(), about, clock.instant(), CallOutcome.UNKNOWN, null, null);
        reports.sent(sent);
        return sent;
    }

    private Sent done(About about, String request) {
        return ended(leaves(about), CallOutcome.DONE, request);
    }

    private Sent ended(Sent sent, CallOutcome outcome, @Nullable String request) {
        String words = outcome == CallOutcome.DONE ? null : "ivs: no answer";
        Sent ended = new Sent(sent.id(), sent.about(), sent.at(), outcome, request, words);
        reports.sent(ended);
        return ended;
    }

    private void read() {
        stocktaking.begin();
        runner.runDue();
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
        read();
    }

    private List<SentCall> calls() {
        return inventory
                .calls(new Inventory.CallFilter(null, null, null, null, 100))
                .items();
    }

    private List<SentCall> calls(TrailState state) {
        return inventory
                .calls(new Inventory.CallFilter(state, null, null, null, 100))
                .items();
    }

    private TrailState state(Sent call) {
        return calls().stream()
                .filter(one -> one.id().equals(call.id()))
                .findFirst()
                .orElseThrow()
                .trail();
    }

    private List<ForeignAct> foreign() {
        return inventory.foreign(null, null, 100).items();
    }

    @Test
    void a_call_is_written_down_before_it_is_answered_and_once_only() {
        Sent sent = leaves(about("CreateChannel", "CH-1", "onair-test-CH-1"));
        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(CallOutcome.UNKNOWN);
            assertThat(call.requestId()).isNull();
            assertThat(call.channel()).isEqualTo("CH-1");
            assertThat(call.by()).isEqualTo("Onair");
        });
        ended(sent, CallOutcome.DONE, "r-1");
        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(CallOutcome.DONE);
            assertThat(call.requestId()).isEqualTo("r-1");
            assertThat(call.trail()).isEqualTo(TrailState.WAITING);
        });
    }

    @Test
    void says_for_which_work_of_ours_it_was_made() {
        try (Acting ignored = Acting.as(Actor.ONAIR, "work-SH-00042~7")) {
            done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        }
        assertThat(calls()).extracting(SentCall::requestOfOurs).containsExactly("work-SH-00042~7");
        assertThat(calls()).extracting(SentCall::show).containsExactly("SH-00042");
    }

    @Test
    void is_joined_with_what_the_trail_tells_by_its_request_id() {
        Sent call = done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        read();
        assertThat(state(call)).isEqualTo(TrailState.WAITING);
        trail.tells("e-1", "CreateChannel", clock.instant(), "r-1", US, "onair-test-CH-1");
        pass(Duration.ofMinutes(5));
        assertThat(calls()).singleElement().satisfies(joined -> {
            assertThat(joined.trail()).isEqualTo(TrailState.MATCHED);
            assertThat(joined.event()).isNotNull();
            assertThat(joined.event().id()).isEqualTo("e-1");
            assertThat(joined.event().principal()).isEqualTo(US);
            assertThat(joined.event().source()).isEqualTo("203.0.113.9");
            assertThat(joined.event().byTime()).isFalse();
        });
        assertThat(foreign()).isEmpty();
        assertThat(inventory.trail().readAt()).isEqualTo(clock.instant());
    }

    @Test
    void is_missing_only_after_the_delay_and_only_if_the_trail_was_read() {
        Sent call = done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        trail.fault = CloudFault.DENIED;
        pass(TrailBook.DELAY.multipliedBy(2));
        assertThat(state(call)).isEqualTo(TrailState.WAITING);
        assertThat(inventory.trail().words()).contains("AccessDenied");
        trail.fault = null;
        pass(Duration.ofMinutes(1));
        assertThat(state(call)).isEqualTo(TrailState.MISSING);
        assertThat(inventory.trail().missing()).isEqualTo(1);
        assertThat(inventory.trail().words()).isNull();
        assertThat(calls(TrailState.MISSING)).hasSize(1);
    }

    @Test
    void what_is_told_late_is_found_by_looking_farther_back_once_an_hour() {
        Sent call = done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        Instant made = clock.instant();
        pass(TrailBook.DELAY.plusMinutes(5));
        pass(TrailBook.DELAY.plusMinutes(5));
        assertThat(state(call)).isEqualTo(TrailState.MISSING);
        trail.tells("e-1", "CreateChannel", made, "r-1", US, "onair-test-CH-1");
        pass(Duration.ofMinutes(61));
        assertThat(state(call)).isEqualTo(TrailState.MATCHED);
    }

    @Test
    void refused_and_lost_calls_that_are_not_told_have_changed_nothing() {
        Sent refused = ended(leaves(about("DeleteChannel", null, "arn:aws:ivs:x")), CallOutcome.REFUSED, "r-2");
        Sent lost = ended(leaves(about("StopStream", null, "arn:aws:ivs:y")), CallOutcome.UNKNOWN, null);
        Sent unkept = done(new About("s3", "PutObject", "k", Set.of("bucket-x"), null, null, false), "r-3");
        pass(TrailBook.DELAY.plusMinutes(1));
        assertThat(state(refused)).isEqualTo(TrailState.UNTOLD);
        assertThat(state(lost)).isEqualTo(TrailState.UNTOLD);
        assertThat(state(unkept)).isEqualTo(TrailState.NOT_KEPT);
        assertThat(inventory.trail().missing()).isZero();
    }

    @Test
    void a_call_whose_answer_was_lost_is_found_by_what_it_does_and_when() {
        Sent lost = ended(leaves(about("DeleteChannel", null, "arn:aws:ivs:y")), CallOutcome.UNKNOWN, null);
        trail.tells("e-9", "DeleteChannel", clock.instant(), "r-9", US, "arn:aws:ivs:y");
        trail.tells("e-8", "DeleteChannel", clock.instant(), "r-8", THEY, "arn:aws:ivs:other");
        pass(Duration.ofMinutes(5));
        assertThat(state(lost)).isEqualTo(TrailState.MATCHED);
        assertThat(calls().get(0).event().byTime()).isTrue();
        assertThat(foreign()).isEmpty();
    }

    @Test
    void what_somebody_else_does_to_our_things_is_told_with_who_and_when() {
        account.things.add(FakeAccount.encoder("onair-test-CH-7", "CH-7", false));
        done(about("CreateStreamKey", "CH-8", "arn:aws:ivs:CH-8"), "r-1");
        read();
        Instant at = clock.instant();
        trail.tells("e-1", "DeleteChannel", at, "r-77", THEY, "arn:onair-test-CH-7");
        trail.tells("e-2", "DeleteStreamKey", at.plusSeconds(1), "r-78", THEY, "arn:aws:ivs:CH-8");
        trail.tells("e-3", "DeleteChannel", at, "r-79", THEY, "arn:aws:ivs:somebody-elses");
        pass(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
        assertThat(foreign()).extracting(ForeignAct::id).containsExactly("e-2", "e-1");
        assertThat(foreign().get(1)).satisfies(act -> {
            assertThat(act.operation()).isEqualTo("DeleteChannel");
            assertThat(act.resource()).isEqualTo("onair-test-CH-7");
            assertThat(act.channel()).isEqualTo("CH-7");
            assertThat(act.principal()).isEqualTo(THEY);
            assertThat(act.source()).isEqualTo("203.0.113.9");
            assertThat(act.asUs()).isFalse();
            assertThat(act.at()).isEqualTo(at);
        });
        assertThat(inventory.trail().foreign()).isEqualTo(2);
    }

    @Test
    void what_was_done_by_our_own_name_and_is_not_written_down_is_told_as_that() {
        done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        trail.tells("e-1", "CreateChannel", clock.instant(), "r-1", US, "onair-test-CH-1");
        trail.tells("e-2", "DeleteChannel", clock.instant(), "r-2", US, "onair-test-CH-1");
        pass(Duration.ofMinutes(5));
        assertThat(foreign())
                .singleElement()
                .satisfies(act -> assertThat(act.asUs()).isTrue());
    }

    @Test
    void a_trail_that_is_quicker_than_our_own_note_accuses_nobody() {
        done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        Sent sent = new Sent(
                ids.next(),
                about("DeleteChannel", "CH-1", "onair-test-CH-1"),
                clock.instant(),
                CallOutcome.DONE,
                "r-5",
                null);
        trail.tells("e-5", "DeleteChannel", clock.instant(), "r-5", US, "onair-test-CH-1");
        read();
        assertThat(foreign()).hasSize(1);
        reports.sent(sent);
        assertThat(foreign()).isEmpty();
        // both at once: the reading did not see the note yet, nor the note the act
        sql.run(
                "insert into inventory.foreign_act (event_id, service, operation, resource, at, request_id, principal, as_us,"
                        + " told_at) values ('e-5', 'ivs', 'DeleteChannel', 'x', now(), 'r-5', 'us', true, now())");
        pass(Duration.ofMinutes(1));
        assertThat(state(sent)).isEqualTo(TrailState.MATCHED);
        assertThat(foreign()).isEmpty();
    }

    @Test
    void a_database_that_is_away_fails_no_call_and_loses_none() {
        sql.run("alter table inventory.call rename to away");
        Sent first = done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        sql.run("alter table inventory.away rename to call");
        assertThat(calls()).isEmpty();
        Sent second = done(about("DeleteChannel", "CH-1", "onair-test-CH-1"), "r-2");
        assertThat(calls()).extracting(SentCall::id).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(calls()).extracting(SentCall::outcome).containsOnly(CallOutcome.DONE);
    }

    @Test
    void a_call_that_names_a_thing_in_the_account_belongs_to_its_channel() {
        account.things.add(FakeAccount.encoder("onair-test-CH-7", "CH-7", false));
        read();
        done(about("StopStream", null, "arn:onair-test-CH-7"), "r-1");
        assertThat(calls()).extracting(SentCall::channel).containsExactly("CH-7");
        // nobody has counted it yet, but it was made by a call of ours
        Sent made = done(about("CreateChannel", "CH-8", "onair-test-CH-8", "1000008"), "r-2");
        done(about("StartChannel", null, "1000008"), "r-3");
        assertThat(calls()).extracting(SentCall::channel).containsExactlyInAnyOrder("CH-8", "CH-8", "CH-7");
        assertThat(made.about().channel()).isEqualTo("CH-8");
    }

    @Test
    void the_calls_of_a_show_are_those_that_say_it_and_those_to_its_channel_in_its_time() {
        String channel = as(
                        OPS, () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), "ivs", null, 60, 60)))
                .orThrow()
                .id();
        Instant start = clock.instant().plus(Duration.ofHours(1));
        String show = as(
                        PLANNER,
                        () -> shows.schedule(Shows.Schedule.of(
                                "가을 니트", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.INPUT)))
                .orThrow()
                .id();
        done(about("CreateChannel", channel, "onair-test-1"), "before");
        UUID said = ids.next();
        reports.sent(new Sent(
                said,
                new About("ivs", "TagResource", "onair-test-1", Set.of("onair-test-1"), channel, show, true),
                clock.instant(),
                CallOutcome.DONE,
                "said",
                null));
        clock.set(start);
        done(about("StopStream", channel, "onair-test-1"), "in time");
        done(about("StopStream", "CH-OTHER", "onair-test-2"), "elsewhere");
        assertThat(inventory
                        .calls(new Inventory.CallFilter(null, show, null, null, 100))
                        .items())
                .extracting(SentCall::requestId)
                .containsExactly("in time", "said");
    }

    @Test
    void pages_follow_each_other_and_text_narrows() {
        for (int i = 0; i < 5; i++) {
            done(about("TagResource", "CH-1", "onair-test-CH-1"), "r-" + i);
            clock.set(clock.instant().plusSeconds(1));
        }
        var first = inventory.calls(new Inventory.CallFilter(null, null, null, null, 3));
        assertThat(first.items()).extracting(SentCall::requestId).containsExactly("r-4", "r-3", "r-2");
        var second = inventory.calls(new Inventory.CallFilter(null, null, null, first.next(), 3));
        assertThat(second.items()).extracting(SentCall::requestId).containsExactly("r-1", "r-0");
        assertThat(second.next()).isNull();
        assertThat(inventory
                        .calls(new Inventory.CallFilter(null, null, "R-3", null, 3))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> inventory.calls(new Inventory.CallFilter(
                        null, null, null, UUID.randomUUID().toString(), 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_ninety_days_they_are_forgotten() {
        done(about("CreateChannel", "CH-1", "onair-test-CH-1"), "r-1");
        trail.tells("e-2", "DeleteChannel", clock.instant(), "r-2", THEY, "onair-test-CH-1");
        pass(Duration.ofMinutes(5));
        assertThat(foreign()).hasSize(1);
        pass(Duration.ofDays(91));
        assertThat(calls()).isEmpty();
        assertThat(foreign()).isEmpty();
    }

    @Test
    void where_no_cloud_is_used_nothing_is_asked() {
        trail.used = false;
        read();
        assertThat(trail.from).isEqualTo(Instant.EPOCH);
        assertThat(inventory.trail().readAt()).isNull();
    }

    @Test
    void every_state_has_words_in_both_languages() {
        for (TrailState state : TrailState.values()) {
            assertThat(state.ko()).containsPattern("[가-힣]");
            assertThat(state.en().toLowerCase(Locale.ROOT)).containsPattern("[a-z]");
        }
    }
}
