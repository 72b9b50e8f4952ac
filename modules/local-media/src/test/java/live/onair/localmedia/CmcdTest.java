package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of players are read as they are written, and what is written wrongly is refused in words. */
class CmcdTest {

    @Test
    void what_a_player_says_is_read() {
        assertThat(Cmcd.of("br=1628,d=2000,ot=v,tb=2928,bl=3900,dl=3900,mtp=25400,su,cid=\"SH-1042\",sf=h,"
                        + "sid=\"0b6d2d4e-5a7f-4f3c-9d0a-2f6f6a1c7b11\",st=l,bs,rtp=8100"))
                .isEqualTo(new Cmcd("SH-1042", "0b6d2d4e-5a7f-4f3c-9d0a-2f6f6a1c7b11", 25_400, true, 1_628));
        assertThat(Cmcd.of("mtp=500,ot=m,su,cid=\"SH-1\",sf=h,sid=\"s\""))
                .as("with a playlist")
                .isEqualTo(new Cmcd("SH-1", "s", 500, false, 0));
        assertThat(Cmcd.of("cid=\"a, b=\\\"c\\\\\",nor=\"..%2F300kbps%2Fsegment35.m4v\",pr=1.05"))
                .as("a string with all that it may have")
                .isEqualTo(new Cmcd("a, b=\"c\\", "", 0, false, 0));
        assertThat(Cmcd.of("v=1,mtp=7,com.example-hello=\"bs\",com.example-x,later=ok,sn=-1.5"))
                .as("other people's keys and later ones")
                .isEqualTo(new Cmcd("", "", 7, false, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; at character 1",
                ",; at character 1",
                "mtp=1,; at character 7",
                ",mtp=1; at character 1",
                "mtp=1,,br=2; at character 7",
                "mtp=1, br=2; at character 7",
                "mtp=1 br=2; at character 6",
                "mtp=; at character 4",
                "=1; at character 1",
                "mtp==1; at character 4",
                "br=(1 2); at character 3",
                "cid=\"SH-1; at character 4",
                "cid=\"SH-1\\\"; at character 4",
                "cid=\"a\\b\"; at character 4",
                "cid=\"a\"b\"; at character 8",
                "cid=\"방송\"; at character 4",
                "cid=SH-1; value of cid",
                "cid; value of cid",
                "mtp=-1; value of mtp",
                "mtp=1.5; value of mtp",
                "mtp=\"1\"; value of mtp",
                "mtp=1234567890123456; value of mtp",
                "bs=true; value of bs",
                "ot=\"v\"; value of ot",
                "pr=fast; value of pr",
                "mtp=1,br=2,mtp=1; twice mtp",
                "bs,bs; twice bs",
                "a-b=1,a-b=1; twice a-b"
            })
    void what_is_written_wrongly_is_refused_with_what_is_wrong(String text, String why) {
        assertThatThrownBy(() -> Cmcd.of(text)).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.status).isEqualTo(400);
            assertThat(refused).hasMessageEndingWith(": " + why);
        });
    }

    @Test
    void a_text_has_a_largest_length() {
        String padded = "x=" + "1".repeat(Cmcd.LONGEST - 2);
        assertThat(Cmcd.of(padded).mtp()).isZero();
        assertThatThrownBy(() -> Cmcd.of(padded + "1")).hasMessageEndingWith("longer than " + Cmcd.LONGEST);
        String escapes = "cid=\"" + "\\\"".repeat((Cmcd.LONGEST - 6) / 2) + "\"";
        assertThat(Cmcd.of(escapes).cid()).hasSize((Cmcd.LONGEST - 6) / 2);
    }

    private static String drawn(Random random, int most) {
        String letters = "aZ09-._ ,=\"\\()!~";
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whatever is said comes out again, in any order, and a character too few or too many is read as something or refused, never more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_130, 5_004})
    void what_is_written_by_the_rules_is_read_and_what_is_broken_breaks_nothing(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            Cmcd said = new Cmcd(
                    drawn(random, 40),
                    drawn(random, 40),
                    random.nextInt(1_000_000),
                    random.nextBoolean(),
                    1 + random.nextInt(9_999));
            List<String> words = new ArrayList<>(List.of(
                    "cid=" + quoted(said.cid()), "sid=" + quoted(said.sid()), "mtp=" + said.mtp(), "br=" + said.br()));
            words.addAll(said.bs() ? List.of("bs", "ot=av") : List.of("com.a-b=" + quoted(drawn(random, 20))));
            Collections.shuffle(words, random);
            String text = String.join(",", words);
            assertThat(Cmcd.of(text)).as(text).isEqualTo(said);
            int at = random.nextInt(text.length());
            String broken = text.substring(0, at) + drawn(random, 2) + text.substring(at + random.nextInt(2));
            try {
                assertThat(Cmcd.of(broken).mtp()).as(broken).isNotNegative();
            } catch (Reply.Refused wrong) {
                assertThat(wrong.status).as(broken).isEqualTo(400);
                refused++;
            }
        }
        assertThat(refused).as("broken ones that were refused").isBetween(500, 4_500);
    }
}
