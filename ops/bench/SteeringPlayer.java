import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A player that steers by the protocol (draft-pantos-hls-rfc8216bis, 4.4.6.6 and 7.1): multivariant playlist, its steering manifest
 * at once, and again at RELOAD-URI whenever TTL is over; it plays the first pathway of PATHWAY-PRIORITY that its playlist has.
 */
final class SteeringPlayer implements SteeringWire.Asker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEERING =
            Pattern.compile("#EXT-X-CONTENT-STEERING:SERVER-URI=\"([^\"]+)\",PATHWAY-ID=\"([^\"]+)\"");
    private static final Pattern PATHWAY = Pattern.compile("#EXT-X-STREAM-INF:.*PATHWAY-ID=\"([^\"]+)\"");

    /** What all players of a round did. */
    static final class Told {
        final SteeringHistogram manifests = new SteeringHistogram();
        long requests;
        long reloads;
        long errors;
        String error = "";

        void wrong(String what) {
            errors++;
            error = what;
        }
    }

    private final SteeringWire wire;
    private final SteeringWire.Line line;
    private final Told told;
    private final String host;
    private final Set<String> pathways = new HashSet<>();
    private URI at;
    private Consumer<SteeringWire.Answer> next;
    private String plays = "";
    private long lookedAt;
    private long ttl;

    SteeringPlayer(SteeringWire wire, Told told, int port) {
        this.wire = wire;
        this.told = told;
        this.host = "127.0.0.1:" + port;
        this.line = wire.line(this);
    }

    void begin(String address) {
        at = URI.create("http://" + host + address);
        ask(at.getRawPath() + "?" + at.getRawQuery(), this::directed);
    }

    /** Whether what it goes by is no older than it may be. */
    boolean isSteered(long now) {
        return lookedAt > 0 && now - lookedAt <= ttl + 1_000_000_000L;
    }

    private void ask(String target, Consumer<SteeringWire.Answer> then) {
        next = then;
        told.requests++;
        line.ask(request(target, host));
    }

    static byte[] request(String target, String host) {
        return ("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: onair-bench\r\nAccept: */*\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What a player says of itself in the query. */
    static String said(String pathway) {
        return "?_HLS_pathway=%22" + pathway + "%22&_HLS_throughput=5140000";
    }

    @Override
    public void answered(SteeringWire.Answer answer, long nanos) throws IOException {
        if (at.getPath().endsWith(".json")) {
            told.manifests.add(nanos);
        }
        next.accept(answer);
    }

    @Override
    public void lost() {
        told.wrong("a connection was lost");
    }

    private void directed(SteeringWire.Answer answer) {
        if (answer.status() != 302 || answer.location() == null) {
            told.wrong("play.m3u8: " + answer.status());
            return;
        }
        at = at.resolve(answer.location());
        ask(at.getRawPath(), this::playlist);
    }

    private void playlist(SteeringWire.Answer answer) {
        String text = answer.text();
        Matcher steering = STEERING.matcher(text);
        Matcher pathway = PATHWAY.matcher(text);
        while (pathway.find()) {
            pathways.add(pathway.group(1));
        }
        if (answer.status() != 200 || !steering.find() || !pathways.contains(steering.group(2))) {
            told.wrong("playlist: " + answer.status());
            return;
        }
        plays = steering.group(2);
        look(steering.group(1));
    }

    private void look(String manifest) {
        at = at.resolve(manifest);
        ask(at.getRawPath() + said(plays), this::manifest);
    }

    private void manifest(SteeringWire.Answer answer) {
        if (answer.status() != 200) {
            told.wrong("manifest: " + answer.status());
            return;
        }
        JsonNode manifest;
        try {
            manifest = JSON.readTree(answer.text());
        } catch (IOException e) {
            told.wrong("manifest: not JSON");
            return;
        }
        String chosen = "";
        for (JsonNode one : manifest.path("PATHWAY-PRIORITY")) {
            chosen = chosen.isEmpty() && pathways.contains(one.asText()) ? one.asText() : chosen;
        }
        String reload = manifest.path("RELOAD-URI").asText(at.toString());
        if (manifest.path("VERSION").asInt() != 1 || chosen.isEmpty() || manifest.path("TTL").asInt() < 1) {
            told.wrong("manifest: not one of version 1 with TTL and a pathway of the playlist");
            return;
        }
        if (lookedAt > 0) {
            told.reloads++;
        }
        plays = chosen;
        lookedAt = System.nanoTime();
        ttl = manifest.path("TTL").asInt() * 1_000_000_000L;
        wire.at(lookedAt + ttl, () -> look(reload));
    }
}
