package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The line to a console: a question, its answer, and in words when nothing answers. */
final class ConsoleLine {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final Place place;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    ConsoleLine(String url, Place place) {
        this.url = url;
        this.place = place;
    }

    /** What the console says. */
    record Answer(int status, JsonNode body) {
        boolean isDone() {
            return status / 100 == 2;
        }
    }

    /** Asks with a token. */
    Answer ask(Caller.Request request, String token) {
        JsonNode body = request.body();
        return send(to(request.path())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        request.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form, as nobody. */
    Answer form(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + ShowsCommand.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder to(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .header("Accept-Language", place.locale().getLanguage());
        } catch (IllegalArgumentException e) {
            throw new Stop(Stop.WRONG_WORDS, "WRONG_URL", "--url " + url);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (!answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
                throw away("HTTP " + answer.statusCode());
            }
            return new Answer(answer.statusCode(), Caller.JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw away(String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("interrupted");
        }
    }

    private Stop away(String why) {
        return new Stop(
                Stop.NO_CONNECTION,
                "NO_CONNECTION",
                place.say("콘솔이 답하지 않습니다: ", "The console does not answer: ") + url + " (" + why + ")");
    }
}
