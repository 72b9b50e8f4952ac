package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads to somebody is starred out; numbers that lead to nobody stay. All numbers here are made up. */
class PersonalDataTest {

    private final ChatFilter filter = new ChatFilter(new FilterRules("t", "2026-11-27", List.of(), List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "전화 010-1234-5678 주세요 | personal.phone | 전화 ************* 주세요",
                "01012345678 | personal.phone | ***********",
                "010 1234 5678 | personal.phone | *** **** ****",
                "０１０－１２３４－５６７８ | personal.phone | *************",
                "공일공 일이삼사 오육칠팔 | personal.phone | *** **** ****",
                "전화는 공 일 공 일 이 삼 사 오 육 칠 팔 | personal.phone | 전화는 * * * * * * * * * * *",
                "공일공일이삼사오육칠팔이에요 | personal.phone | ***********이에요",
                "공1공-1234-5678 | personal.phone | *************",
                "영일영 1234 5678 주세요 | personal.phone | *** **** **** 주세요",
                "010 일이삼사 오육칠팔 | personal.phone | *** **** ****",
                "010ㅡ1234ㅡ5678 | personal.phone | *************",
                "010/1234/5678 | personal.phone | *************",
                "+82 10-1234-5678 | personal.phone | *** ************",
                "02-123-4567 사무실 | personal.phone | *********** 사무실",
                "메일 demo.user@example.com 이요 | personal.mail | 메일 ********************* 이요",
                "국민은행 123456-01-123456 입금 | personal.account | 국민은행 **************** 입금",
                "4111 1111 1111 1111 카드 | personal.card | **** **** **** **** 카드",
                "900101-1234568 입니다 | personal.resident | ************** 입니다"
            })
    void it_is_starred_out(String line, String rule, String delivered) {
        FilterVerdict verdict = filter.check(line);
        assertThat(verdict.rules()).contains(rule);
        assertThat(verdict.action()).isEqualTo(FilterAction.MASK);
        assertThat(verdict.text()).isEqualTo(delivered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"서울시 강남구 테헤란로 123 5층이요", "부산광역시 해운대구 우동 1234-5 받아요", "성남시 분당구 판교역로 10 101동 1203호"})
    void an_address_is_starred_out(String line) {
        assertThat(filter.check(line).rules()).contains("personal.address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "가격은 1,234,567,890원",
                "주문번호 20261127-000123",
                "900101-1234567",
                "991332-1234567",
                "4111 1111 1111 1112",
                "19:30 ~ 20:30",
                "2026-11-27 10:00",
                "1588-0000",
                "우리 1200명 모였어요",
                "영일영어학원 이삼일 뒤",
                "공일공이 아니라 공일오예요",
                "구 만원이면 로또 1등"
            })
    void what_leads_to_nobody_stays(String line) {
        assertThat(filter.check(line)).satisfies(verdict -> {
            assertThat(verdict.hits()).isEmpty();
            assertThat(verdict.text()).isEqualTo(line);
        });
    }

    @Test
    void every_resident_number_with_a_date_and_a_check_is_found_and_none_without() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String first = "%02d%02d%02d%d%05d"
                    .formatted(
                            random.nextInt(100),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            1 + random.nextInt(2),
                            random.nextInt(100_000));
            int sum = 0;
            for (int k = 0; k < 12; k++) {
                sum += (first.charAt(k) - '0') * (2 + k % 8);
            }
            int check = (11 - sum % 11) % 10;
            String right = first.substring(0, 6) + "-" + first.substring(6) + check;
            String wrong = first.substring(0, 6) + "-" + first.substring(6) + (check + 1) % 10;
            assertThat(filter.check(right).rules()).as(right).containsExactly("personal.resident");
            assertThat(filter.check(wrong).rules()).as(wrong).doesNotContain("personal.resident");
        }
    }
}
