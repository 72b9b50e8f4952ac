package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The console's door: loopback, JSON, a token on every request, every command idempotent. */
final class Control implements HttpHandler.Route {
    /** What the commands act on. */
    record Rooms(
            Channels channels,
            Channels.Calls calls,
            Shows shows,
            Packs packs,
            Spool spool,
            PublishedFiles files,
            Clips clips,
            ChatControl chat,
            SteeringControl steering,
            Supplier<ObjectNode> status) {}

    private static final int MOST_ENTRIES = 5000;
    private final Rooms rooms;
    private final byte[] bearer;
    private final Executor workers;

    Control(Rooms rooms, String token, Executor workers) {
        this.rooms = rooms;
        this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.workers = workers;
    }

    @Override
    public CompletionStage<Reply> answer(HttpHandler.Request request) {
        String given = request.head().get("Authorization");
        if (given == null || !MessageDigest.isEqual(bearer, given.getBytes(StandardCharsets.UTF_8))) {
            return CompletableFuture.completedFuture(Reply.error(401, "unauthorized", "The token is missing or wrong")
                    .with("WWW-Authenticate", "Bearer"));
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return route(request);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                workers);
    }

    private Reply route(HttpHandler.Request request) throws IOException {
        String[] parts = request.path().split("/", 4);
        if (parts.length < 3 || !parts[1].equals("v1")) {
            throw unknown();
        }
        String rest = parts.length == 4 ? parts[3] : "";
        String call = request.method().equals("HEAD") ? "GET" : request.method();
        return switch (parts[2]) {
            case "status" ->
                only("GET", call, rest, Reply.json(200, rooms.status().get()));
            case "channels" -> channels(call, rest, request);
            case "recordings" -> recordings(call, rest, request);
            case "files" -> files(call, rest, request);
            case "steering" -> rooms.steering().files(call, rest, request);
            case "edges" -> rooms.steering().dial(call, rest, request);
            case "watching" -> rooms.steering().watching(call, rest, request);
            case "clips" ->
                rooms.clips().answer(call, rest, request.body().length == 0 ? Json.object() : Json.body(request));
            case "chat" -> rooms.chat().answer(call, rest, request);
            case "spool" -> spool(rooms.spool(), call, rest, request);
            case "calls" -> only("GET", call, rest, list("calls", rooms.calls().all()));
            default -> throw unknown();
        };
    }

    private static Reply only(String wanted, String call, String rest, Reply reply) {
        if (!wanted.equals(call) || !rest.isEmpty()) {
            throw unknown();
        }
        return reply;
    }

    static Reply.Refused unknown() {
        return new Reply.Refused(404, "unknown-call", "There is no such call");
    }

    private static Reply list(String name, JsonNode list) {
        return Reply.json(200, Json.object().set(name, list));
    }

    private <T> T ask(Callable<T> work) {
        return rooms.channels().ask(work).join();
    }

    private static boolean on(HttpHandler.Request request) {
        JsonNode on = Json.body(request).path("on");
        if (!on.isBoolean()) {
            throw new Reply.Refused(400, "bad-body", "on is true or false");
        }
        return on.asBoolean();
    }

    private Reply channels(String call, String rest, HttpHandler.Request request) throws IOException {
        Channels channels = rooms.channels();
        String[] parts = rest.split("/", -1);
        String id = parts[0];
        if (rest.isEmpty() && call.equals("GET")) {
            return list("channels", ask(channels::observe));
        }
        if (parts.length == 1 && call.equals("GET")) {
            return Reply.json(200, ask(() -> channels.known(id).observe()));
        }
        if (parts.length != 2) {
            throw unknown();
        }
        return switch (call + " " + parts[1]) {
            case "PUT keys" -> keys(id, Json.body(request));
            case "PUT run" -> run(id, RunSpec.read(Json.body(request)));
            case "POST start" -> effect(ask(() -> channels.start(id, runId(request))));
            case "POST stop" ->
                effect(ask(() -> channels.known(id).run().stop(runId(request))).join());
            case "POST slate" -> cover(id, true, request);
            case "POST blur" -> cover(id, false, request);
            case "POST marks" ->
                Reply.json(200, ask(() -> channels.known(id).mark(runId(request), Json.body(request))));
            case "POST input" -> input(id, request);
            case "PUT targets" -> Reply.json(200, ask(() -> channels.known(id).targets(Json.body(request))));
            case "GET targets" -> Reply.json(200, ask(() -> channels.known(id).targets(null)));
            case "GET thumb.jpg" -> thumbnail(id);
            default -> throw unknown();
        };
    }

    private static String runId(HttpHandler.Request request) {
        return Json.text(Json.body(request), "run", "");
    }

    private static Reply effect(String effect) {
        return Reply.json(200, Json.object().put("effect", effect));
    }

    private Reply keys(String id, JsonNode body) {
        EncoderSeat.Keys keys = EncoderSeat.Keys.read(body.path("keys"));
        return Reply.json(200, ask(() -> {
            MediaChannel channel = rooms.channels().seen(id);
            channel.keys(keys);
            return Json.object().put("channel", id).put("keys", keys.keys().size());
        }));
    }

    private Reply observed(Callable<MediaChannel> deed) {
        return Reply.json(200, ask(() -> deed.call().observe()));
    }

    private Reply run(String id, RunSpec spec) {
        return observed(() -> rooms.channels().seen(id).put(spec));
    }

    private Reply cover(String id, boolean slate, HttpHandler.Request request) {
        return observed(() -> rooms.channels().known(id).cover(runId(request), slate, on(request)));
    }

    private Reply input(String id, HttpHandler.Request request) {
        EncoderSeat.Slot slot = EncoderSeat.Slot.of(Json.text(Json.body(request), "input", ""));
        return observed(() -> rooms.channels().known(id).switchTo(runId(request), slot));
    }

    private Reply thumbnail(String id) {
        Path picture = ask(() -> rooms.channels().known(id).run().thumbnail());
        if (picture == null || !Files.exists(picture)) {
            throw new Reply.Refused(404, "no-picture", "There is no picture yet");
        }
        return Reply.file(picture).with("Cache-Control", "no-store");
    }

    private Reply recordings(String call, String rest, HttpHandler.Request request) throws IOException {
        String[] parts = rest.split("/", -1);
        String id = parts[0];
        Shows shows = rooms.shows();
        return switch (call + " " + (parts.length == 2 ? parts[1] : rest.isEmpty() ? "" : "one")) {
            case "GET " -> list("recordings", shows.recordings());
            case "GET one" -> Reply.json(200, shows.recording(id).describe());
            case "POST publish" -> Reply.json(200, publish(shows.recording(id), request));
            case "POST protect" -> Reply.json(200, ask(() -> shows.recording(id).protect(on(request))));
            case "DELETE one" ->
                ask(() -> {
                    shows.delete(id);
                    return Reply.empty(204);
                });
            default -> throw unknown();
        };
    }

    private ObjectNode publish(MediaShow show, HttpHandler.Request request) {
        boolean on = on(request);
        JsonNode second = Json.body(request).path("thumbnailSeconds");
        Integer thumbnail = on && second.isIntegralNumber() ? (Integer) second.asInt() : null;
        if (thumbnail != null) {
            show.draw(thumbnail, rooms.packs());
        }
        return ask(() -> show.publish(on, thumbnail));
    }

    private Reply files(String call, String rest, HttpHandler.Request request) throws IOException {
        switch (call) {
            case "PUT" -> rooms.files().put(rest, request.body());
            case "DELETE" -> rooms.files().delete(rest);
            case "GET" -> {
                return Reply.file(rooms.files().get(rest)).with("Cache-Control", "no-store");
            }
            default -> throw unknown();
        }
        return Reply.empty(204);
    }

    /** How the console reads a spool on, and lets it forget what is read. */
    static Reply spool(Spool spool, String call, String rest, HttpHandler.Request request) throws IOException {
        if (call.equals("GET") && rest.isEmpty()) {
            long max = Math.min(MOST_ENTRIES, Json.number(request, "max", 500));
            return Reply.json(200, spool.read(Json.number(request, "from", 0), (int) max));
        }
        if (call.equals("POST") && rest.equals("trim")) {
            spool.trim(Json.body(request).path("upTo").asLong());
            return Reply.json(200, Json.object().put("next", spool.next()));
        }
        throw unknown();
    }
}
