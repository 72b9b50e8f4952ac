package live.onair.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class ImportsTest {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ImportMoments.SEOUL);

    @Inject
    Stage stage;

    @Inject
    Imports imports;

    private static Imports.Upload pasted(String text) {
        return new Imports.Upload(null, null, text, null);
    }

    private Imports.Look look(String text) {
        return Stage.as(Stage.PLANNER, () -> imports.look(pasted(text))).orThrow();
    }

    private Outcome<Imports.Row> apply(String text) {
        return Stage.as(Stage.PLANNER, () -> imports.apply(pasted(text)));
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    private String at(long hours) {
        return TIME.format(stage.in(Duration.ofHours(hours)));
    }

    /** A day on two channels: three shows each, an hour long, two hours apart; a title comes twice. */
    private String day(String one, String two, long from) {
        StringBuilder table = new StringBuilder("제목,채널,시작,길이\n");
        for (String channel : List.of(one, two)) {
            for (int i = 0; i < 3; i++) {
                table.append(i == 1 ? "다른 방송" : "같은 방송")
                        .append(',')
                        .append(channel)
                        .append(',')
                        .append(at(from + 2L * i))
                        .append(",60\n");
            }
        }
        return table.toString();
    }

    @Test
    void a_look_changes_nothing_an_import_makes_drafts_and_the_same_file_again_changes_nothing() {
        String day = day(stage.channel(), stage.channel(), 5);
        assertThat(look(day).counts()).isEqualTo(new Imports.Counts(6, 0, 0, 0));
        assertThat(look(day).lines()).allSatisfy(l -> assertThat(l.verdict()).isEqualTo(Imports.Verdict.ADDED));
        Imports.Row row = apply(day).orThrow();
        assertThat(row.counts()).isEqualTo(new Imports.Counts(6, 0, 0, 0));
        Imports.Look again = look(day);
        assertThat(again.counts()).isEqualTo(new Imports.Counts(0, 0, 6, 0));
        assertThat(again.lines())
                .allSatisfy(l -> assertThat(stage.show(l.show()).state()).isEqualTo(ShowState.DRAFT));
        assertThat(codes(apply(day).why())).containsExactly("NOTHING_NEW");
    }

    @Test
    void a_day_shifted_over_itself_moves_each_show_and_nothing_else() {
        String one = stage.channel();
        String two = stage.channel();
        apply(day(one, two, 30)).orThrow();
        List<String> before =
                look(day(one, two, 30)).lines().stream().map(Imports.Line::show).toList();
        Imports.Look moved = look(day(one, two, 31));
        assertThat(moved.counts()).isEqualTo(new Imports.Counts(0, 6, 0, 0));
        assertThat(moved.lines()).extracting(Imports.Line::show).containsExactlyElementsOf(before);
        assertThat(moved.lines())
                .allSatisfy(l -> assertThat(l.differences())
                        .extracting(ShowRows.Difference::field)
                        .containsExactlyInAnyOrder("start", "end"));
        apply(day(one, two, 31)).orThrow();
        assertThat(look(day(one, two, 31)).counts()).isEqualTo(new Imports.Counts(0, 0, 6, 0));
    }

    @Test
    void the_same_titles_a_day_later_are_new_shows() {
        String one = stage.channel();
        String two = stage.channel();
        apply(day(one, two, 60)).orThrow();
        assertThat(look(day(one, two, 84)).counts()).isEqualTo(new Imports.Counts(6, 0, 0, 0));
    }

    @Test
    void every_wrong_line_is_named_with_all_that_is_wrong_and_nothing_of_the_file_is_taken() {
        String channel = stage.channel();
        String taken = stage.draft("잡은 방송", channel, stage.in(Duration.ofHours(100)), List.of());
        String table = "제목,채널,시작,끝\n"
                + "좋은 줄," + channel + "," + at(110) + "," + at(111) + "\n"
                + "," + "없는 채널" + ",내일쯤," + at(111) + "\n"
                + "겹치는 줄," + channel + "," + at(100) + "," + at(101) + "\n"
                + "거꾸로," + channel + "," + TIME.format(stage.in(Duration.ofHours(113))) + ","
                + TIME.format(stage.in(Duration.ofHours(112))) + "\n";
        Imports.Look look = look(table);
        assertThat(look.counts()).isEqualTo(new Imports.Counts(1, 0, 0, 3));
        assertThat(codes(look.lines().get(1).reasons()))
                .containsExactly("CELL_MISSING", "NAME_UNKNOWN", "MOMENT_UNREADABLE");
        assertThat(codes(look.lines().get(2).reasons())).containsExactly("TAKEN");
        assertThat(look.lines().get(2).reasons().get(0).facts()).containsEntry("holder", taken);
        assertThat(codes(look.lines().get(3).reasons())).containsExactly("WINDOW_REVERSED");
        assertThat(codes(apply(table).why())).containsExactly("LINES_WRONG");
        assertThat(stage.sql.one("select count(*) from scheduling.show where channel_id = '" + channel + "'"))
                .isEqualTo("1");

        Sheet errors = Stage.as(Stage.PLANNER, () -> imports.errors(pasted(table), Locale.KOREAN))
                .orThrow();
        assertThat(errors.columns()).containsExactly("제목", "채널", "시작", "끝", "사유");
        assertThat(errors.lines()).hasSize(3);
        assertThat(errors.lines().get(1).cell(4)).contains("이미 잡혀 있습니다", taken);
    }

    @Test
    void an_import_is_taken_back_as_a_whole_or_not_at_all() {
        String one = stage.channel();
        String two = stage.channel();
        apply(day(one, two, 130)).orThrow();
        String changes = day(one, two, 131) + "새 방송," + one + "," + at(140) + ",30\n";
        Imports.Row row = apply(changes).orThrow();
        assertThat(row.counts()).isEqualTo(new Imports.Counts(1, 6, 0, 0));
        Imports.Row undone =
                Stage.as(Stage.SECOND, () -> imports.undo(row.id())).orThrow();
        assertThat(undone.undoneBy()).isEqualTo(Stage.SECOND.name());
        assertThat(look(day(one, two, 130)).counts()).isEqualTo(new Imports.Counts(0, 0, 6, 0));
        assertThat(codes(Stage.as(Stage.PLANNER, () -> imports.undo(row.id())).why()))
                .containsExactly("UNDONE_ALREADY");

        Imports.Row again = apply(day(one, two, 132)).orThrow();
        String touched = look(day(one, two, 132)).lines().get(0).show();
        Stage.as(Stage.SECOND, () -> stage.shows.change(new Shows.Change(touched, null, Stage.title("딴 제목"))))
                .orThrow();
        Stage.as(
                        Stage.SECOND,
                        () -> stage.shows.move(
                                new Shows.Move(touched, null, stage.in(Duration.ofHours(150)), null, null)))
                .orThrow();
        assertThat(Stage.as(Stage.PLANNER, () -> imports.undo(again.id())).isDone())
                .as("somebody has moved one of them since")
                .isFalse();
        assertThat(stage.show(touched).startsAt()).isEqualTo(stage.in(Duration.ofHours(150)));
    }

    @Test
    void imports_are_taken_back_one_after_the_other() {
        String one = stage.channel();
        String two = stage.channel();
        Imports.Row first = apply(day(one, two, 160)).orThrow();
        Imports.Row second = apply(day(one, two, 161)).orThrow();
        Imports.Row third = apply(day(one, two, 162)).orThrow();
        for (Imports.Row row : List.of(third, second)) {
            Stage.as(Stage.PLANNER, () -> imports.undo(row.id())).orThrow();
        }
        Imports.Look look = look(day(one, two, 160));
        assertThat(look.counts()).isEqualTo(new Imports.Counts(0, 0, 6, 0));
        Stage.as(Stage.PLANNER, () -> imports.undo(first.id())).orThrow();
        assertThat(look.lines())
                .allSatisfy(l -> assertThat(stage.show(l.show()).state()).isEqualTo(ShowState.CANCELLED));
    }

    @Test
    void what_is_exported_is_imported_again_without_a_change() {
        String channel = stage.channel();
        stage.draft("내보낼 방송 =1", channel, stage.in(Duration.ofHours(200)), List.of(stage.host("진행")));
        Instant from = stage.in(Duration.ofHours(199));
        Sheet sheet = Stage.as(Stage.PLANNER, () -> imports.export(from, from.plus(Duration.ofHours(5))));
        assertThat(sheet.lines()).hasSize(1);
        for (byte[] file : List.of(Sheets.csv(sheet), Sheets.xlsx(sheet, "편성표"))) {
            Imports.Look look = Stage.as(
                            Stage.PLANNER, () -> imports.look(new Imports.Upload("a.xlsx", file, null, null)))
                    .orThrow();
            assertThat(look.counts()).isEqualTo(new Imports.Counts(0, 0, 1, 0));
        }
    }

    @Test
    void a_file_in_ms949_with_foreign_names_is_mapped_once_and_the_mapping_is_remembered() {
        String channel = stage.channel();
        String table = "프로그램명칭;어디서;언제;몇 분\n겨울 특집;" + channel + ";" + at(220) + ";90\n";
        byte[] file = table.getBytes(Charset.forName("MS949"));
        Imports.Upload plain = new Imports.Upload("편성.csv", file, null, null);
        Imports.Look unknown =
                Stage.as(Stage.PLANNER, () -> imports.look(plain)).orThrow();
        assertThat(codes(unknown.reasons()))
                .containsExactly("COLUMN_MISSING", "COLUMN_MISSING", "COLUMN_MISSING", "COLUMN_MISSING");
        Map<ImportField, Integer> mapping =
                Map.of(ImportField.TITLE, 0, ImportField.CHANNEL, 1, ImportField.START, 2, ImportField.LENGTH, 3);
        Stage.as(Stage.PLANNER, () -> imports.apply(new Imports.Upload("편성.csv", file, null, mapping)))
                .orThrow();
        Imports.Look known = Stage.as(Stage.PLANNER, () -> imports.look(plain)).orThrow();
        assertThat(known.mapping()).isEqualTo(mapping);
        assertThat(known.counts()).isEqualTo(new Imports.Counts(0, 0, 1, 0));
        assertThat(Stage.as(Stage.SECOND, () -> imports.look(plain)).orThrow().mapping())
                .as("another person maps for themselves")
                .isEmpty();
    }

    @Test
    void a_show_is_found_by_the_number_of_its_source_wherever_it_was_moved() {
        String channel = stage.channel();
        String table = "코드,제목,채널,시작,길이\nR1,첫 이름," + channel + ",%s,60\n";
        apply(table.formatted(at(240))).orThrow();
        Imports.Look far = look(table.replace("첫 이름", "새 이름").formatted(at(300)));
        assertThat(far.counts()).isEqualTo(new Imports.Counts(0, 1, 0, 0));
        String twice = table.formatted(at(240)) + "R1,둘," + channel + "," + at(260) + ",60\n";
        assertThat(codes(look(twice).lines().get(1).reasons())).containsExactly("LINE_TWICE");
        String unknown = "번호,제목,채널,시작,길이\nSH-1,이름," + channel + "," + at(270) + ",60\n";
        assertThat(codes(look(unknown).lines().get(0).reasons())).containsExactly("SHOW_UNKNOWN");
    }

    @Test
    void days_and_times_in_many_writings_are_understood_and_a_show_past_midnight_ends_the_next_day() {
        Instant wanted = Instant.parse("2030-01-31T14:00:00Z");
        for (String text : List.of(
                "2030-01-31 23:00",
                "2030.1.31 23:00",
                "2030. 1. 31. 23:00",
                "2030/1/31 23:00:00",
                "2030년 1월 31일 23:00",
                "20300131230000",
                "2030-01-31T23:00:00+09:00",
                "2030-01-31T15:00:00+01:00")) {
            assertThat(ImportMoments.moment(text, null)).as(text).contains(wanted);
        }
        String table = "날짜,시작,끝,제목,채널\n2030-01-31,23:00,00:30,심야," + stage.channel() + "\n";
        Imports.Look look = look(table);
        assertThat(look.lines().get(0).start()).isEqualTo(wanted);
        apply(table).orThrow();
        ShowRows.Show show = stage.show(look(table).lines().get(0).show());
        assertThat(show.endsAt()).isEqualTo(wanted.plus(Duration.ofMinutes(90)));
    }

    @Test
    void only_planners_import() {
        assertThatThrownBy(() -> Stage.as(Stage.MODERATOR, () -> imports.look(pasted("제목\n가\n"))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(Sheets.csv(Stage.as(
                        Stage.MODERATOR, () -> imports.export(stage.in(Duration.ZERO), stage.in(Duration.ofHours(1))))))
                .startsWith("\uFEFF번호,제목".getBytes(StandardCharsets.UTF_8));
    }
}
