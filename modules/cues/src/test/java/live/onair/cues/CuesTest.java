package live.onair.cues;

import static live.onair.cues.Studio.AUDITOR;
import static live.onair.cues.Studio.MODERATOR;
import static live.onair.cues.Studio.SECOND;
import static live.onair.cues.Studio.as;
import static live.onair.cues.Studio.done;
import static live.onair.cues.Studio.item;
import static live.onair.cues.Studio.refused;
import static live.onair.cues.Studio.wishes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.cues.CueRows.Act;
import live.onair.cues.CueRows.Item;
import live.onair.cues.CueTimes.Standing;
import live.onair.cues.Cues.ItemWish;
import live.onair.cues.Cues.SheetWish;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.planning.Marks;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class CuesTest {

    private static final Act PIN = new Act(CueKind.PIN, "PR-000001");

    @Inject
    Studio studio;

    @Inject
    Watcher watcher;

    private static ItemWish with(ItemWish wish, String title, Integer seconds, String lines) {
        return new ItemWish(
                wish.id(),
                title,
                wish.host(),
                seconds,
                lines,
                wish.caption(),
                wish.note(),
                wish.chapter(),
                wish.acts());
    }

    @Test
    void a_sheet_is_kept_as_it_was_written_in_its_order() {
        String show = studio.draft();
        assertThat(studio.sheet(show).items()).isEmpty();
        CueRows.Sheet sheet =
                studio.arranged(show, item("오프닝", 60), item("크림 소개", 330, PIN, new Act(CueKind.SLATE_OFF, null)));
        assertThat(sheet.items()).extracting(Item::title).containsExactly("오프닝", "크림 소개");
        assertThat(sheet.items().get(1).acts()).containsExactly(PIN, new Act(CueKind.SLATE_OFF, null));
        assertThat(sheet.seconds()).isEqualTo(390);
        List<ItemWish> turned = wishes(sheet);
        Collections.reverse(turned);
        CueRows.Sheet after = done(() -> studio.cues.arrange(show, new SheetWish(sheet.version(), turned)));
        assertThat(after.items()).extracting(Item::title).containsExactly("크림 소개", "오프닝");
        assertThat(after.items()).containsExactlyInAnyOrderElementsOf(sheet.items());
        assertThat(refused(() -> studio.cues.arrange(show, new SheetWish(sheet.version(), turned))))
                .containsExactly("STALE");
        assertThat(refused(() -> studio.cues.arrange(show, new SheetWish(null, turned))))
                .containsExactly("AS_IT_IS");
    }

    @Test
    void what_is_wrong_with_a_sheet_is_said_all_at_once_and_nothing_is_kept() {
        String show = studio.draft();
        List<ItemWish> wrong = List.of(
                item(" ", 60),
                item("가".repeat(61), 60),
                item("짧음", 4),
                item("숨은\u202E글", 60),
                new ItemWish(null, "두 줄\n이름", null, 60, "한 줄\n두 줄", null, null, null, null),
                new ItemWish(UUID.randomUUID(), "남의 것", null, 60, null, null, null, null, null),
                item("대상 없음", 60, new Act(CueKind.PIN, " ")),
                item("액션 많음", 60, PIN, PIN, PIN, PIN, PIN, PIN));
        assertThat(refused(() -> studio.cues.arrange(show, new SheetWish(null, wrong))))
                .containsExactlyInAnyOrder(
                        "TITLE",
                        "TEXT_LONG",
                        "LENGTH",
                        "TEXT_HIDDEN",
                        "TEXT_HIDDEN",
                        "NO_SUCH_ITEM",
                        "TARGET",
                        "TOO_MANY_ACTS");
        assertThat(refused(() -> studio.cues.arrange(show, new SheetWish(null, null))))
                .containsExactly("NO_ITEMS");
        assertThat(refused(() ->
                        studio.cues.arrange(show, new SheetWish(null, Collections.nCopies(201, item("하나", 60))))))
                .containsExactly("TOO_MANY");
        assertThat(refused(() -> studio.cues.arrange("SH-0", new SheetWish(null, List.of()))))
                .containsExactly("NO_SUCH_SHOW");
        assertThat(studio.sheet(show).items()).isEmpty();
    }

    @Test
    void words_and_acts_of_an_approved_show_go_back_to_review_and_its_lengths_do_not() {
        String show = studio.draft();
        CueRows.Sheet sheet = studio.arranged(show, item("오프닝", 60), item("마무리", 60));
        studio.approved(show);
        List<ItemWish> longer = wishes(sheet);
        longer.set(0, with(longer.get(0), "오프닝", 90, "멘트"));
        Collections.reverse(longer);
        done(() -> studio.cues.arrange(show, new SheetWish(null, longer)));
        assertThat(studio.state(show)).isEqualTo(ShowState.APPROVED);
        longer.set(1, with(longer.get(1), "오프닝", 90, "다른 말"));
        done(() -> studio.cues.arrange(show, new SheetWish(null, longer)));
        assertThat(studio.state(show)).isEqualTo(ShowState.IN_REVIEW);
    }

    @Test
    void on_air_the_opening_begins_by_itself_and_each_press_goes_on_once() {
        String show = studio.onAir(PIN);
        CueRows.Sheet began = studio.sheet(show);
        UUID opening = studio.now(show);
        assertThat(began.stage()).isEqualTo(CueRows.Stage.AIR);
        assertThat(began.now()).map(Item::title).contains("오프닝");
        assertThat(began.next()).map(Item::title).contains("크림 소개");
        watcher.due.clear();
        studio.next(show);
        assertThat(studio.sheet(show).now()).map(Item::title).contains("크림 소개");
        assertThat(watcher.due)
                .extracting(CueEvent.Due::kindOfAct, CueEvent.Due::target, CueEvent.Due::stage)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CueKind.PIN, "PR-000001", CueRows.Stage.AIR));
        assertThat(refused(() -> studio.cues.advance(show, opening))).containsExactly("MOVED_ON");
        studio.next(show);
        studio.next(show);
        assertThat(studio.sheet(show).now()).isEmpty();
        assertThat(refused(() -> studio.cues.advance(show, null))).containsExactly("ALL_DONE");
    }

    @Test
    void of_many_who_press_at_once_one_goes_on() throws Exception {
        String show = studio.onAir();
        UUID opening = studio.now(show);
        ExecutorService people = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Outcome<CueRows.Sheet>>> presses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            presses.add(people.submit(() -> {
                go.await();
                return as(MODERATOR, () -> studio.cues.advance(show, opening));
            }));
        }
        go.countDown();
        int worked = 0;
        for (Future<Outcome<CueRows.Sheet>> press : presses) {
            worked += press.get().isDone() ? 1 : 0;
        }
        people.shutdown();
        assertThat(worked).isEqualTo(1);
        assertThat(studio.sheet(show).now()).map(Item::title).contains("크림 소개");
    }

    @Test
    void back_goes_to_the_item_before_and_skipping_leaves_one_out() {
        String show = studio.onAir();
        UUID opening = studio.now(show);
        List<Item> items = studio.sheet(show).items();
        assertThat(refused(() -> studio.cues.back(show, opening))).containsExactly("NOTHING_BEFORE");
        studio.next(show);
        UUID cream = studio.now(show);
        done(() -> studio.cues.back(show, cream));
        assertThat(studio.now(show)).isEqualTo(opening);
        assertThat(studio.sheet(show).step(cream)).isEmpty();
        done(() -> studio.cues.skip(show, cream, true));
        assertThat(studio.sheet(show).next()).map(Item::title).contains("마무리");
        assertThat(refused(() -> studio.cues.skip(show, cream, true))).containsExactly("AS_IT_IS");
        assertThat(refused(() -> studio.cues.skip(show, opening, true))).containsExactly("BEGUN");
        done(() -> studio.cues.skip(show, cream, false));
        assertThat(studio.sheet(show).next()).contains(items.get(1));
    }

    @Test
    void on_air_what_has_begun_stays_and_what_comes_may_change() {
        String show = studio.onAir();
        studio.next(show);
        CueRows.Sheet sheet = studio.sheet(show);
        List<ItemWish> wanted = wishes(sheet);
        wanted.set(0, with(wanted.get(0), "다른 오프닝", 60, "멘트"));
        assertThat(refused(() -> studio.cues.arrange(show, new SheetWish(null, wanted))))
                .containsExactly("BEGUN");
        assertThat(refused(() -> studio.cues.arrange(show, new SheetWish(null, List.of()))))
                .containsExactly("BEGUN", "BEGUN");
        List<ItemWish> more = wishes(sheet);
        more.add(2, item("질문 답하기", 90));
        done(() -> studio.cues.arrange(show, new SheetWish(sheet.version(), more)));
        assertThat(studio.sheet(show).next()).map(Item::title).contains("질문 답하기");
        assertThat(studio.state(show)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void what_runs_late_moves_the_rest() {
        String show = studio.onAir();
        Instant began = studio.sheet(show).startedAt();
        studio.clock.set(began.plusSeconds(80));
        CueTimes late = CueTimes.of(studio.sheet(show), studio.clock.instant());
        assertThat(late.lines())
                .extracting(CueTimes.Line::standing)
                .containsExactly(Standing.NOW, Standing.NEXT, Standing.LATER);
        assertThat(late.lines().get(0).left()).isEqualTo(Duration.ofSeconds(-20));
        assertThat(late.late()).isEqualTo(Duration.ofSeconds(20));
        assertThat(late.end()).isEqualTo(Duration.ofSeconds(260));
        studio.next(show);
        studio.clock.set(began.plusSeconds(100));
        CueTimes after = CueTimes.of(studio.sheet(show), studio.clock.instant());
        assertThat(after.lines().get(1).late()).isEqualTo(Duration.ofSeconds(20));
        assertThat(after.lines().get(1).left()).isEqualTo(Duration.ofSeconds(100));
        assertThat(after.lines().get(2).expected()).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void the_slate_is_switched_by_its_item_and_what_is_refused_stands_on_it_while_the_sheet_goes_on() {
        String show = studio.onAir(new Act(CueKind.SLATE_ON, null), new Act(CueKind.SLATE_OFF, null));
        studio.next(show);
        CueRows.Sheet sheet = studio.sheet(show);
        UUID cream = studio.now(show);
        assertThat(sheet.report(cream, 0)).map(CueRows.ActReport::done).contains(true);
        assertThat(sheet.report(cream, 1)).map(CueRows.ActReport::done).contains(true);
        as(live.onair.kernel.Actor.ONAIR, () -> {
            studio.cues.report(
                    new CueEvent.Due(show, cream, "크림 소개", 1, CueKind.SLATE_OFF, null, CueRows.Stage.AIR),
                    false,
                    "품절입니다",
                    "Sold out");
            return show;
        });
        assertThat(studio.sheet(show).report(cream, 1))
                .map(CueRows.ActReport::ko)
                .contains("품절입니다");
        studio.next(show);
        assertThat(studio.sheet(show).now()).map(Item::title).contains("마무리");
    }

    @Test
    void a_rehearsal_goes_through_the_same_sheet_and_leaves_nothing_for_the_show() {
        String show = studio.draft();
        studio.arranged(show, item("오프닝", 60), item("슬레이트", 60, new Act(CueKind.SLATE_ON, null)));
        studio.approved(show);
        done(() -> studio.lifecycle.rehearse(show, null, null, null));
        assertThat(studio.sheet(show).stage()).isEqualTo(CueRows.Stage.REHEARSAL);
        studio.next(show);
        UUID slate = studio.now(show);
        assertThat(studio.sheet(show).report(slate, 0))
                .map(CueRows.ActReport::ko)
                .hasValueSatisfying(ko -> assertThat(ko).contains("리허설"));
        assertThat(studio.shows.find(show).orElseThrow().airtime().slateOn()).isFalse();
        done(() -> studio.lifecycle.endRehearsal(show));
        assertThat(refused(() -> studio.cues.advance(show, slate))).containsExactly("NOT_RUNNING");
        studio.pass(Duration.ofMinutes(181));
        CueRows.Sheet air = studio.sheet(show);
        assertThat(air.stage()).isEqualTo(CueRows.Stage.AIR);
        assertThat(air.now()).map(Item::title).contains("오프닝");
        assertThat(air.reports()).isEmpty();
    }

    @Test
    void items_become_chapters_of_the_replay() {
        String show = studio.onAir();
        studio.pass(Duration.ofSeconds(60));
        studio.next(show);
        studio.pass(Duration.ofSeconds(5));
        studio.next(show);
        studio.pass(Duration.ofSeconds(15));
        assertThat(studio.marks.list(show))
                .as("one that was passed in five seconds is none, and does not hide the one that runs")
                .extracting(Marks.Row::title)
                .containsExactly("오프닝", studio.sheet(show).now().orElseThrow().title());
    }

    @Test
    void a_sheet_is_copied_into_an_empty_one() {
        String from = studio.draft();
        String to = studio.draft();
        assertThat(refused(() -> studio.cues.copy(to, from))).containsExactly("NOTHING_TO_COPY");
        studio.arranged(from, item("오프닝", 60, PIN));
        CueRows.Sheet copy = done(() -> studio.cues.copy(to, from));
        assertThat(copy.items()).extracting(Item::title).containsExactly("오프닝");
        assertThat(copy.items().get(0).id())
                .isNotEqualTo(studio.sheet(from).items().get(0).id());
        assertThat(refused(() -> studio.cues.copy(to, from))).containsExactly("NOT_EMPTY");
        assertThat(refused(() -> studio.cues.copy(to, "SH-0"))).containsExactly("NO_SUCH_SHOW");
    }

    @Test
    void a_sheet_of_a_show_that_is_over_stays_and_only_who_may_goes_on() {
        String show = studio.onAir();
        assertThatThrownBy(() -> as(AUDITOR, () -> studio.cues.advance(show, null)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(MODERATOR, () -> studio.cues.arrange(show, new SheetWish(null, List.of()))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(as(AUDITOR, () -> studio.cues.of(show)).items()).hasSize(3);
        studio.pass(Duration.ofMinutes(70));
        assertThat(studio.state(show).isOver()).isTrue();
        assertThat(studio.sheet(show).now()).isEmpty();
        assertThat(refused(() -> studio.cues.arrange(show, new SheetWish(null, List.of(item("새것", 60))))))
                .containsExactly("SHOW_OVER");
        assertThat(as(SECOND, () -> studio.sheet(show)).steps()).hasSize(1);
    }
}
