package live.onair.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class TemplatesTest {

    @Inject
    Stage stage;

    private Templates.Row saved(String name, String show) {
        return Stage.as(Stage.PLANNER, () -> stage.templates.save(new Templates.Save(name, show, null, null)))
                .orThrow();
    }

    private Outcome<ShowRows.Show> use(String id, Instant start, String title, String channel) {
        return Stage.as(Stage.SECOND, () -> stage.templates.use(new Templates.Use(id, start, title, channel)));
    }

    @Test
    void a_template_of_a_show_makes_the_same_show_at_another_time() {
        String host = stage.host("진행");
        String channel = stage.channel();
        String id = stage.draft("월요 특가", channel, stage.in(Duration.ofHours(2)), List.of(host));
        Templates.Row template = saved("월요 특가 틀", id);
        Instant start = stage.in(Duration.ofDays(3));
        ShowRows.Show made = use(template.id(), start, null, null).orThrow();
        ShowRows.Show model = stage.show(id);
        assertThat(made.state()).isEqualTo(ShowState.DRAFT);
        assertThat(made.startsAt()).isEqualTo(start);
        assertThat(made.endsAt()).isEqualTo(start.plus(Duration.ofHours(1)));
        assertThat(made)
                .usingRecursiveComparison()
                .ignoringFields("id", "startsAt", "endsAt", "review")
                .isEqualTo(model);
    }

    @Test
    void a_template_of_fields_is_used_with_another_title_and_channel() {
        Shows.Schedule plan = new Shows.Schedule(
                "기본", null, stage.channel(), null, null, null, null, null, null, null, null, null, null);
        Templates.Row template = Stage.as(
                        Stage.PLANNER,
                        () -> stage.templates.save(new Templates.Save("반 시간", null, plan, Duration.ofMinutes(30))))
                .orThrow();
        String other = stage.channel();
        ShowRows.Show made = use(template.id(), stage.in(Duration.ofHours(5)), "다른 제목", other)
                .orThrow();
        assertThat(made.title()).isEqualTo("다른 제목");
        assertThat(made.channel().id()).isEqualTo(other);
        assertThat(Duration.between(made.startsAt(), made.endsAt())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_taken_place_and_a_missing_start_are_refused_in_schedulings_words() {
        String channel = stage.channel();
        Instant start = stage.in(Duration.ofHours(2));
        Templates.Row template = saved("겹침", stage.draft(channel, start));
        assertThat(use(template.id(), start, null, null).why())
                .extracting(Reason::code)
                .containsExactly("TAKEN");
        assertThat(use(template.id(), null, null, null).why())
                .extracting(Reason::code)
                .containsExactly("FIELD_MISSING");
        assertThat(use("TP-0", start, null, null).why())
                .extracting(Reason::code)
                .containsExactly("NO_SUCH_TEMPLATE");
    }

    @Test
    void a_template_is_changed_put_away_and_taken_out_again() {
        Templates.Row template = saved("바꿀 틀", stage.draft(stage.channel(), stage.in(Duration.ofHours(2))));
        Templates.Row changed = Stage.as(
                        Stage.SECOND,
                        () -> stage.templates.change(new Templates.Change(
                                template.id(), template.version(), "바뀐 틀", null, Duration.ofHours(2))))
                .orThrow();
        assertThat(changed.name()).isEqualTo("바뀐 틀");
        assertThat(changed.length()).isEqualTo(Duration.ofHours(2));
        assertThat(changed.plan()).isEqualTo(template.plan());
        assertThat(Stage.as(
                                Stage.PLANNER,
                                () -> stage.templates.change(
                                        new Templates.Change(template.id(), template.version(), "늦음", null, null)))
                        .why())
                .extracting(Reason::code)
                .containsExactly("STALE");
        Stage.as(Stage.PLANNER, () -> stage.templates.archive(template.id())).orThrow();
        assertThat(stage.templates.list()).extracting(Templates.Row::id).doesNotContain(template.id());
        assertThat(use(template.id(), stage.in(Duration.ofHours(9)), null, null).isDone())
                .isFalse();
        Stage.as(Stage.PLANNER, () -> stage.templates.restore(template.id())).orThrow();
        assertThat(stage.templates.list()).extracting(Templates.Row::id).contains(template.id());
    }

    @Test
    void names_lengths_and_roles_are_checked() {
        String show = stage.draft(stage.channel(), stage.in(Duration.ofHours(2)));
        saved("하나뿐", show);
        assertThat(Stage.as(
                                Stage.PLANNER,
                                () -> stage.templates.save(
                                        new Templates.Save("하나뿐", show, null, Duration.ofSeconds(5))))
                        .why())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder("TEMPLATE_NAME_TAKEN", "LENGTH_RANGE");
        assertThat(Stage.as(Stage.PLANNER, () -> stage.templates.save(new Templates.Save(" ", show, null, null)))
                        .why())
                .extracting(Reason::code)
                .containsExactly("TEXT_LENGTH");
        assertThat(Stage.as(Stage.PLANNER, () -> stage.templates.save(new Templates.Save("x", null, null, null)))
                        .why())
                .extracting(Reason::code)
                .containsExactly("TEMPLATE_EMPTY");
        assertThatThrownBy(() ->
                        Stage.as(Stage.OPS, () -> stage.templates.save(new Templates.Save("x", show, null, null))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(Stage.as(Stage.MODERATOR, stage.templates::list)).isNotEmpty();
    }
}
