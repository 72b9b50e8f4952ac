package live.onair.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.audit.Theatre.Mood;
import live.onair.audit.Theatre.PlayEvent;
import live.onair.audit.Theatre.Seat;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Role;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RoomTest
class WritingTest {

    private static final Actor MD =
            new Actor("md-1", "데모 편성 담당", Set.of(Role.MERCHANDISER, Role.MODERATOR), Actor.Source.API);

    @Inject
    Theatre theatre;

    @Inject
    AuditLog log;

    @Inject
    AuditSealer sealer;

    @Inject
    Sql sql;

    private List<AuditRow> of(String subject) {
        return log.historyOf(subject);
    }

    @Test
    void an_act_is_kept_with_who_when_where_and_all_its_facts() {
        PlayEvent.Opened event = new PlayEvent.Opened(
                "p1",
                Instant.parse("2026-11-23T11:00:00Z"),
                Mood.CALM,
                Optional.empty(),
                List.of(new Seat("가", 1), new Seat("나", 2)),
                new BigDecimal("12000.50"),
                true);
        try (Acting ignored = Acting.as(MD, "req-7")) {
            theatre.open(event);
        }
        AuditRow row = of("p1").get(0);
        assertThat(row.actorId()).isEqualTo("md-1");
        assertThat(row.actorName()).isEqualTo("데모 편성 담당");
        assertThat(row.roles()).isEqualTo("MERCHANDISER,MODERATOR");
        assertThat(row.source()).isEqualTo("API");
        assertThat(row.kind()).isEqualTo("play.Opened");
        assertThat(row.show()).contains("show-p1");
        assertThat(row.at()).isEqualTo(FakeClock.START);
        assertThat(row.requestId()).contains("req-7");
        assertThat(row.isSealed()).isFalse();
        assertThat(row.facts())
                .isEqualTo("{\"at\":\"2026-11-23T11:00:00Z\",\"mood\":\"CALM\",\"note\":null,\"price\":12000.50,"
                        + "\"seats\":[{\"number\":1,\"row\":\"가\"},{\"number\":2,\"row\":\"나\"}],\"sold\":true,"
                        + "\"subject\":\"p1\"}");
        assertThat(of("show-p1")).hasSize(1);
    }

    @Test
    void json_is_canonical_whatever_comes() {
        assertThat(CanonicalJson.of(Map.of("b", 1, "a", new int[] {1, 2}))).isEqualTo("{\"a\":[1,2],\"b\":1}");
        assertThat(CanonicalJson.of(List.of())).isEqualTo("[]");
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
        assertThat(CanonicalJson.of("\"\\\n\u0000\u001f😀\ud800")).isEqualTo("\"\\\"\\\\\\n\\u0000\\u001f😀\\ud800\"");
        assertThat(CanonicalJson.of(Double.NaN)).isEqualTo("\"NaN\"");
    }

    @Test
    void a_rolled_back_act_leaves_no_entry() {
        assertThatThrownBy(() -> theatre.fail("p2")).hasMessage("oops");
        assertThat(of("p2")).isEmpty();
    }

    @Test
    void a_refused_attempt_survives_the_rollback_with_its_codes_only() {
        assertThat(theatre.close("p3").isDone()).isFalse();
        assertThat(of("p3")).as("what was done before the refusal").isEmpty();
        AuditRow row = of("theatre.close").get(0);
        assertThat(row.kind()).isEqualTo("refused");
        assertThat(row.facts()).isEqualTo("{\"command\":\"theatre.close\",\"reasons\":[\"CLOSED\"]}");
    }

    @Test
    void a_denied_attempt_is_kept_with_who_tried() {
        try (Acting ignored = Acting.as(MD)) {
            assertThatThrownBy(() -> theatre.close("p4")).isInstanceOf(NotAllowedException.class);
        }
        AuditRow row = of("theatre.close").stream()
                .filter(r -> r.kind().equals("denied"))
                .findFirst()
                .orElseThrow();
        assertThat(row.actorId()).isEqualTo("md-1");
    }

    @Test
    void search_narrows_and_pages_without_losing_an_entry() {
        try (Acting ignored = Acting.as(MD)) {
            theatre.tellMany("p5", 25);
        }
        AuditQuery query = new AuditQuery(
                Optional.of("말"),
                Optional.of("md-1"),
                Optional.of("play."),
                Optional.empty(),
                Optional.of("p5"),
                Optional.of(FakeClock.START),
                Optional.of(FakeClock.START.plusMillis(1)),
                Optional.empty(),
                10);
        List<Long> ids = new ArrayList<>();
        AuditPage page = log.search(query);
        page.rows().forEach(row -> ids.add(row.id()));
        while (page.next().isPresent()) {
            page = log.search(query.after(page.next().get()));
            page.rows().forEach(row -> ids.add(row.id()));
        }
        assertThat(ids).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(log.search(new AuditQuery(
                                Optional.of("말"),
                                Optional.empty(),
                                Optional.of("show."),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                10))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> log.search(AuditQuery.newest(5).after("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_those_in_charge_search_and_verify_and_everyone_reads_a_history(Role role) {
        theatre.tell("p6", "x");
        boolean inCharge = Set.of(Role.ADMIN, Role.AUDITOR, Role.OPS).contains(role);
        try (Acting ignored = Acting.as(new Actor("u-" + role, "u", Set.of(role), Actor.Source.UI))) {
            assertThat(log.historyOf("p6")).isNotEmpty();
            if (inCharge) {
                assertThat(log.search(AuditQuery.newest(1)).rows()).hasSize(1);
                assertThat(log.verify().isDone()).isTrue();
            } else {
                assertThatThrownBy(() -> log.search(AuditQuery.newest(1))).isInstanceOf(NotAllowedException.class);
                assertThatThrownBy(() -> log.verify()).isInstanceOf(NotAllowedException.class);
            }
        }
    }

    @Test
    void sealed_and_unsealed_entries_are_only_ever_added() {
        theatre.tell("p7", "x");
        assertThatThrownBy(() -> sql.run("update audit.entry set facts = '{}' where subject = 'p7'"))
                .hasStackTraceContaining("only ever added to");
        sealer.sealNow();
        for (String attack : List.of(
                "update audit.entry set facts = '{}' where subject = 'p7'",
                "update audit.entry set seq = null, prev_hash = null, hash = null where subject = 'p7'",
                "delete from audit.entry where subject = 'p7'",
                "truncate audit.entry")) {
            assertThatThrownBy(() -> sql.run(attack)).hasStackTraceContaining("only ever added to");
        }
    }
}
