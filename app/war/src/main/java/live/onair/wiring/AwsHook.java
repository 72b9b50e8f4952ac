package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import live.onair.cloudaws.scheduling.AwsNews;

/**
 * Where SNS posts the account's events. Nobody signs in here: the message's signature is what counts. A refusal says
 * nothing more than its status.
 */
@WebServlet("/hooks/aws")
public class AwsHook extends HttpServlet {

    private static final long serialVersionUID = 1L;
    /** SNS sends no more than 256 KiB. */
    private static final int MOST_BYTES = 262_144;

    @Inject
    private transient AwsNews news;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        response.setStatus(
                switch (news.hear(new String(body, StandardCharsets.UTF_8))) {
                    case DONE -> HttpServletResponse.SC_NO_CONTENT;
                    case OFF -> HttpServletResponse.SC_NOT_FOUND;
                    case UNREADABLE -> HttpServletResponse.SC_BAD_REQUEST;
                    case FORGED -> HttpServletResponse.SC_FORBIDDEN;
                    case LATER -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
                });
    }
}
