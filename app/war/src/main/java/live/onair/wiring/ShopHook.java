package live.onair.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.webhooks.ShopDoors;
import live.onair.webhooks.WebhookRows.Receipt;

/**
 * Where shops post what they tell, signed by Standard Webhooks. Nobody signs in here: the signature is what counts. A few at
 * a time, so that no shop takes the console's threads.
 */
@WebServlet("/hooks/shops/*")
public class ShopHook extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 65_536;
    private static final Semaphore AT_ONCE = new Semaphore(8);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private transient ShopDoors doors;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!AT_ONCE.tryAcquire()) {
            response.setHeader("Retry-After", "1");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            String path = request.getPathInfo();
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            ShopDoors.Told told = new ShopDoors.Told(
                    path == null || path.isEmpty() ? "" : path.substring(1),
                    request.getHeader("webhook-id"),
                    request.getHeader("webhook-timestamp"),
                    request.getHeader("webhook-signature"),
                    body);
            answer(request, response, Acting.call(Actor.VIEWER, () -> doors.take(told)));
        } finally {
            AT_ONCE.release();
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Outcome<Receipt> outcome)
            throws IOException {
        ObjectNode body = JSON.createObjectNode();
        if (outcome instanceof Outcome.Done<Receipt> done) {
            Receipt receipt = done.value();
            body.put("id", receipt.id()).put("type", receipt.type());
            body.put("effect", receipt.effect()).put("again", receipt.again());
            response.setContentType("application/json");
        } else {
            String code = outcome.why().get(0).code();
            String languages = String.valueOf(request.getHeader("Accept-Language"));
            Locale language = languages.startsWith("ko") ? Locale.KOREAN : Locale.ENGLISH;
            int status = status(code);
            response.setStatus(status);
            response.setContentType("application/problem+json");
            body.put("type", "about:blank").put("title", outcome.sentence(language));
            body.put("status", status).put("code", code);
        }
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String code) {
        return switch (code) {
            case "SIGNATURE" -> HttpServletResponse.SC_UNAUTHORIZED;
            case "TIMESTAMP", "NOT_JSON", "FIELD", "TYPE" -> HttpServletResponse.SC_BAD_REQUEST;
            case "TOO_LARGE" -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            default -> HttpServletResponse.SC_CONFLICT;
        };
    }
}
