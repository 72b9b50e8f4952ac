package live.onair.analytics;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.analytics.AnalyticsRows.Counts;
import live.onair.analytics.AnalyticsRows.EventKind;
import live.onair.analytics.AnalyticsRows.Numbers;
import live.onair.analytics.AnalyticsRows.ShowNumbers;
import live.onair.analytics.AnalyticsRows.Told;
import live.onair.analytics.PullEventsHandler.PullEvents;
import live.onair.analytics.spi.FakeViewerEvents;
import live.onair.analytics.spi.ViewerEvents.Kind;
import live.onair.analytics.spi.ViewerEvents.Seen;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.orders.Orders;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.pins.Stall;
import live.onair.sheets.Sheets;
import live.onair.sql.PullMarks;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.Next;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products' events count once each, however often they are told or read, and are lost by no death of a process. */
@RoomTest
class AnalyticsTest {

    @Inject
    Stall stall;

    @Inject
    Analytics analytics;

    @Inject
    Orders orders;

    @Inject
    FakeViewerEvents events;

    @Inject
    PullEventsHandler pull;

    @Inject
    PullEventsHandler.Pulling pulling;

    @Inject
    FoldEventsHandler.Folding folding;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private String cream = "";
    private String show = "";

    @BeforeEach
    void aShow() {
        events.lose();
        events.away(false);
        sql.run("delete from analytics.pull");
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 10);
        show = stall.onAir(cream);
    }

    private Seen seen(Kind kind, String viewer) {
        return new Seen(UUID.randomUUID(), kind, show, cream, viewer, clock.instant());
    }

    private Numbers numbers() {
        return as(AUDITOR, () -> analytics.of(show)).products().get(0).numbers();
    }

    private Next pulled() {
        return as(Actor.ONAIR, () -> pull.handle(PullEvents.VIEWERS));
    }

    @Test
    void each_event_counts_once_and_rates_follow() {
        Seen twice = seen(Kind.IMPRESSION, "viewer-0001");
        events.tell(twice);
        events.tell(twice);
        events.tell(seen(Kind.IMPRESSION, "viewer-0001"));
        events.tell(seen(Kind.IMPRESSION, "viewer-0002"));
        events.tell(seen(Kind.IMPRESSION, "viewer-0003"));
        events.tell(seen(Kind.CLICK, "viewer-0001"));
        events.tell(seen(Kind.CART, "viewer-0001"));
        assertThat(pulled()).isEqualTo(Next.after(PullEventsHandler.PAUSE));
        assertThat(numbers()).isEqualTo(Numbers.of(3, new Counts(4, 1, 1, 0, Money.won(0))));
        assertThat(numbers().clickRate()).isEqualTo(25.0);
        assertThat(numbers().conversion()).isZero();
        assertThat(as(AUDITOR, () -> analytics.of(show)).asOf()).isEqualTo(clock.instant());
    }

    @Test
    void an_order_counts_when_it_is_ordered_once_for_each_product() {
        UUID hold = UUID.randomUUID();
        as(
                        Actor.VIEWER,
                        () -> orders.hold(
                                new HoldWish(hold, show, "viewer-0001", List.of(new Wish(cream, null, 3)), null)))
                .orThrow();
        assertThat(numbers().orders()).as("held is not ordered").isZero();
        as(Actor.VIEWER, () -> orders.buy(hold, "viewer-0001")).orThrow();
        as(Actor.VIEWER, () -> orders.buy(hold, "viewer-0001")).orThrow();
        assertThat(numbers().orders()).isEqualTo(1);
        assertThat(numbers().conversion()).as("nobody clicked").isNull();
        assertThat(numbers().revenue()).isEqualTo(Money.won(30_000));
        ShowNumbers all = as(AUDITOR, () -> analytics.of(show));
        assertThat(all.all().revenue()).isEqualTo(Money.won(30_000));
        assertThat(all.overTime())
                .hasSize(1)
                .allSatisfy(span -> assertThat(span.counts()).isEqualTo(new Counts(0, 0, 0, 1, Money.won(30_000))));
    }

    @Test
    void a_process_that_dies_after_the_commit_or_before_it_neither_loses_nor_doubles() {
        for (int i = 0; i < 7; i++) {
            events.tell(seen(Kind.CLICK, "viewer-000" + i));
        }
        // died before the commit: nothing was written
        assertThat(pulling.at("viewers")).isNull();
        // two consoles read the same page, or one that died between commit and its next run
        as(Actor.ONAIR, () -> pulling.took("viewers", events.read(0, 3)));
        as(Actor.ONAIR, () -> pulling.took("viewers", events.read(0, 3)));
        assertThat(numbers().clicks()).isEqualTo(3);
        assertThat(pulling.at("viewers").next()).isEqualTo(3);
        pulled();
        // an old page comes late: the offset stays
        as(Actor.ONAIR, () -> pulling.took("viewers", events.read(0, 3)));
        assertThat(pulling.at("viewers").next()).isEqualTo(7);
        assertThat(numbers().clicks()).isEqualTo(7);
    }

    @Test
    void a_list_that_was_begun_anew_is_read_from_its_beginning() {
        events.tell(seen(Kind.CLICK, "viewer-0001"));
        events.tell(seen(Kind.CLICK, "viewer-0002"));
        sql.run("insert into analytics.pull values ('viewers', 'another', 90, 0, now(), now())");
        pulled();
        assertThat(numbers().clicks()).isEqualTo(2);
        assertThat(pulling.at("viewers").next()).isEqualTo(2);
    }

    @Test
    void what_was_read_is_forgotten_an_hour_later_and_not_before() {
        events.tell(seen(Kind.CLICK, "viewer-0001"));
        pulled();
        clock.advance(PullMarks.KEPT);
        pulled();
        assertThat(events.forgotten()).as("the mark is set now").isZero();
        clock.advance(PullMarks.KEPT);
        pulled();
        assertThat(events.forgotten()).isEqualTo(1);
    }

    @Test
    void while_nobody_answers_it_waits_and_what_came_meanwhile_counts_later() {
        events.tell(seen(Kind.CLICK, "viewer-0001"));
        events.away(true);
        assertThat(pulled()).isEqualTo(Next.after(PullEventsHandler.AWAY));
        events.away(false);
        pulled();
        assertThat(numbers().clicks()).isEqualTo(1);
    }

    @Test
    void what_the_show_does_not_have_counts_nowhere_and_only_onair_tells() {
        Told strange =
                new Told(UUID.randomUUID(), EventKind.CLICK, show, "PR-999999", "viewer-0001", null, clock.instant());
        Told nowhere =
                new Told(UUID.randomUUID(), EventKind.CLICK, "SH-NONE", cream, "viewer-0001", null, clock.instant());
        assertThat(as(Actor.ONAIR, () -> analytics.take(List.of(strange, nowhere))))
                .isZero();
        assertThat(as(AUDITOR, () -> analytics.of(show)).all().any()).isFalse();
        assertThatThrownBy(() -> as(AUDITOR, () -> analytics.take(List.of(strange))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void old_events_become_sums_and_the_numbers_stay() {
        events.tell(seen(Kind.IMPRESSION, "viewer-0001"));
        events.tell(seen(Kind.IMPRESSION, "viewer-0002"));
        events.tell(seen(Kind.CLICK, "viewer-0002"));
        Told bought = new Told(
                UUID.randomUUID(), EventKind.ORDER, show, cream, "viewer-0002", Money.won(7_000), clock.instant());
        assertThat(as(Actor.ONAIR, () -> analytics.take(List.of(bought)))).isEqualTo(1);
        pulled();
        ShowNumbers before = as(AUDITOR, () -> analytics.of(show));
        folding.old();
        assertThat(events()).as("too young").isEqualTo(4);
        clock.advance(FoldEventsHandler.KEPT.plus(Duration.ofDays(1)));
        assertThat(folding.old()).isGreaterThanOrEqualTo(4);
        assertThat(events()).isZero();
        ShowNumbers after = as(AUDITOR, () -> analytics.of(show));
        assertThat(after.products()).isEqualTo(before.products());
        assertThat(after.all()).isEqualTo(before.all());
        assertThat(after.overTime()).isEqualTo(before.overTime());
    }

    private long events() {
        return Long.parseLong(sql.column("select count(*) from analytics.product_event where show_id = '" + show + "'")
                .get(0));
    }

    @Test
    void an_evening_is_told_in_at_most_sixty_spans_without_a_gap() {
        Instant first = Instant.parse("2026-11-27T11:00:10Z");
        List<NumberSpans.Minute> hour = List.of(
                new NumberSpans.Minute(first, EventKind.CLICK, 2, 0),
                new NumberSpans.Minute(first.plus(Duration.ofMinutes(59)), EventKind.ORDER, 1, 900));
        assertThat(NumberSpans.width(hour)).isEqualTo(1);
        assertThat(NumberSpans.spans(hour, 1, "KRW")).hasSize(60);
        List<NumberSpans.Minute> evening =
                List.of(hour.get(0), new NumberSpans.Minute(first.plus(Duration.ofHours(4)), EventKind.ORDER, 1, 900));
        assertThat(NumberSpans.width(evening)).isEqualTo(5);
        List<AnalyticsRows.Span> spans = NumberSpans.spans(evening, 5, "KRW");
        assertThat(spans).hasSize(49);
        assertThat(spans.get(0).from()).isEqualTo("2026-11-27T11:00:00Z");
        assertThat(spans.get(48).counts()).isEqualTo(new Counts(0, 0, 0, 1, Money.won(900)));
        List<NumberSpans.Minute> year =
                List.of(hour.get(0), new NumberSpans.Minute(first.plus(Duration.ofDays(365)), EventKind.CLICK, 1, 0));
        assertThat(NumberSpans.spans(year, NumberSpans.width(year), "KRW")).hasSizeLessThanOrEqualTo(60);
        assertThat(NumberSpans.spans(List.of(), 1, "KRW")).isEmpty();
    }

    @Test
    void the_table_has_a_line_for_each_product() {
        events.tell(seen(Kind.IMPRESSION, "viewer-0001"));
        events.tell(seen(Kind.CLICK, "viewer-0001"));
        pulled();
        String csv = new String(Sheets.csv(as(AUDITOR, () -> analytics.export(show))), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains(
                        "product,name,impressions,viewers,clicks,click_rate_percent,carts,orders,conversion_percent,revenue,currency")
                .contains(cream + ",가 크림,1,1,1,100.0,0,0,0.0,0,KRW");
    }

    @Test
    void a_name_that_a_spreadsheet_would_compute_is_text_in_the_table() {
        sql.run("update products.product set name = '=1+1 크림' where id = '" + cream + "'");
        String csv = new String(Sheets.csv(as(AUDITOR, () -> analytics.export(show))), StandardCharsets.UTF_8);
        assertThat(csv).contains(cream + ",'=1+1 크림,");
    }

    @Test
    void no_row_tells_a_viewers_number() {
        events.tell(seen(Kind.CLICK, "viewer-0001"));
        pulled();
        assertThat(sql.column("select viewer from analytics.product_event"))
                .allSatisfy(
                        viewer -> assertThat(String.valueOf(viewer)).hasSize(32).doesNotContain("viewer-0001"));
    }
}
