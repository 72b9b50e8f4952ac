package live.onair.storefront;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.cues.Cues;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.pins.Pins;
import live.onair.pins.Stall;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside the picture viewers are shown what was pressed, as soon as it was, and nothing of a rehearsal. */
@RoomTest
class PublishedWindowTest {

    @Inject
    Stall stall;

    @Inject
    Pins pins;

    @Inject
    Cards cards;

    @Inject
    Cues cues;

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    PublishWindowHandler handler;

    @Inject
    WorkRunner runner;

    @Inject
    FakeChannels backend;

    @Inject
    FakeClock clock;

    @Inject
    FilesInMemory files;

    private String cream = "";
    private String balm = "";

    @BeforeEach
    void twoProducts() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 1_000, 10);
        balm = stall.product(seller, "나 밤", 2_000, 10);
    }

    private JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(files.text(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String show) {
        return "storefront/v1/shows/" + show + "/window.json";
    }

    private JsonNode window(String show) {
        return json(file(show));
    }

    @Test
    void the_window_says_exactly_what_is_promised() {
        String show = stall.onAir(cream, balm);
        assertThat(files.text(file(show)))
                .isEqualTo(
                        "{\"pins\":[],\"notices\":[],\"faq\":[],\"coupons\":[],\"flash\":[],\"games\":[],\"gifts\":[],\"caption\":null}");
        done(() -> pins.pin(show, cream));
        clock.advance(Duration.ofSeconds(1));
        done(() -> pins.pin(show, balm));
        assertThat(as(PLANNER, () -> pins.published(show)).isUpToDate()).isFalse();
        runner.runDue();
        assertThat(as(PLANNER, () -> pins.published(show)).isUpToDate()).isTrue();
        JsonNode pinned = window(show).path("pins");
        assertThat(pinned).hasSize(2);
        assertThat(pinned.get(0).path("product").asText()).as("newest first").isEqualTo(balm);
        assertThat(pinned.get(0).path("since").asText()).endsWith("+09:00");
        assertThat(pinned.get(1).path("product").asText()).isEqualTo(cream);
        done(() -> pins.unpin(show, balm));
        runner.runDue();
        assertThat(window(show).path("pins")).hasSize(1);
    }

    @Test
    void notices_and_questions_are_there_while_they_are_shown() {
        String show = stall.approved(cream);
        runner.runDue();
        assertThat(window(show).path("notices")).as("already before it begins").isEmpty();
        String notice = done(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "무료 배송")))
                .id();
        String faq = done(() -> cards.add(new Cards.NewCard(CardKind.FAQ, null, cream, "써도 되나요?", "네.")))
                .id();
        runner.runDue();
        assertThat(window(show).path("notices")).isEmpty();
        done(() -> cards.show(show, notice));
        done(() -> cards.show(show, faq));
        runner.runDue();
        JsonNode shown = window(show);
        assertThat(shown.path("notices").get(0).path("text").asText()).isEqualTo("무료 배송");
        assertThat(shown.path("notices").get(0).path("since").asText()).endsWith("+09:00");
        assertThat(shown.path("faq").toString())
                .isEqualTo("[{\"id\":\"" + faq + "\",\"product\":\"" + cream
                        + "\",\"question\":\"써도 되나요?\",\"answer\":\"네.\"}]");
        done(() -> cards.change(faq, new Cards.CardWords(null, "써도 될까요?", "네.")));
        done(() -> cards.hide(show, notice));
        runner.runDue();
        assertThat(window(show).path("notices")).isEmpty();
        assertThat(window(show).path("faq").get(0).path("question").asText()).isEqualTo("써도 될까요?");
        done(() -> cards.remove(faq));
        runner.runDue();
        assertThat(window(show).path("faq")).isEmpty();
    }

    @Test
    void the_caption_of_the_item_that_goes_on_stands_over_the_picture_and_none_of_a_rehearsal() {
        String show = stall.draft(cream);
        done(() -> cues.arrange(
                show,
                new Cues.SheetWish(
                        null,
                        List.of(
                                new Cues.ItemWish(null, "오프닝", null, 60, null, "오늘의 특가", null, null, null),
                                new Cues.ItemWish(null, "마무리", null, 60, null, null, null, null, null)))));
        done(() -> lifecycle.submit(show, null, null));
        as(Stall.SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
        stall.pass(Duration.ofMinutes(121));
        runner.runDue();
        assertThat(window(show).path("caption").asText()).isEqualTo("오늘의 특가");
        UUID first = as(PLANNER, () -> cues.of(show)).now().orElseThrow().id();
        done(() -> cues.advance(show, first));
        runner.runDue();
        assertThat(window(show).path("caption").isNull())
                .as("the next one has none")
                .isTrue();
        done(() -> cues.back(
                show, as(PLANNER, () -> cues.of(show)).now().orElseThrow().id()));
        runner.runDue();
        assertThat(window(show).path("caption").asText()).isEqualTo("오늘의 특가");
        clock.advance(Duration.ofSeconds(20));
        done(() -> shows.transition(show, ShowState.ENDED, "끝", null, null));
        stall.pass(Duration.ofSeconds(40));
        runner.runDue();
        JsonNode captions = told(show).path("captions");
        assertThat(captions).as("the same in the replay, at its seconds").hasSize(1);
        assertThat(captions.get(0).path("text").asText()).isEqualTo("오늘의 특가");
        assertThat(captions.get(0).path("to").asDouble())
                .isGreaterThan(captions.get(0).path("from").asDouble() + 15);
    }

    private JsonNode told(String show) {
        return json("storefront/v1/shows/" + show + ".json");
    }

    @Test
    void a_show_that_is_not_public_has_no_window_and_a_rehearsal_reaches_nobody() {
        String draft = stall.draft(cream);
        handler.handle(new PublishWindow(draft));
        assertThat(files.files()).doesNotContainKey(file(draft));
        String show = stall.approved(cream);
        runner.runDue();
        assertThat(files.files()).containsKey(file(show));
        done(() -> lifecycle.rehearse(show, null, null, null));
        stall.work();
        done(() -> pins.pin(show, cream));
        runner.runDue();
        handler.handle(new PublishWindow(show));
        assertThat(window(show).path("pins")).isEmpty();
        done(() -> lifecycle.endRehearsal(show));
        runner.runDue();
        assertThat(window(show).path("pins")).isEmpty();
        done(() -> lifecycle.cancel(show, null, "품절"));
        runner.runDue();
        assertThat(files.files()).doesNotContainKey(file(show));
    }

    @Test
    void what_is_pressed_while_the_window_is_written_is_in_it_afterwards() {
        String show = stall.onAir(cream, balm);
        files.meanwhile(() -> done(() -> pins.pin(show, balm)));
        done(() -> pins.pin(show, cream));
        handler.handle(new PublishWindow(show));
        assertThat(window(show).path("pins")).hasSize(2);
    }

    @Test
    void the_replay_tells_each_pin_in_media_time() {
        String show = stall.onAir(cream, balm);
        Instant first = as(PLANNER, () -> shows.mediaClock(show))
                .map(known -> known.spans().get(0).start())
                .orElse(clock.instant());
        done(() -> pins.pin(show, cream));
        Instant pressed = clock.instant();
        stall.pass(Duration.ofMinutes(1));
        done(() -> pins.unpin(show, cream));
        stall.pass(Duration.ofMinutes(1));
        done(() -> pins.pin(show, balm));
        stall.pass(Duration.ofMinutes(65));
        assertThat(stall.state(show)).isEqualTo(ShowState.REPLAY);
        runner.runDue();
        JsonNode rows = json("storefront/v1/shows/" + show + ".json").path("pins");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("product").asText()).isEqualTo(cream);
        double from = rows.get(0).path("from").asDouble();
        double to = rows.get(0).path("to").asDouble();
        assertThat(to - from).as("from " + first + ", pressed " + pressed).isBetween(58.0, 62.0);
        double end = rows.get(1).path("to").asDouble();
        assertThat(end)
                .as("until the picture ends")
                .isEqualTo(as(PLANNER, () -> shows.mediaClock(show))
                                .orElseThrow()
                                .length()
                                .toMillis()
                        / 1000.0);
    }
}
