package live.onair.pins;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.SECOND;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.pins.PinRows.End;
import live.onair.pins.PinRows.Pin;
import live.onair.products.Products;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.StreamMarks;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class PinsTest {

    @Inject
    Stall stall;

    @Inject
    Pins pins;

    @Inject
    Products products;

    @Inject
    Lifecycle lifecycle;

    @Inject
    StreamMarks marks;

    @Inject
    FakeChannels channels;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private String cream = "";
    private String balm = "";
    private String toner = "";
    private String serum = "";

    @BeforeEach
    void fourProducts() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 1_000, 10);
        balm = stall.product(seller, "나 밤", 2_000, 10);
        toner = stall.product(seller, "다 토너", 3_000, null);
        serum = stall.product(seller, "라 세럼", 4_000, 10);
    }

    private Pin pinned(String show, String product) {
        return done(() -> pins.pin(show, product));
    }

    private List<String> names(String show) {
        return as(PLANNER, () -> pins.of(show)).stream().map(Pin::name).toList();
    }

    private String sentence(Outcome<?> outcome) {
        return outcome.why().get(0).sentence(Locale.KOREAN);
    }

    @Test
    void up_to_three_products_are_pinned_and_a_fourth_is_refused_naming_them() {
        String show = stall.onAir(cream, balm, toner, serum);
        assertThat(pinned(show, cream).price()).isEqualTo(Money.won(1_000));
        clock.advance(Duration.ofSeconds(1));
        pinned(show, balm);
        clock.advance(Duration.ofSeconds(1));
        assertThat(pinned(show, toner).stock()).as("nobody knows").isNull();
        assertThat(names(show)).containsExactly("다 토너", "나 밤", "가 크림");
        assertThat(refused(() -> pins.pin(show, serum))).containsExactly("FULL");
        assertThat(sentence(as(PLANNER, () -> pins.pin(show, serum)))).contains("다 토너", "나 밤", "가 크림");
        assertThat(names(show)).hasSize(3);
        Pin down = done(() -> pins.unpin(show, balm));
        assertThat(down.end()).isEqualTo(End.HAND);
        clock.advance(Duration.ofSeconds(1));
        pinned(show, serum);
        assertThat(names(show)).containsExactly("라 세럼", "다 토너", "가 크림");
    }

    @Test
    void what_is_pinned_is_told_as_it_is_and_what_is_not_cannot_be_taken_down() {
        String show = stall.onAir(cream, balm);
        Pin first = pinned(show, cream);
        clock.advance(Duration.ofSeconds(5));
        assertThat(as(SECOND, () -> pins.pin(show, cream)).orThrow()).isEqualTo(first);
        assertThat(refused(() -> pins.unpin(show, balm))).containsExactly("NOT_PINNED");
        assertThat(sentence(as(PLANNER, () -> pins.unpin(show, balm)))).contains("나 밤");
        assertThat(refused(() -> pins.unpin("SH-0", balm))).containsExactly("NO_SHOW");
    }

    @Test
    void only_what_can_be_bought_in_this_show_is_pinned() {
        String show = stall.onAir(cream, balm, toner);
        assertThat(refused(() -> pins.pin(show, serum))).containsExactly("NOT_IN_LINE_UP");
        assertThat(refused(() -> pins.pin("SH-0", serum))).containsExactly("NO_SHOW");
        stall.set(cream, 1_000, 0);
        assertThat(refused(() -> pins.pin(show, cream))).containsExactly("SOLD_OUT");
        done(() -> products.archive(balm));
        assertThat(refused(() -> pins.pin(show, balm))).containsExactly("ARCHIVED");
        assertThatThrownBy(() -> as(Stall.AUDITOR, () -> pins.pin(show, toner)))
                .isInstanceOf(NotAllowedException.class);
        pinned(show, toner);
    }

    @Test
    void products_are_pinned_while_the_show_runs_and_all_pins_end_with_it() {
        String show = stall.approved(cream, balm);
        assertThat(refused(() -> pins.pin(show, cream))).containsExactly("NOT_NOW");
        assertThat(sentence(as(PLANNER, () -> pins.pin(show, cream)))).contains("승인");
        stall.pass(Duration.ofMinutes(121));
        pinned(show, cream);
        pinned(show, balm);
        as(Actor.ONAIR, () -> lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")))
                .orThrow();
        stall.pass(Duration.ofMinutes(2));
        assertThat(stall.state(show)).isNotEqualTo(ShowState.ON_AIR);
        assertThat(names(show)).isEmpty();
        assertThat(as(PLANNER, () -> pins.timeline(show)))
                .hasSize(2)
                .allSatisfy(pin -> assertThat(pin.end()).isEqualTo(End.SHOW_OVER))
                .allSatisfy(pin -> assertThat(pin.unmark()).isNull());
        assertThat(refused(() -> pins.pin(show, cream))).containsExactly("NOT_NOW");
    }

    @Test
    void what_is_pinned_in_a_rehearsal_is_for_us_and_ends_with_it() {
        String show = stall.approved(cream);
        done(() -> lifecycle.rehearse(show, null, null, null));
        stall.work();
        assertThat(pinned(show, cream).rehearsal()).isTrue();
        assertThat(names(show)).containsExactly("가 크림");
        assertThat(as(Actor.ONAIR, () -> pins.shown(show))).isEmpty();
        done(() -> lifecycle.endRehearsal(show));
        assertThat(names(show)).isEmpty();
    }

    @Test
    void each_pin_and_its_end_is_marked_in_the_stream() {
        String show = stall.onAir(cream);
        Pin pin = pinned(show, cream);
        assertThat(pin.mark().state()).isEqualTo(StreamMarks.State.WAITING);
        stall.work();
        done(() -> pins.unpin(show, cream));
        stall.work();
        List<StreamMarks.Row> put = as(PLANNER, () -> marks.list(show));
        assertThat(put).extracting(StreamMarks.Row::kind).containsExactly("unpin", "pin");
        assertThat(put.get(1).payload())
                .isEqualTo("{\"product\":\"" + cream + "\",\"price\":{\"minor\":1000,\"currency\":\"KRW\"}}");
        Pin after = as(PLANNER, () -> pins.timeline(show)).get(0);
        assertThat(after.mark().state()).isEqualTo(StreamMarks.State.IN_STREAM);
        assertThat(after.since()).isEqualTo(after.mark().at());
        assertThat(after.unmark()).isNotNull();
        assertThat(after.until()).isEqualTo(after.unmark().at());
    }

    @Test
    void a_mark_that_is_refused_stands_in_words_on_the_pin_which_stays() {
        String show = stall.onAir(cream);
        sql.run("update scheduling.channel_health set state = 'STOPPED' where show_id = '" + show + "'");
        pinned(show, cream);
        stall.work();
        Pin pin = as(PLANNER, () -> pins.of(show)).get(0);
        assertThat(pin.mark().state()).isEqualTo(StreamMarks.State.FAILED);
        assertThat(pin.mark().ko()).isNotBlank();
        assertThat(pin.mark().en()).isNotBlank().isNotEqualTo(pin.mark().ko());
        assertThat(pin.since()).isEqualTo(pin.pinnedAt());
    }

    @Test
    void a_mark_that_the_backend_does_not_take_stands_in_words_on_the_pin_too() {
        String show = stall.onAir(cream);
        channels.failNext("mark", FakeChannels.Strike.BEFORE, CloudFault.DENIED);
        pinned(show, cream);
        stall.work();
        assertThat(as(PLANNER, () -> pins.of(show)).get(0).mark().ko()).isEqualTo(StreamMarks.Failure.DENIED.ko());
    }

    @Test
    void whoever_presses_at_the_same_time_there_are_never_more_than_three() throws Exception {
        String show = stall.onAir(cream, balm, toner, serum);
        List<String> all = List.of(cream, balm, toner, serum);
        for (int round = 0; round < 5; round++) {
            all.forEach(product -> as(PLANNER, () -> pins.unpin(show, product)));
            CyclicBarrier start = new CyclicBarrier(8);
            ExecutorService people = Executors.newFixedThreadPool(8);
            List<Future<Boolean>> presses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String product = all.get(i % 4);
                Callable<Boolean> press = () -> {
                    start.await();
                    return as(PLANNER, () -> pins.pin(show, product)).isDone();
                };
                presses.add(people.submit(press));
            }
            int worked = 0;
            for (Future<Boolean> press : presses) {
                worked += press.get() ? 1 : 0;
            }
            people.shutdown();
            assertThat(names(show)).hasSize(3).doesNotHaveDuplicates();
            assertThat(worked).as("three, each by both who pressed it").isEqualTo(6);
        }
    }
}
