package live.onair.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    판매가은(는) 0보다 | 판매가는 0보다
                    정가은(는) | 정가는
                    ‘없는 상사’이(가) 없습니다 | ‘없는 상사’가 없습니다
                    ‘오천원’을(를) 숫자로 | ‘오천원’을 숫자로
                    ₩23,400(으)로 바뀌었습니다 | ₩23,400으로 바뀌었습니다
                    ₩50,000이(가) 살 금액 | ₩50,000이 살 금액
                    서울(으)로 | 서울로
                    부산(으)로 | 부산으로
                    제주(으)로 | 제주로
                    SH-10001이(가) 쓰고 | SH-10001이 쓰고
                    SH-10002이(가) 쓰고 | SH-10002가 쓰고
                    입력 7(으)로 | 입력 7로
                    입력 3(으)로 | 입력 3으로
                    100%을(를) 넘습니다 | 100%를 넘습니다
                    KR은(는) 나라 | KR은 나라
                    입력 B이(가) 나감 | 입력 B가 나감
                    세트(A)과(와) 크림과(와) | 세트(A)와 크림과
                    first은(는) 누구에게나 | first은(는) 누구에게나
                    앰플 30ml은(는) | 앰플 30ml는
                    마스크 25g을(를) | 마스크 25g을
                    은(는) | 은(는)
                    """)
    void the_form_that_fits_stays(String before, String after) {
        assertThat(Korean.fitted(before)).isEqualTo(after);
    }
}
