package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** As whom a command asks the console, and how it tells the answer: the options that all such commands share. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();

    /** How the answer is written. */
    enum Output {
        TABLE,
        JSON
    }

    /** What is asked of the console; the path is the one below {@code /api/v1}. */
    record Request(String method, String path, @Nullable JsonNode body) {}

    @Mixin
    Place place = new Place();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = {
                "토큰. 다른 사용자에게 보이지 않게 --token-file이나 ONAIR_TOKEN이 낫습니다",
                "the token; others cannot see it by --token-file or ONAIR_TOKEN"
            })
    @Nullable
    String token;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "토큰이 든 파일. 없으면 ONAIR_TOKEN, 그다음 ./onair login, 그다음 ~/.config/onair/token",
                "file with the token; else ONAIR_TOKEN, else ./onair login, else ~/.config/onair/token"
            })
    @Nullable
    Path tokenFile;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|table",
            defaultValue = "TABLE",
            description = "쓰는 모양. 기본은 표 / table unless given")
    Output output = Output.TABLE;

    @Option(names = "--dry-run", description = "아무것도 바꾸지 않고 보낼 요청을 보여 줌 / change nothing, show what would be sent")
    boolean dryRun;

    boolean isJson() {
        return output == Output.JSON;
    }

    String say(String ko, String en) {
        return place.say(ko, en);
    }

    /** The console's answer; anything but a 2xx stops the command. */
    JsonNode ask(Request request) {
        ConsoleLine.Answer answer = place.line().ask(request, token());
        if (!answer.isDone()) {
            throw stop(answer, place);
        }
        return answer.body();
    }

    /** How a command ends that got this answer. */
    static Stop stop(ConsoleLine.Answer answer, Place place) {
        int status = answer.status();
        if (status == 401 && answer.body() instanceof ObjectNode problem) {
            problem.put("detail", remedy(place.url(), place));
        }
        Map<Integer, Integer> known = Map.of(400, Stop.WRONG_WORDS, 401, Stop.NOT_SIGNED_IN, 429, Stop.NO_CONNECTION);
        return new Stop(known.getOrDefault(status, status >= 500 ? Stop.NO_CONNECTION : Stop.REFUSED), answer.body());
    }

    /** How a command ends that nobody is signed in for. */
    static Stop nobody(String url, Place place) {
        return new Stop(
                Stop.NOT_SIGNED_IN,
                "UNAUTHORIZED",
                place.say("로그인하지 않았습니다: ", "You are not signed in: ") + url,
                remedy(url, place));
    }

    private static String remedy(String url, Place place) {
        return place.say(
                "로그인하세요: ./onair login --url " + url + " (또는 ONAIR_TOKEN이나 --token-file로 토큰을 주세요)",
                "Sign in: ./onair login --url " + url + " (or give a token by ONAIR_TOKEN or --token-file)");
    }

    private String token() {
        String url = place.url();
        Optional<String> found = Optional.ofNullable(token);
        if (found.isEmpty()) {
            Path file = tokenFile;
            found = file != null
                    ? read(file)
                    : Optional.ofNullable(System.getenv("ONAIR_TOKEN"))
                            .filter(given -> !given.isBlank())
                            .or(() -> place.logins.at(url).map(Logins.Login::token))
                            .or(() -> read(Logins.folder().resolve("token")));
        }
        return found.map(String::strip)
                .filter(text -> text.matches("[\\x21-\\x7e]+"))
                .orElseThrow(() -> nobody(url, place));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
