package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Why a command that asks the console ended without having done it, and with which status. */
final class Stop extends RuntimeException {

    static final int REFUSED = 1;
    static final int WRONG_WORDS = 2;
    static final int NO_CONNECTION = 3;
    static final int NOT_SIGNED_IN = 4;

    private final int status;
    private final transient JsonNode problem;

    Stop(int status, JsonNode problem) {
        super(problem.path("title").asText());
        this.status = status;
        this.problem = problem;
    }

    Stop(int status, String code, String sentence) {
        this(status, JsonNodeFactory.instance.objectNode().put("code", code).put("title", sentence));
    }

    Stop(int status, String code, String cause, String remedy) {
        this(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("code", code)
                        .put("title", cause)
                        .put("detail", remedy));
    }

    int status() {
        return status;
    }

    /** As the console gave it, or in its manner. */
    JsonNode problem() {
        return problem;
    }

    /** For people: each reason a line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (JsonNode reason : problem.path("reasons")) {
            lines.add(Columns.plain(reason.path("sentence").asText()));
        }
        if (lines.isEmpty()) {
            lines.add(Columns.plain(problem.path("title").asText()));
        }
        if (problem.hasNonNull("detail")) {
            lines.add(Columns.plain(problem.path("detail").asText()));
        }
        return lines;
    }
}
