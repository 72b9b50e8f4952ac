package live.onair.api.planning;

import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import live.onair.planning.CalendarFeeds;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.NullUnmarked;

/**
 * Calendars by their secret address, without signing in: calendar programs cannot sign in, so it is no part of the API.
 * Unknown, revoked and malformed addresses get the same answer; who asks too often has to wait.
 */
@WebServlet("/calendar/*")
@NullUnmarked
public class CalendarDoor extends HttpServlet {

    private static final int PER_MINUTE = 60;
    private static final int MOST_ADDRESSES = 10_000;
    /** Buckets by address, the longest unused ones forgotten. */
    private static final Map<String, Bucket> BUCKETS =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            });

    @Inject
    private transient CalendarFeeds feeds;

    @Inject
    private transient Config config;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!BUCKETS.computeIfAbsent(request.getRemoteAddr(), address -> bucket())
                .tryConsume(1)) {
            response.setHeader("Retry-After", "10");
            say(response, 429, "요청이 너무 많습니다. 잠시 뒤에 다시 읽어 주세요. / Too many requests. Read again later.");
            return;
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String token = path.endsWith(".ics") ? path.substring(1, path.length() - 4) : "";
        Optional<CalendarFeeds.Calendar> found = feeds.read(
                token, config.getValue("onair.public.url", String.class).replaceFirst("/+$", ""));
        if (found.isEmpty()) {
            say(response, 404, "그런 일정이 없습니다. / There is no such calendar.");
            return;
        }
        write(request, response, found.get());
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, CalendarFeeds.Calendar calendar)
            throws IOException {
        response.setHeader("ETag", calendar.etag());
        response.setDateHeader("Last-Modified", calendar.changedAt().toEpochMilli());
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.equals("*") || known.contains(calendar.etag()))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] text = calendar.text().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/calendar; charset=utf-8");
        response.setHeader("Content-Disposition", "inline; filename=\"onair.ics\"");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private static void say(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
