package live.onair.reminders;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.SECOND;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.pins.Stall;
import live.onair.products.LineUps;
import live.onair.reminders.ReminderRows.Consent;
import live.onair.reminders.ReminderRows.Push;
import live.onair.reminders.ReminderRows.PushKind;
import live.onair.reminders.ReminderRows.PushState;
import live.onair.reminders.ReminderRows.Signup;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who signed up is told at the right time; the law decides who gets advertising, and when. */
@RoomTest
class RemindersTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Inject
    Stall stall;

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Channels channels;

    @Inject
    LineUps lineUps;

    @Inject
    Reminders reminders;

    @Inject
    FakeSender sender;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    private String cream = "";

    @BeforeEach
    void noonOfADay() {
        sender.forget();
        cream = stall.product(stall.seller(), "가 크림", 1_000, 10);
        ZonedDateTime now = clock.instant().atZone(SEOUL);
        Instant noon = now.toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.NOON)
                .atZone(SEOUL)
                .toInstant();
        clock.advance(Duration.between(clock.instant(), noon));
    }

    /** Approved, at this time of the day so many days from now. */
    private String show(int days, String time, boolean sells) {
        Instant start = clock.instant()
                .atZone(SEOUL)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.parse(time))
                .atZone(SEOUL)
                .toInstant();
        String channel = as(
                        Actor.ONAIR,
                        () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .orThrow()
                .id();
        String show = done(() -> shows.schedule(
                        Shows.Schedule.of("가을 특가", channel, start, start.plusSeconds(3_600), Shows.Feed.TEST)))
                .id();
        if (sells) {
            done(() ->
                    lineUps.arrange(show, new LineUps.LineUpWish(null, List.of(new LineUps.LineUpEntry(cream, null)))));
        }
        done(() -> lifecycle.submit(show, null, null));
        as(SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
        return show;
    }

    private Outcome<Signup> sign(String show, String viewer, boolean ads, boolean night) {
        return as(Actor.ONAIR, () -> reminders.sign(show, viewer, ads, night));
    }

    private Push push(String show, PushKind kind) {
        return as(PLANNER, () -> reminders.of(show)).pushes().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void until(int days, String time) {
        Instant at = clock.instant()
                .atZone(SEOUL)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.parse(time))
                .atZone(SEOUL)
                .toInstant();
        clock.advance(Duration.between(clock.instant(), at));
        runner.runDue();
    }

    @Test
    void a_message_goes_out_a_day_an_hour_and_five_minutes_before_to_who_signed_up() {
        String show = show(2, "20:00", false);
        sign(show, "viewer-0001", false, false).orThrow();
        sign(show, "viewer-0002", false, false).orThrow();
        assertThat(as(Actor.ONAIR, () -> reminders.cancel(show, "viewer-0002"))
                        .orThrow()
                        .on())
                .isFalse();
        assertThat(as(PLANNER, () -> reminders.of(show)).signedUp()).isEqualTo(1);
        until(1, "19:59");
        assertThat(sender.of(show + ":DAY")).isEmpty();
        until(0, "20:00");
        assertThat(sender.of(show + ":DAY")).containsExactly("viewer-0001");
        assertThat(sender.words(show + ":DAY", "viewer-0001")).doesNotContain("(광고)");
        until(1, "19:00");
        until(0, "19:55");
        assertThat(sender.of(show + ":HOUR")).containsExactly("viewer-0001");
        assertThat(sender.of(show + ":SOON")).containsExactly("viewer-0001");
        assertThat(push(show, PushKind.SOON).state()).isEqualTo(PushState.SENT);
        assertThat(push(show, PushKind.SOON).sent()).isEqualTo(1);
    }

    @Test
    void of_a_show_that_sells_only_who_agreed_to_advertising_is_told_and_who_is_left_out_is_counted() {
        String show = show(2, "20:00", true);
        sign(show, "viewer-0001", true, false).orThrow();
        sign(show, "viewer-0002", false, false).orThrow();
        assertThat(sign(show, "viewer-0003", false, true).why())
                .extracting(why -> why.code())
                .containsExactly("NIGHT_ALONE");
        until(1, "20:00");
        assertThat(sender.of(show + ":DAY")).containsExactly("viewer-0001");
        assertThat(sender.words(show + ":DAY", "viewer-0001"))
                .startsWith("(광고)")
                .contains("수신거부");
        assertThat(push(show, PushKind.DAY).leftOut()).isEqualTo(1);
    }

    @Test
    void at_night_only_who_agreed_to_that_and_the_others_in_the_morning() {
        String show = show(2, "22:00", true);
        sign(show, "viewer-day1", true, false).orThrow();
        sign(show, "viewer-night", true, true).orThrow();
        until(1, "22:00");
        assertThat(sender.of(show + ":DAY")).containsExactly("viewer-night");
        assertThat(push(show, PushKind.DAY).state()).as("some still wait").isEqualTo(PushState.PLANNED);
        until(1, "07:59");
        assertThat(sender.of(show + ":DAY")).containsExactly("viewer-night");
        until(0, "08:00");
        assertThat(sender.of(show + ":DAY")).containsExactly("viewer-night", "viewer-day1");
        assertThat(push(show, PushKind.DAY).sent()).isEqualTo(2);
        until(0, "21:00");
        assertThat(sender.of(show + ":HOUR")).as("no morning comes before it").containsExactly("viewer-night");
        assertThat(push(show, PushKind.HOUR).leftOut()).isEqualTo(1);
    }

    @Test
    void who_takes_the_consent_back_while_others_are_told_is_not_told() {
        String show = show(2, "20:00", true);
        for (int i = 0; i <= SendPushHandler.AT_ONCE; i++) {
            sign(show, "viewer-%04d".formatted(i), true, false).orThrow();
        }
        String last = "viewer-%04d".formatted(SendPushHandler.AT_ONCE);
        sender.meanwhile(() -> as(Actor.ONAIR, () -> reminders.optOut(last)).orThrow());
        until(1, "20:00");
        assertThat(sender.of(show + ":DAY")).hasSize(SendPushHandler.AT_ONCE).doesNotContain(last);
        assertThat(push(show, PushKind.DAY).sent()).isEqualTo(SendPushHandler.AT_ONCE);
    }

    @Test
    void who_asked_to_be_told_of_a_show_follows_until_they_take_it_back() {
        String show = show(2, "20:00", false);
        assertThat(follows("viewer-0009")).isFalse();
        sign(show, "viewer-0009", false, false).orThrow();
        assertThat(follows("viewer-0009")).isTrue();
        assertThat(follows("viewer-0008")).isFalse();
        as(Actor.ONAIR, () -> reminders.optOut("viewer-0009")).orThrow();
        assertThat(follows("viewer-0009")).isFalse();
    }

    private boolean follows(String viewer) {
        return as(Actor.VIEWER, () -> reminders.follows(viewer));
    }

    @Test
    void consent_stands_in_a_ledger_and_is_taken_back_by_one_press() {
        String show = show(2, "20:00", true);
        sign(show, "viewer-0001", true, true).orThrow();
        sign(show, "viewer-0001", true, true).orThrow();
        as(Actor.ONAIR, () -> reminders.optOut("viewer-0001")).orThrow();
        assertThat(as(Actor.ONAIR, () -> reminders.consents("viewer-0001")))
                .extracting(Consent::given)
                .as("said twice, it stands once")
                .containsExactly(true, true, false, false);
        until(1, "20:00");
        assertThat(sender.of(show + ":DAY")).isEmpty();
        assertThat(as(PLANNER, () -> reminders.of(show)).signedUp()).isZero();
    }

    @Test
    void a_moved_show_is_told_of_at_its_new_time_and_a_cancelled_one_not_at_all() {
        String show = show(2, "20:00", false);
        sign(show, "viewer-0001", false, false).orThrow();
        as(PLANNER, () -> lifecycle.cancel(show, null, "취소")).orThrow();
        until(1, "20:00");
        assertThat(sender.of(show + ":DAY")).isEmpty();
        assertThat(push(show, PushKind.DAY).state()).isEqualTo(PushState.SKIPPED);
        assertThat(push(show, PushKind.DAY).whyKo()).contains("예정 방송");
    }

    @Test
    void a_message_is_taken_out_and_put_back_and_one_whose_time_is_over_is_not_sent() {
        String show = show(2, "20:00", false);
        sign(show, "viewer-0001", false, false).orThrow();
        done(() -> reminders.skip(show, PushKind.DAY));
        assertThat(refused(() -> reminders.skip(show, PushKind.DAY))).containsExactly("AS_IT_IS");
        done(() -> reminders.plan(show, PushKind.DAY));
        done(() -> reminders.skip(show, PushKind.HOUR));
        until(1, "20:00");
        assertThat(sender.of(show + ":DAY")).hasSize(1);
        assertThat(refused(() -> reminders.skip(show, PushKind.DAY))).containsExactly("SENT");
        until(1, "19:30");
        assertThat(sender.of(show + ":HOUR")).isEmpty();
        assertThat(refused(() -> reminders.plan(show, PushKind.HOUR))).containsExactly("LATE");
    }

    @Test
    void a_rehearsal_takes_no_message_away_and_keeps_nobody_from_signing_up() {
        String show = show(2, "20:00", false);
        sign(show, "viewer-0001", false, false).orThrow();
        until(1, "19:50");
        done(() -> lifecycle.rehearse(show, null, Duration.ofHours(1), null));
        sign(show, "viewer-0002", false, false).orThrow();
        until(0, "20:00");
        assertThat(sender.of(show + ":DAY")).hasSize(2);
        assertThat(push(show, PushKind.DAY).state()).isEqualTo(PushState.SENT);
    }

    @Test
    void nobody_signs_up_for_what_nobody_knows_of_and_numbers_go_out_for_a_reason_only() {
        String draft = stall.draft(cream);
        assertThat(sign(draft, "viewer-0001", false, false).why())
                .extracting(why -> why.code())
                .containsExactly("NOT_COMING");
        String show = show(2, "20:00", false);
        assertThat(sign(show, "<b>", false, false).why())
                .extracting(why -> why.code())
                .containsExactly("VIEWER");
        sign(show, "viewer-0001", false, false).orThrow();
        assertThat(refused(() -> reminders.export(show, "왜"))).containsExactly("REASON");
        assertThat(done(() -> reminders.export(show, "문자 발송 대행")).viewers()).containsExactly("viewer-0001");
    }

    @Test
    void while_the_sender_is_away_nothing_is_lost_and_nobody_gets_it_twice() {
        String show = show(2, "20:00", false);
        sign(show, "viewer-0001", false, false).orThrow();
        sender.breaks(true);
        until(1, "20:00");
        assertThat(push(show, PushKind.DAY).state()).isEqualTo(PushState.PLANNED);
        sender.breaks(false);
        clock.advance(Duration.ofMinutes(5));
        runner.runDue();
        assertThat(sender.of(show + ":DAY")).containsExactly("viewer-0001");
        assertThat(push(show, PushKind.DAY).state()).isEqualTo(PushState.SENT);
    }
}
