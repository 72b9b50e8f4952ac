package live.onair.cloudlocal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer with all of its body within the time of its request, or none. The JDK's own time limit ends with the head of an answer
 * (JDK-8208693): who begins to answer and then falls silent would hold whoever asked for ever.
 */
final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * Asks, and waits for all of the answer.
     *
     * @param request one with a time limit
     * @throws HttpTimeoutException if not all of it came in time; the connection is given up
     * @throws IOException if there is no answer, or it was cut off
     */
    static <T> HttpResponse<T> of(HttpClient http, HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        Duration patience = request.timeout().orElseThrow();
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + patience);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
