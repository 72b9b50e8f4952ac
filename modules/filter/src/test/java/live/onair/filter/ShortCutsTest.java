package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import live.onair.filter.Places.Initials;
import org.junit.jupiter.api.Test;

/** Where the filter does less work, it finds no less: on lines made by chance. */
class ShortCutsTest {

    private static final int LINES = 40_000;
    private static final String SIGNS = "시발병신새끼개바알나아이로길구ㅅㅂㅏㅣㅇㄴㅋ01278９tlqkfBa!|-^_@\u200B\u3164      ";

    private final Random random = new Random(17);
    private final Letters letters = new Letters();
    private final Places places = new Places();

    @Test
    void personal_data_is_only_where_the_digits_of_a_line_allow_it() {
        int found = 0;
        for (int i = 0; i < LINES; i++) {
            String text = i % 2 == 0 ? line() : "부산시 강남구 나" + "로길동리".charAt(i / 2 % 4) + line();
            letters.read(text.toCharArray(), text.length());
            if (!PersonalData.in(text, letters.digits(), letters.isMail()).isEmpty()) {
                found++;
                assertThat(PersonalData.isPossible(letters)).as(text).isTrue();
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private final Words words = new Words(
            FilterRules.of(
                    "{\"version\":\"1\",\"date\":\"2026-01-01\",\"rules\":[{\"id\":\"bad\","
                            + "\"action\":\"HOLD\",\"words\":[\"시발\",\"^시이\",\"개 새끼\",\"병신$\",\"ㅅㅂ\",\"나 바알\",\"발나\",\"로$\"]}]}"));

    @Test
    void what_is_meant_holds_no_more_than_the_line_and_the_stretches_that_are_meant_otherwise() {
        Signs signs = new Signs();
        int found = 0;
        for (int i = 0; i < LINES; i++) {
            String text = line();
            char[] line = text.toCharArray();
            if (!signs.read(line, line.length)) {
                continue;
            }
            for (Signs.Sense sense : Signs.SENSES) {
                if (signs.take(sense)) {
                    char[] meant = Arrays.copyOf(signs.meant(), line.length);
                    List<String> whole = words(words, meant, 0, meant.length);
                    List<String> parts = parts(line, meant);
                    assertThat(whole).as(text).containsAll(parts);
                    whole.removeAll(parts);
                    assertThat(words(words, line, 0, line.length)).as(text).containsAll(whole);
                    found += parts.size();
                }
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    /** What is found in the stretches in which something is meant otherwise. */
    private List<String> parts(char[] line, char[] meant) {
        List<String> parts = new ArrayList<>();
        for (int at = 0, end = 0; at < line.length; at++) {
            if (at >= end && line[at] != meant[at]) {
                int begin = words.stretches().begin(line, meant, end, at, line.length);
                end = words.stretches().end(line, meant, at, line.length);
                parts.addAll(words(words, meant, begin, end));
            }
        }
        return parts;
    }

    @Test
    void stretches_hold_one_by_one_what_the_whole_line_holds() {
        int cuts = 0;
        int found = 0;
        for (int i = 0; i < LINES; i++) {
            String text = line();
            char[] line = text.toCharArray();
            List<String> parts = new ArrayList<>();
            for (int begin = 0, end; begin < line.length; begin = end) {
                end = words.stretches().end(line, line, begin, line.length);
                int last = random.nextInt(begin, end);
                assertThat(words.stretches().begin(line, line, 0, last, line.length))
                        .isEqualTo(begin);
                parts.addAll(words(words, line, begin, end));
                cuts += end < line.length ? 1 : 0;
            }
            found += parts.size();
            assertThat(parts).as(text).isEqualTo(words(words, line, 0, line.length));
        }
        assertThat(cuts).isGreaterThan(1_000);
        assertThat(found).isGreaterThan(1_000);
    }

    private List<String> words(Words words, char[] line, int begin, int end) {
        letters.read(line, begin, end);
        Found found = places.find(words, letters, Initials.ALL);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int to = found.to(i);
            int from = to - words.get(found.word(i)).length();
            all.add(found.word(i) + " from " + letters.from(from) + " to " + letters.to(to - 1));
        }
        return all;
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int k = random.nextInt(30); k > 0; k--) {
            line.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return line.toString();
    }
}
