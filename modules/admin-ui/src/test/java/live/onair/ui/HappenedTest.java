package live.onair.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import live.onair.audit.AuditRow;
import org.junit.jupiter.api.Test;

/** Entries of the event log in words. */
class HappenedTest {

    private static String brief(String facts) {
        AuditRow row = new AuditRow(
                1,
                Instant.EPOCH,
                "ops",
                "데모 운영 담당",
                "OPS",
                "UI",
                "show.PlanKept",
                Optional.of("SH-1"),
                "SH-1",
                facts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Happened.of(row).brief();
    }

    @Test
    void the_hash_of_a_plan_is_told_by_its_beginning() {
        assertThat(brief("{\"hash\":\"" + "0123456789abcdef".repeat(4) + "\"}")).isEqualTo("계획: 0123456789ab…");
    }

    @Test
    void what_a_mark_in_the_stream_carries_is_told_in_words() {
        assertThat(brief("{\"payload\":\"{\\\"product\\\":\\\"PR-1\\\",\\\"pieces\\\":3}\"}"))
                .isEqualTo("내용: PR-1, pieces 3");
        String priced =
                "{\\\"product\\\":\\\"PR-1\\\",\\\"price\\\":{\\\"minor\\\":23400,\\\"currency\\\":\\\"KRW\\\"}}";
        assertThat(brief("{\"word\":\"pin\",\"payload\":\"" + priced + "\"}"))
                .isEqualTo("종류: 상품 고정 · 내용: PR-1, ₩23,400");
        assertThat(brief("{\"payload\":\"no object\"}")).isEqualTo("내용: no object");
    }

    @Test
    void a_changed_setting_is_told_by_its_name_before_and_now() {
        assertThat(brief("{\"fields\":{\"slowSeconds\":\"0 -> 10\",\"frozen\":\"false -> true\"}}"))
                .isEqualTo("슬로 모드(초): 0 → 10 · 얼리기: 아니요 → 예");
    }

    @Test
    void what_a_cdn_was_judged_to_be_is_told_in_words() {
        assertThat(brief("{\"reason\":\"auto:LATE\"}")).isEqualTo("사유: 자동 규칙: 늦은 응답");
        assertThat(brief("{\"why\":\"domestic:DEAD\"}")).isEqualTo("사유: domestic: 응답 없음");
    }
}
