package live.onair.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * {@code onair demo --break domestic-slow}: an edge of the media process has a fault once everything is there to be looked at, and the
 * console moves viewers away from it by itself.
 *
 * @param word {@code domestic} or {@code global}, and the fault: {@code down}, {@code error}, {@code slow}, {@code throttled} or
 *     {@code stale}
 */
record BrokenEdge(String word) {

    private static final Pattern WORD = Pattern.compile("(domestic|global)-(down|error|slow|throttled|stale)");
    private static final long LOOK_FIRST_SECONDS = 10;
    private static final int LATE_MILLIS = 3_000;
    /** Less than any picture needs. */
    private static final int BYTES_PER_SECOND = 20_000;

    static boolean isOne(String word) {
        return WORD.matcher(word).matches();
    }

    /** Says what will happen, and does it. */
    void breakSoon(DataFolder data, MediaFolder.Running streams) {
        System.out.println(word + ": " + LOOK_FIRST_SECONDS + "초 뒤에 고장냅니다 / breaks in " + LOOK_FIRST_SECONDS + " s");
        System.out.flush();
        Thread breaking = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(LOOK_FIRST_SECONDS);
                        dial(data, streams);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (IOException e) {
                        System.err.println(word + ": " + e.getMessage());
                    }
                },
                "demo-break-edge");
        breaking.setDaemon(true);
        breaking.start();
    }

    private void dial(DataFolder data, MediaFolder.Running streams) throws IOException, InterruptedException {
        String[] parts = word.split("-", 2);
        Map<String, Object> dial = Map.of(
                "mode", parts[1].toUpperCase(Locale.ROOT), "millis", LATE_MILLIS, "bytesPerSecond", BYTES_PER_SECOND);
        String token = Files.readString(data.media().resolve("token")).strip();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + streams.port("control") + "/v1/edges/" + parts[0]))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(5))
                .PUT(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(dial)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        String at = DateTimeFormatter.ofPattern("HH:mm:ss").format(Instant.now().atZone(ZoneId.of("Asia/Seoul")));
        System.out.println((answer.statusCode() == 200 ? "BROKEN " : answer.body() + " ") + word + " " + at);
        System.out.flush();
    }
}
