package live.onair.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The demo's shop: some fifty demo products over HTTP, in the format that any shop speaks. It stands for somebody else's
 * server, and lies on the console's port so that a demo opens no port more than a console. Not there but in a demo.
 */
@WebServlet("/hooks/demo-shop/products")
public class DemoShopHook extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 20;

    private static final class Shelf {
        private static final JsonNode PRODUCTS = read();

        private static JsonNode read() {
            try (InputStream in = Objects.requireNonNull(DemoShopHook.class.getResourceAsStream("demo-shop.json"))) {
                return JSON.readTree(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = token();
        boolean known = token.map("Bearer "::concat)
                .filter(wanted -> wanted.equals(request.getHeader("Authorization")))
                .isPresent();
        if (!known) {
            response.setStatus(
                    token.isPresent() ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(page(request)));
    }

    /** By which the console knows itself; empty where this is no demo. */
    private static Optional<String> token() {
        Config config = ConfigProvider.getConfig();
        boolean demo = config.getOptionalValue("onair.environment", String.class)
                .filter("demo"::equals)
                .isPresent();
        return demo ? config.getOptionalValue("onair.shop.token", String.class) : Optional.empty();
    }

    /** Nothing has changed since whenever that was. */
    private static ObjectNode page(HttpServletRequest request) {
        int total = request.getParameter("since") == null ? Shelf.PRODUCTS.size() : 0;
        int from = Math.min(total, number(request.getParameter("cursor"), 0));
        int end = Math.min(total, from + Math.max(1, Math.min(MOST, number(request.getParameter("size"), MOST))));
        ObjectNode page = JSON.createObjectNode()
                .put("at", Clock.systemUTC().instant().toString())
                .put("total", total);
        ArrayNode some = page.putArray("products");
        for (int i = from; i < end; i++) {
            some.add(Shelf.PRODUCTS.get(i));
        }
        return end < total ? page.put("next", String.valueOf(end)) : page.putNull("next");
    }

    private static int number(@Nullable String given, int otherwise) {
        return given != null && given.matches("\\d{1,5}") ? Integer.parseInt(given) : otherwise;
    }
}
