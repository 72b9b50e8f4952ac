package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** M3, M4, M11: lines on standard input, one verdict a line, in their order. */
class FilterFromATerminalTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private List<JsonNode> judged(String... lines) throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in.txt"), List.of(lines));
        Path out = folder.resolve("out.txt");
        Process filter = new ProcessBuilder(
                        "bash", Commands.home().resolve("onair").toString(), "filter")
                .directory(Commands.home().toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(filter.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(filter.exitValue()).isZero();
        List<JsonNode> told = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            told.add(JSON.readTree(line));
        }
        return told;
    }

    @Test
    void each_line_gets_its_verdict_whatever_it_holds() throws Exception {
        List<JsonNode> told = judged(
                "배송 언제 와요? ㅋㅋㅋ",
                "시1발 왜 안돼",
                "전화 010-1234-5678 주세요",
                "",
                "\"따옴표\"와 \\ 그리고 \u202E뒤집기",
                "가".repeat(3_000),
                "오늘의 시발점");
        assertThat(told)
                .extracting(one -> one.path("action").asText())
                .containsExactly("allow", "mask", "mask", "allow", "allow", "block", "allow");
        assertThat(told.get(1).path("rules").path(0).asText()).isEqualTo("abuse.sibal");
        assertThat(told.get(1).path("text").asText()).isEqualTo("*** 왜 안돼");
        assertThat(told.get(2).path("text").asText()).isEqualTo("전화 ************* 주세요");
        assertThat(told.get(4).path("text").asText()).isEqualTo("\"따옴표\"와 \\ 그리고 \u202E뒤집기");
        assertThat(told.get(5).path("rules").path(0).asText()).isEqualTo("length");
    }

    @Test
    void words_it_does_not_know_are_refused() {
        Commands.Ended wrong = Commands.onair(Map.of(), "filter", "--fast");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.text()).contains("표준 입력").contains("standard input");
    }
}
