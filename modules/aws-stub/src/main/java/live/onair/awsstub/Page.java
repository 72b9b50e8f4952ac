package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** Answers lists a page at a time, as AWS does whether one asks for it or not. */
final class Page {

    private final String list;
    private final String most;
    private final String token;

    Page(String list, String most, String token) {
        this.list = list;
        this.most = most;
        this.token = token;
    }

    ObjectNode of(List<ObjectNode> all, ObjectNode input, Ground ground) {
        int from = input.has(token) ? offset(input.get(token).asText()) : 0;
        int size = Math.min(ground.pageSize, input.path(most).asInt(ground.pageSize));
        int to = Math.min(all.size(), from + size);
        ObjectNode page = Json.object();
        page.set(list, Json.array(all.subList(Math.min(from, to), to)));
        if (to < all.size()) {
            page.put(token, Base64.getEncoder().encodeToString(("at:" + to).getBytes(StandardCharsets.UTF_8)));
        }
        return page;
    }

    private static int offset(String token) {
        try {
            return Integer.parseInt(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).substring(3));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused("ValidationException", 400, "invalid pagination token");
        }
    }
}
