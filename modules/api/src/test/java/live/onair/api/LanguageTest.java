package live.onair.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Reason;
import live.onair.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every error is said in Korean, or in English to who asks for it first. */
class LanguageTest {

    private enum No implements Refusal {
        TAKEN("{holder} 방송이 쓰고 있습니다.", "{holder} has it."),
        PAST("지난 시각입니다.", "That time is past.");

        private final String ko;
        private final String en;

        No(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        @Override
        public String ko() {
            return ko;
        }

        @Override
        public String en() {
            return en;
        }
    }

    /** Headers of a caller who speaks these languages, best first. */
    private record Speaking(List<Locale> languages) implements HttpHeaders {
        @Override
        public List<Locale> getAcceptableLanguages() {
            return languages;
        }

        @Override
        public List<String> getRequestHeader(String name) {
            return List.of();
        }

        @Override
        public @Nullable String getHeaderString(String name) {
            return null;
        }

        @Override
        public MultivaluedMap<String, String> getRequestHeaders() {
            return new MultivaluedHashMap<>();
        }

        @Override
        public List<MediaType> getAcceptableMediaTypes() {
            return List.of();
        }

        @Override
        public @Nullable MediaType getMediaType() {
            return null;
        }

        @Override
        public @Nullable Locale getLanguage() {
            return null;
        }

        @Override
        public Map<String, Cookie> getCookies() {
            return Map.of();
        }

        @Override
        public @Nullable Date getDate() {
            return null;
        }

        @Override
        public int getLength() {
            return -1;
        }
    }

    private static Locale spoken(Locale... languages) {
        return Problem.locale(new Speaking(List.of(languages)));
    }

    @Test
    void korean_unless_english_is_asked_for_first() {
        assertThat(spoken(Locale.US)).isEqualTo(Locale.ENGLISH);
        assertThat(spoken(Locale.ENGLISH, Locale.KOREAN)).isEqualTo(Locale.ENGLISH);
        assertThat(spoken(Locale.KOREA, Locale.ENGLISH)).isEqualTo(Locale.KOREAN);
        assertThat(spoken(Locale.forLanguageTag("*"))).isEqualTo(Locale.KOREAN);
        assertThat(spoken(Locale.FRENCH)).isEqualTo(Locale.KOREAN);
        assertThat(spoken()).isEqualTo(Locale.KOREAN);
        assertThat(Problem.locale(null)).isEqualTo(Locale.KOREAN);
    }

    @ParameterizedTest
    @EnumSource(Sentence.class)
    void each_sentence_of_the_api_is_there_in_both(Sentence sentence) {
        assertThat(sentence.in(Locale.KOREAN)).containsPattern("[가-힣]").endsWith(".");
        assertThat(sentence.in(Locale.ENGLISH)).doesNotContainPattern("[가-힣]").endsWith(".");
        assertThat(sentence.in(Locale.US)).isEqualTo(sentence.in(Locale.ENGLISH));
    }

    @Test
    void a_refusal_says_every_reason_with_its_facts() {
        List<Reason> reasons = List.of(No.TAKEN.with("holder", "가을 니트"), No.PAST.with());
        Problem korean = Problem.because(409, reasons, Locale.KOREAN);
        assertThat(korean.title()).isEqualTo("가을 니트 방송이 쓰고 있습니다.");
        assertThat(korean.code()).isEqualTo("TAKEN");
        assertThat(korean.status()).isEqualTo(409);
        assertThat(korean.type()).isEqualTo("about:blank");
        assertThat(korean.reasons())
                .containsExactly(
                        new Problem.Why("TAKEN", "가을 니트 방송이 쓰고 있습니다.", Map.of("holder", "가을 니트")),
                        new Problem.Why("PAST", "지난 시각입니다.", Map.of()));
        Problem english = Problem.because(412, reasons, Locale.ENGLISH);
        assertThat(english.title()).isEqualTo("가을 니트 has it.");
        assertThat(english.reasons()).extracting(Problem.Why::sentence).contains("That time is past.");
    }
}
