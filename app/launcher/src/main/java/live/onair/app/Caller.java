package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom a command asks the console, and how it tells the answer: the options that all such commands share. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How the answer is written. */
    enum Output {
        TABLE,
        JSON
    }

    /** Whose words. */
    enum Language {
        KO,
        EN
    }

    /** What is asked of the console; the path is the one below {@code /api/v1}. */
    record Request(String method, String path, @Nullable JsonNode body) {}

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:ONAIR_URL:-http://localhost:8080}",
            description = "콘솔 주소 / the console (ONAIR_URL, ${DEFAULT-VALUE})")
    String url = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "토큰이 든 파일. 없으면 ONAIR_TOKEN, 그다음 ~/.config/onair/token",
                "file with the token; else ONAIR_TOKEN, else ~/.config/onair/token"
            })
    @Nullable
    Path tokenFile;

    @Option(
            names = "--language",
            paramLabel = "ko|en",
            description = "언어. 없으면 LANG을 따라 영어 또는 한국어 / language, else by LANG")
    @Nullable
    Language language;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|table",
            defaultValue = "TABLE",
            description = "쓰는 모양. 기본은 표 / table unless given")
    Output output = Output.TABLE;

    @Option(names = "--dry-run", description = "아무것도 바꾸지 않고 보낼 요청을 보여 줌 / change nothing, show what would be sent")
    boolean dryRun;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "도움말 / this text")
    boolean help;

    boolean isJson() {
        return output == Output.JSON;
    }

    Locale locale() {
        Language chosen = language;
        if (chosen == null) {
            String system = Optional.ofNullable(System.getenv("LANG")).orElse("");
            chosen = system.startsWith("en") ? Language.EN : Language.KO;
        }
        return chosen == Language.EN ? Locale.ENGLISH : Locale.KOREAN;
    }

    String say(String ko, String en) {
        return locale().equals(Locale.ENGLISH) ? en : ko;
    }

    /** The console's answer; anything but a 2xx stops the command. */
    JsonNode ask(Request request) {
        HttpRequest sent = sent(request);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
            return understood(answer);
        } catch (IOException e) {
            throw away(String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("interrupted");
        }
    }

    private HttpRequest sent(Request request) {
        String token = token();
        JsonNode body = request.body();
        try {
            return HttpRequest.newBuilder(URI.create(url.replaceFirst("/+$", "") + "/api/v1" + request.path()))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json")
                    .header("Accept-Language", locale().getLanguage())
                    .header("Content-Type", "application/json")
                    .method(
                            request.method(),
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new Stop(Stop.WRONG_WORDS, "WRONG_URL", "--url " + url);
        }
    }

    private JsonNode understood(HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
            throw away("HTTP " + status);
        }
        JsonNode body = JSON.readTree(answer.body());
        if (status / 100 == 2) {
            return body;
        }
        Map<Integer, Integer> known = Map.of(400, Stop.WRONG_WORDS, 401, Stop.NOT_SIGNED_IN, 429, Stop.NO_CONNECTION);
        throw new Stop(known.getOrDefault(status, status >= 500 ? Stop.NO_CONNECTION : Stop.REFUSED), body);
    }

    private Stop away(String why) {
        return new Stop(
                Stop.NO_CONNECTION,
                "NO_CONNECTION",
                say("콘솔이 답하지 않습니다: ", "The console does not answer: ") + url + " (" + why + ")");
    }

    private String token() {
        Path file = tokenFile;
        Supplier<Optional<String>> environment = () -> Optional.ofNullable(System.getenv("ONAIR_TOKEN"));
        Optional<String> token = file != null ? read(file) : environment.get().or(() -> read(usualFile()));
        return token.map(String::strip)
                .filter(text -> text.matches("[\\x21-\\x7e]+"))
                .orElseThrow(() -> new Stop(
                        Stop.NOT_SIGNED_IN,
                        "UNAUTHORIZED",
                        say(
                                "토큰이 없습니다. 콘솔의 ‘내 계정’에서 만들어 ONAIR_TOKEN이나 --token-file로 주세요.",
                                "There is no token. Make one in the console, My account, and give it by ONAIR_TOKEN or"
                                        + " --token-file.")));
    }

    private static Path usualFile() {
        String home = Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
        String settings = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).orElse(home + "/.config");
        return Path.of(settings, "onair", "token");
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
