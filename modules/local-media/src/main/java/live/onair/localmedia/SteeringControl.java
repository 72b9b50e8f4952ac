package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** What the console tells of steering: the files of a show, and the faults that an edge shall have; and what it reads of watching. */
record SteeringControl(PublishedFiles files, Map<String, Dial> dials, Viewer.Told told) {

    /** All that steers the players of a show's viewers lies below its id. */
    Reply files(String call, String show, HttpHandler.Request request) throws IOException {
        String below = SteeringDoor.PREFIX.substring(1) + show;
        switch (call) {
            case "PUT" -> files.putAll(below, Json.body(request).path("objects"));
            case "DELETE" -> {
                files.deleteAll(below);
                told.whereabouts().forget(show);
            }
            default -> throw Control.unknown();
        }
        return Reply.empty(204);
    }

    /** Tells the faults, sets one, or takes away what an edge keeps of a show. */
    Reply dial(String call, String edge, HttpHandler.Request request) {
        if (call.equals("GET") && edge.isEmpty()) {
            ObjectNode all = Json.object();
            dials.forEach((name, dial) -> all.set(name, dial.describe()));
            return Reply.json(200, all);
        }
        int slash = edge.indexOf('/');
        Dial dial = dials.get(slash < 0 ? edge : edge.substring(0, slash));
        if (dial != null && call.equals("DELETE") && slash > 0) {
            return Reply.json(200, Json.object().put("objects", dial.purge(edge.substring(slash + 1))));
        }
        if (slash > 0) {
            throw Control.unknown();
        }
        if (dial == null || !call.equals("PUT")) {
            throw Control.unknown();
        }
        dial.set(Json.body(request));
        return Reply.json(200, dial.describe());
    }

    /** What viewers' players told, in slots of ten seconds that are over. */
    Reply watching(String call, String rest, HttpHandler.Request request) {
        if (!call.equals("GET") || !rest.isEmpty()) {
            throw Control.unknown();
        }
        long from = Json.number(request, "from", 0);
        ObjectNode page = told.watching().since(from);
        told.whereabouts().tell(from, page);
        return Reply.json(200, page);
    }
}
