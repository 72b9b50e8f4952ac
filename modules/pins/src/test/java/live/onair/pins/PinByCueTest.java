package live.onair.pins;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.PinRows.End;
import live.onair.pins.PinRows.Pin;
import live.onair.scheduling.Lifecycle;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cue sheet pins products and shows notices; what cannot be done stands on its item in words, and the sheet goes on. */
@RoomTest
class PinByCueTest {

    @Inject
    Stall stall;

    @Inject
    Pins pins;

    @Inject
    Cards cards;

    @Inject
    Cues cues;

    @Inject
    Lifecycle lifecycle;

    private String cream = "";
    private String balm = "";
    private String show = "";
    private String notice = "";

    @BeforeEach
    void aSheetThatPinsAndShows() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 1_000, 10);
        balm = stall.product(seller, "나 밤", 2_000, 0);
        show = stall.draft(cream, balm);
        notice = done(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "무료 배송입니다.")))
                .id();
        done(() -> cues.arrange(
                show,
                new Cues.SheetWish(
                        null,
                        List.of(
                                item(
                                        "소개",
                                        new CueRows.Act(CueKind.PIN, cream),
                                        new CueRows.Act(CueKind.NOTICE_ON, notice)),
                                item("품절", new CueRows.Act(CueKind.PIN, balm), new CueRows.Act(CueKind.PIN, cream)),
                                item(
                                        "마무리",
                                        new CueRows.Act(CueKind.UNPIN, cream),
                                        new CueRows.Act(CueKind.NOTICE_OFF, notice))))));
        done(() -> lifecycle.submit(show, null, null));
        as(Stall.SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
    }

    private static Cues.ItemWish item(String title, CueRows.Act... acts) {
        return new Cues.ItemWish(null, title, null, 60, null, null, null, null, List.of(acts));
    }

    /** The first item, unless it has begun by itself. */
    private void begin() {
        if (sheet().now().isEmpty()) {
            next(null);
        }
        stall.work();
    }

    private void next(@Nullable UUID from) {
        done(() -> cues.advance(show, from));
        stall.work();
    }

    private CueRows.Sheet sheet() {
        return as(PLANNER, () -> cues.of(show));
    }

    private UUID item(int place) {
        return sheet().items().get(place).id();
    }

    private CueRows.ActReport report(int place, int act) {
        return sheet().reports().stream()
                .filter(one -> one.item().equals(item(place)) && one.act() == act)
                .findFirst()
                .orElseThrow();
    }

    private List<Pin> pinned() {
        return as(PLANNER, () -> pins.of(show));
    }

    private List<String> shown() {
        return as(PLANNER, () -> cards.shown(show)).notices().stream()
                .map(Card::id)
                .toList();
    }

    @Test
    void what_an_item_says_is_done_when_it_begins_and_what_cannot_be_done_is_told_on_it() {
        stall.pass(Duration.ofMinutes(121));
        begin();
        assertThat(pinned()).extracting(Pin::product).containsExactly(cream);
        assertThat(pinned().get(0).cue()).isEqualTo(item(0).toString());
        assertThat(shown()).containsExactly(notice);
        assertThat(report(0, 0).done()).isTrue();
        next(item(0));
        assertThat(report(1, 0).done()).isFalse();
        assertThat(report(1, 0).ko()).contains("나 밤").contains("품절");
        assertThat(report(1, 0).en()).contains("sold out");
        assertThat(report(1, 1).done()).as("pinned already").isTrue();
        next(item(1));
        assertThat(pinned()).isEmpty();
        assertThat(shown()).isEmpty();
        assertThat(as(PLANNER, () -> pins.timeline(show)).get(0).end()).isEqualTo(End.CUE);
    }

    @Test
    void a_rehearsal_of_the_sheet_pins_for_us_and_leaves_notices_alone() {
        done(() -> lifecycle.rehearse(show, null, null, null));
        stall.work();
        begin();
        assertThat(pinned()).extracting(Pin::rehearsal).containsExactly(true);
        assertThat(as(PLANNER, () -> pins.shown(show))).isEmpty();
        assertThat(shown()).isEmpty();
        assertThat(report(0, 1).ko()).contains("리허설");
    }
}
