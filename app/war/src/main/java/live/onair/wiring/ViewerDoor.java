package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import live.onair.storefront.ViewerWrites;
import org.jspecify.annotations.NullUnmarked;

/** Hands viewers' writes to the storefront. {@link Door} lets them in by their own listener only, a few at a time. */
@WebServlet(urlPatterns = ViewerWrites.PATH + "*")
@NullUnmarked
public class ViewerDoor extends HttpServlet {

    @Inject
    private transient ViewerWrites writes;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(ViewerWrites.LARGEST + 1);
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        ViewerWrites.Answer answer = writes.post(path, body);
        response.setStatus(answer.status());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
