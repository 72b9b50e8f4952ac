package live.onair.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** \u260520: which lines ask, and which ask the same. */
class LikenessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "배송 언제 되나요",
                "이거 민감성 피부도 되나요ㅠㅠ",
                "사이즈 몇 개 남았나요?",
                "얼마예요",
                "무료배송인가요~",
                "호수 추천해주실 수 있을까요",
                "촉촉한가요 ㅎㅎ",
                "유통기한이 궁금해요",
                "성분표 어디 있어요",
                "임산부도 써도 되는지요",
                "품절??",
                "is it vegan?",
                "when does it ship",
                "가격？"
            })
    void asks(String line) {
        assertThat(Asking.isQuestion(line)).as(line).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "??",
                "ㅋㅋㅋㅋ?",
                "와 예뻐요",
                "주문 완료!",
                "다음에 또 만나요",
                "신나요",
                "벌써 끝나요",
                "저도 샀어요",
                "아니요 괜찮아요",
                "색감 미쳤다",
                "배송 빨라서 좋아요",
                "언니 오늘 예쁘다",
                "안녕하세요"
            })
    void does_not_ask(String line) {
        assertThat(Asking.isQuestion(line)).as(line).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "배송 언제 되나요, 배송은 언제 와요?",
        "배송 언제 되나요, 혹시 배송이 언제 되나요??",
        "택배 언제 도착해요?, 배송 언제 되나요",
        "가격이 얼마인가요, 이거 얼마예요?",
        "민감성 피부도 써도 되나요, 민감성 피부 써도 되나요ㅠㅠ",
        "유통기한 언제까지예요, 유통기한이 언제까지인가요?",
        "사은품 있나요, 증정 있어요?",
        "색상 몇 개예요, 컬러 몇 개인가요",
        "무료배송인가요, 무배인가요?",
        "when does it ship, when is delivery?"
    })
    void is_the_same_question(String one, String other) {
        assertThat(Likeness.isSame(Likeness.words(one), Likeness.words(other)))
                .as(Likeness.words(one) + " " + Likeness.words(other))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "배송 언제 되나요, 방송 언제 끝나나요",
        "배송 언제 되나요, 환불 되나요?",
        "가격이 얼마인가요, 용량이 얼마나 되나요",
        "민감성 피부도 되나요, 지성 피부 여름에 괜찮나요",
        "유통기한 언제까지예요, 세일 언제까지예요",
        "색상 몇 개예요, 사이즈 어떻게 되나요",
        "되나요, 있나요"
    })
    void is_another_question(String one, String other) {
        assertThat(Likeness.isSame(Likeness.words(one), Likeness.words(other)))
                .as(Likeness.words(one) + " " + Likeness.words(other))
                .isFalse();
    }
}
