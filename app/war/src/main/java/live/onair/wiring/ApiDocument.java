package live.onair.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The API's description as it is checked in ({@code ops/openapi.yaml}), in YAML or, when asked for, in JSON. The server
 * could write it anew from the classes: it reads every library for that, which takes 20 seconds of both cores at the
 * first question. A test does so and compares.
 */
@WebServlet("/openapi")
public class ApiDocument extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = isJson(request);
        byte[] document = json ? Json.BYTES : yaml();
        response.setContentType(json ? "application/json" : "application/yaml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private static boolean isJson(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        return "json".equalsIgnoreCase(request.getParameter("format")) || accepted.contains("application/json");
    }

    private static byte[] yaml() throws IOException {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream("/openapi.yaml"))) {
            return in.readAllBytes();
        }
    }

    /** Made once, when it is first asked for. */
    private static final class Json {

        private static final byte[] BYTES = make();

        private static byte[] make() {
            try {
                return new ObjectMapper().writeValueAsBytes(new ObjectMapper(new YAMLFactory()).readTree(yaml()));
            } catch (IOException e) {
                throw new IllegalStateException("openapi.yaml cannot be read", e);
            }
        }
    }
}
