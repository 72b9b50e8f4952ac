package live.onair.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a finding says, and what hides words or makes them innocent. */
class ClaimsTest {

    private final Claims claims = new Claims(RulePack.shipped());

    private List<ClaimFinding> check(String text, ClaimEvidence.Kind... kinds) {
        return claims.check(text, new ClaimEvidence(Set.of(kinds)));
    }

    @Test
    void a_finding_names_group_words_basis_evidence_and_rewording() {
        String text = "오늘 소개할 세럼, 기미를 싹 없애 드려요!";
        assertThat(check(text)).singleElement().satisfies(finding -> {
            assertThat(finding.group()).isEqualTo(ClaimGroup.FUNCTIONAL);
            assertThat(finding.level()).isEqualTo(ClaimLevel.BANNED);
            assertThat(finding.words()).isEqualTo("기미를 싹 없애");
            assertThat(text.substring(finding.from(), finding.to())).isEqualTo(finding.words());
            assertThat(finding.basis()).isEqualTo("화장품법 제13조 제1항 제2호");
            assertThat(finding.allowedBy()).containsExactly(ClaimEvidence.Kind.WHITENING);
            assertThat(finding.rewording()).isNotBlank();
        });
    }

    @Test
    void a_registered_function_may_be_said_and_another_one_not() {
        assertThat(check("미백 기능성 앰플입니다", ClaimEvidence.Kind.WHITENING)).isEmpty();
        assertThat(check("미백 기능성 앰플입니다", ClaimEvidence.Kind.WRINKLE))
                .extracting(ClaimFinding::rule)
                .containsExactly("functional.whitening");
    }

    @Test
    void what_no_evidence_allows_stays_forbidden() {
        assertThat(check("여드름을 치료해요", ClaimEvidence.Kind.values()))
                .extracting(ClaimFinding::group)
                .doesNotContain(ClaimGroup.FUNCTIONAL);
        assertThat(check("아토피에 좋은 크림", ClaimEvidence.Kind.values()))
                .extracting(ClaimFinding::group)
                .containsExactly(ClaimGroup.DRUG);
    }

    @Test
    void words_are_found_through_spaces_signs_full_width_and_jamo() {
        for (String hidden : List.of("엑 소 좀 앰플", "엑.소.좀 앰플", "엑\u200B소\u200B좀", "엑소좀", "ＭＴＳ 크림", "엑*소*좀", "m t s 관리")) {
            assertThat(check(hidden)).as(hidden).hasSize(1);
        }
    }

    @Test
    void letters_that_meet_across_words_are_no_word() {
        for (String innocent : List.of("취미 백 개", "어머니들 모이세요", "언니들 안녕", "우리 할머니들 선물", "장점 제거하지 마세요", "동화 이트닝")) {
            assertThat(check(innocent)).as(innocent).isEmpty();
        }
    }

    @Test
    void what_a_product_is_said_not_to_do_is_no_claim() {
        for (String innocent :
                List.of("여드름 치료 목적이 아닙니다", "아토피 치료 효과는 없습니다", "피부 재생 효과라고 말씀드릴 수 없어요", "여드름이 심하면 치료는 피부과에서 상담 받으세요")) {
            assertThat(check(innocent)).as(innocent).isEmpty();
        }
        assertThat(check("부작용이 전혀 없습니다")).hasSize(1);
    }

    @Test
    void haste_is_a_caution_and_in_nobodys_way() {
        assertThat(check("지금 안 사면 후회하세요")).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(ClaimLevel.CAUTION);
            assertThat(finding.level().isRed()).isFalse();
            assertThat(finding.rewording()).isNotBlank();
        });
        assertThat(check("준비한 200세트가 모두 팔리면 끝나는 구성")).isEmpty();
    }

    @Test
    void a_sentence_ends_a_claim() {
        assertThat(check("여드름 고민 많으시죠? 치료 이야기는 안 합니다.")).isEmpty();
    }

    @Test
    void a_broken_pack_is_refused_by_the_name_of_its_rule() {
        assertThatThrownBy(() -> RulePack.of("{\"version\":\"1\",\"date\":\"2026-11-26\",\"rules\":[{\"id\":\"a\"}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a: no words");
        assertThatThrownBy(() -> RulePack.of("not json")).isInstanceOf(IllegalArgumentException.class);
        String rule =
                "{\"id\":\"a\",\"group\":\"DRUG\",\"level\":\"BANNED\",\"match\":[\"(가\"],\"basis\":\"b\",\"rewording\":\"r\"}";
        assertThatThrownBy(() -> RulePack.of("{\"version\":\"1\",\"date\":\"d\",\"rules\":[" + rule + "]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a: ");
    }

    @Test
    void every_shipped_rule_says_what_it_rests_on_and_what_to_say_instead() {
        RulePack pack = RulePack.shipped();
        assertThat(pack.rules()).hasSizeGreaterThan(30).allSatisfy(rule -> {
            assertThat(rule.basis()).containsPattern("화장품법|소비자보호에 관한 법률");
            assertThat(rule.rewording()).isNotBlank();
            assertThat(rule.level() == ClaimLevel.PROOF && rule.allowedBy().isEmpty())
                    .as(rule.id() + " wants proof and names none")
                    .isFalse();
        });
        assertThat(pack.rules()).extracting(RulePack.Rule::group).contains(ClaimGroup.values());
    }
}
