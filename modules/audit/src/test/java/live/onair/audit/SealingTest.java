package live.onair.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.testkit.Leave;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class SealingTest {

    @Inject
    Theatre theatre;

    @Inject
    AuditLog log;

    @Inject
    AuditSealer sealer;

    @Inject
    Sealing sealing;

    @Inject
    DataSource dataSource;

    @Inject
    ExecutorService executor;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    @Inject
    @Named("onair.audit.head")
    Path head;

    @BeforeEach
    void empty() throws Exception {
        sql.run("alter table audit.entry disable trigger user");
        sql.run("delete from audit.entry");
        sql.run("alter table audit.entry enable trigger user");
        Files.deleteIfExists(head);
    }

    private Verification verify() {
        return log.verify().orThrow();
    }

    private List<String> headLines() throws Exception {
        return Files.exists(head) ? Files.readAllLines(head) : List.of();
    }

    @Test
    void sealing_numbers_chains_and_tells_the_file_outside() throws Exception {
        theatre.tellMany("a", 3);
        assertThat(sealer.sealNow()).isEqualTo(3);
        assertThat(sealer.sealNow()).isZero();
        assertThat(sql.column("select seq from audit.entry order by id")).containsExactly("1", "2", "3");
        assertThat(sql.one("select count(*) from audit.entry e join audit.entry p on p.seq = e.seq - 1"
                        + " where e.prev_hash = p.hash"))
                .isEqualTo("2");
        assertThat(headLines()).hasSize(1);
        assertThat(headLines().get(0))
                .isEqualTo("3 " + sql.one("select hash from audit.entry where seq = 3") + " " + clock.instant());
        theatre.tell("a", "later");
        Verification found = verify();
        assertThat(found).isEqualTo(new Verification(3, 1, 3, Optional.empty()));
        assertThat(found.sentence(Locale.KOREAN)).isEqualTo("3번까지 봉인, 미봉인 1건, 머리 파일로 3번까지 확인: 변조 없음.");
        assertThat(found.sentence(Locale.ENGLISH))
                .isEqualTo("Sealed to 3, 1 unsealed, confirmed by the head file to 3: no change found.");
    }

    @Test
    void an_empty_log_is_good() {
        assertThat(sealer.sealNow()).isZero();
        assertThat(verify()).isEqualTo(new Verification(0, 0, 0, Optional.empty()));
    }

    @Test
    void many_batches_are_sealed_in_one_go() throws Exception {
        theatre.tellMany("a", 2 * Sealing.BATCH + 1);
        assertThat(sealer.sealNow()).isEqualTo(2 * Sealing.BATCH + 1);
        assertThat(headLines()).hasSize(3);
        assertThat(verify().sealedTo()).isEqualTo(2 * Sealing.BATCH + 1);
    }

    @Test
    void a_crash_between_commit_and_file_is_no_tampering_and_heals() throws Exception {
        theatre.tellMany("a", 5);
        sealer.sealNow();
        theatre.tellMany("a", 5);
        sealing.next(Optional.empty());
        assertThat(verify()).isEqualTo(new Verification(10, 0, 5, Optional.empty()));
        sealer.sealNow();
        assertThat(verify().anchoredTo()).isEqualTo(11);
        assertThat(headLines()).extracting(line -> line.split(" ")[0]).containsExactly("5", "10", "11");
    }

    @Test
    void a_crash_before_the_very_first_line_heals() throws Exception {
        theatre.tellMany("a", 5);
        sealing.next(Optional.empty());
        assertThat(verify().isGood()).isTrue();
        sealer.sealNow();
        assertThat(headLines().get(0)).startsWith("5 ");
    }

    @Test
    void a_line_that_a_crash_cut_short_is_no_line_and_is_written_again() throws Exception {
        theatre.tellMany("a", 5);
        sealer.sealNow();
        String whole = Files.readString(head);
        theatre.tellMany("a", 5);
        sealing.next(Optional.empty());
        for (String torn : List.of("1", "10 abc", "10 " + "0".repeat(64) + " 2026-11-2")) {
            Files.writeString(head, whole + torn);
            assertThat(verify().isGood()).as(torn).isTrue();
            sealer.sealNow();
            assertThat(headLines())
                    .as(torn)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(line -> line.split(" ").length == 3);
            assertThat(verify().isGood()).as(torn).isTrue();
        }
    }

    @Test
    void a_damaged_head_file_is_said_to_be_damaged() throws Exception {
        for (int i = 0; i < 3; i++) {
            theatre.tell("a", "x");
            sealer.sealNow();
        }
        List<String> lines = headLines();
        Files.write(head, List.of(lines.get(0), "nonsense", lines.get(2)));
        assertThat(verify().firstBad().orElseThrow())
                .isEqualTo(new Verification.FirstBad(
                        2, Optional.empty(), Optional.empty(), Verification.Damage.HEAD_FILE));
        Files.write(head, List.of(lines.get(1), lines.get(0), lines.get(2)));
        assertThat(verify().firstBad().orElseThrow().what()).isEqualTo(Verification.Damage.HEAD_FILE);
    }

    @Test
    void only_one_node_seals_at_a_time() throws Exception {
        theatre.tellMany("a", 5);
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().executeQuery("select * from audit.sealer for update");
            assertThat(sealer.sealNow()).isZero();
            other.rollback();
        }
        assertThat(sealer.sealNow()).isEqualTo(5);
    }

    @Test
    void two_nodes_with_a_head_file_each_both_stay_good() throws Exception {
        Path secondHead = head.resolveSibling("second");
        AuditSealer second = new AuditSealer(sealing, Optional.of(secondHead), executor, clock);
        for (int i = 0; i < 6; i++) {
            theatre.tellMany("a", 3);
            (i % 2 == 0 ? sealer : second).sealNow();
        }
        assertThat(verify().isGood()).isTrue();
        Verification theirs =
                new AuditVerifier(dataSource::getConnection, Optional.of(new HeadFile(secondHead))).verify();
        assertThat(theirs).isEqualTo(new Verification(18, 1, 18, Optional.empty()));
    }

    @Test
    void sixteen_writers_while_sealing_and_every_entry_is_sealed_exactly_once() throws Exception {
        int writers = 16;
        int each = 40;
        sealer.start();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<? extends Future<?>> all = IntStream.range(0, writers)
                .mapToObj(n -> threads.submit(() -> Acting.call(Actor.ONAIR, () -> {
                    for (int i = 0; i < each; i++) {
                        theatre.tell("w" + n, "x" + i);
                    }
                    return true;
                })))
                .toList();
        while (!all.stream().allMatch(Future::isDone)) {
            sealer.sealNow();
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        await().atMost(Leave.of(Duration.ofSeconds(3)))
                .until(() -> sql.one("select count(*) from audit.entry where seq is null")
                        .equals("0"));
        sealer.stop();
        assertThat(sql.one("select count(*) || ' ' || count(distinct seq) || ' ' || max(seq) from audit.entry"))
                .isEqualTo("640 640 640");
        assertThat(verify().isGood()).isTrue();
    }

    @Test
    void the_background_sealer_seals_within_a_second_and_ends() {
        sealer.start();
        theatre.tell("a", "x");
        await().atMost(Leave.of(Duration.ofSeconds(1)))
                .until(() -> sql.one("select count(*) from audit.entry where seq is null")
                        .equals("0"));
        theatre.tell("a", "last");
        sealer.stop();
        assertThat(sql.one("select count(*) from audit.entry where seq is null"))
                .isEqualTo("0");
    }

    @Test
    void the_command_line_says_it_in_both_languages_and_by_its_exit() throws Exception {
        theatre.tellMany("a", 4);
        sealer.sealNow();
        String url;
        try (Connection connection = dataSource.getConnection()) {
            url = connection.getMetaData().getURL() + "?user=postgres&password=postgres";
        }
        assertThat(cli(0, url, head.toString())).contains("4번까지 봉인", "no change found");
        sql.run("alter table audit.entry disable trigger user");
        sql.run("update audit.entry set actor_name = '아무개' where seq = 2");
        sql.run("alter table audit.entry enable trigger user");
        assertThat(cli(1, url, head.toString()))
                .contains("2번(play.Told) 내용이 봉인된 것과 다릅니다", "entry 2 (play.Told) differs from what was sealed");
        assertThat(cli(2, url.replace("user=postgres", "user=nobody"), head.toString()))
                .contains("cannot be checked");
        assertThat(cli(2, url)).contains("usage");
    }

    private static String cli(int exit, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(AuditVerifier.run(arguments, new PrintStream(out, true, UTF_8)))
                .isEqualTo(exit);
        return out.toString(UTF_8);
    }

    @Test
    void the_head_file_survives_as_a_whole_when_it_is_long() throws Exception {
        HeadFile file = new HeadFile(head);
        for (int i = 1; i <= 200; i++) {
            file.append(new HeadFile.Head(i, "a".repeat(64)), clock.instant());
        }
        Files.writeString(head, "201 torn", StandardOpenOption.APPEND);
        assertThat(file.last()).contains(new HeadFile.Head(200, "a".repeat(64)));
        try (HeadFile.Lines lines = file.open()) {
            long count = 0;
            while (lines.next().isPresent()) {
                count++;
            }
            assertThat(count).isEqualTo(200);
            assertThat(lines.isDamaged()).isFalse();
        }
    }
}
