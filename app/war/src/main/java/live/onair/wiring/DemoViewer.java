package live.onair.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A viewer of the demo: asks each ten seconds where steering sends it, reads a little of the picture there, and tells what that was
 * like by the door that every player tells it by. After some minutes it is another one. Waits for nothing.
 */
final class DemoViewer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern MANIFEST = Pattern.compile("SERVER-URI=\"([^\"]+)\"");
    private static final Pattern VARIANT =
            Pattern.compile("#EXT-X-STREAM-INF:(?=.*PATHWAY-ID=\"([^\"]+)\")(?=(?:.*,)?BANDWIDTH=(\\d+)).*");
    private static final int BEGINNING = 65_536;
    private static final int FEWEST_ROUNDS = 6;
    private static final int MORE_ROUNDS = 18;

    private final HttpClient http;
    private final URI door;
    private final DemoSeat seat;
    private final Random random;
    private final int kbps;
    private volatile boolean busy;
    private @Nullable Session session;

    /** Where a picture is, and what its playlist says that it needs. */
    private record Variant(URI playlist, long kbps) {}

    /** One who watches a show: where the manifest is, and the picture of each pathway. */
    private static final class Session {
        private final String show;
        private final String id;
        private final URI manifest;
        private final Map<String, Variant> pathways;
        private final long begun;
        private int rounds;
        private boolean told;
        private long inHand = DemoPlayed.IN_HAND_MILLIS;

        Session(String show, String id, HttpResponse<byte[]> playlist, long begun) {
            this.show = show;
            this.id = id;
            this.begun = begun;
            String text = text(playlist);
            Matcher manifests = MANIFEST.matcher(text);
            if (playlist.statusCode() != 200 || !manifests.find()) {
                throw new IllegalStateException("not steered yet");
            }
            manifest = playlist.uri().resolve(manifests.group(1));
            pathways = pathways(playlist.uri(), text);
        }

        private static Map<String, Variant> pathways(URI base, String text) {
            Map<String, Variant> found = new LinkedHashMap<>();
            Iterator<String> lines = text.lines().iterator();
            while (lines.hasNext()) {
                Matcher variant = VARIANT.matcher(lines.next());
                if (variant.matches() && lines.hasNext()) {
                    long kbps = Long.parseLong(variant.group(2)) / 1_000;
                    found.putIfAbsent(variant.group(1), new Variant(base.resolve(lines.next()), kbps));
                }
            }
            return found;
        }

        /** Where there is none it is no picture, and says so. */
        Variant variant(String pathway) {
            return pathways.getOrDefault(pathway, new Variant(manifest, 0));
        }
    }

    DemoViewer(HttpClient http, URI door, DemoSeat seat, Random random) {
        this.http = http;
        this.door = door;
        this.seat = seat;
        this.random = random;
        this.kbps = seat.line(random);
    }

    /** Ten seconds of this show; none while the last are not over. */
    void watch(String show) {
        if (busy) {
            return;
        }
        busy = true;
        Session mine = session;
        boolean goesOn = mine != null && mine.show.equals(show) && mine.rounds > 0;
        CompletableFuture<Session> sits = goesOn ? CompletableFuture.completedFuture(mine) : begins(show);
        sits.thenCompose(this::order)
                .thenCompose(order -> plays(sits.join(), order, new Tried(0, 0)))
                .thenCompose(played -> tells(sits.join(), played))
                .whenComplete((done, failure) -> busy = false);
    }

    private CompletableFuture<Session> begins(String show) {
        String id = seat.viewer(random);
        int rounds = FEWEST_ROUNDS + random.nextInt(MORE_ROUNDS);
        long from = System.nanoTime();
        return get(door.resolve("/steering/v1/" + show + "/play.m3u8?v=" + id), null)
                .thenApply(playlist -> {
                    Session begun = new Session(show, id, playlist, from);
                    begun.rounds = rounds;
                    session = begun;
                    return begun;
                });
    }

    private CompletableFuture<List<String>> order(Session mine) {
        mine.rounds--;
        return get(mine.manifest, null).thenApply(answer -> {
            List<String> order = new ArrayList<>();
            try {
                JSON.readTree(answer.body()).path("PATHWAY-PRIORITY").forEach(one -> order.add(one.asText()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            order.retainAll(mine.pathways.keySet());
            return order.isEmpty() ? List.copyOf(mine.pathways.keySet()) : order;
        });
    }

    /** CDNs that gave nothing, and for how long. */
    private record Tried(int failed, long millis) {}

    private CompletableFuture<DemoPlayed> plays(Session mine, List<String> order, Tried tried) {
        String pathway = order.get(tried.failed());
        long from = System.nanoTime();
        return piece(mine.variant(pathway).playlist())
                .handle((piece, failure) -> {
                    if (piece != null) {
                        return CompletableFuture.completedFuture(
                                new DemoPlayed(pathway, order.get(0), tried.failed(), tried.millis(), piece));
                    }
                    Tried more = new Tried(tried.failed() + 1, tried.millis() + since(from));
                    return more.failed() < order.size()
                            ? plays(mine, order, more)
                            : CompletableFuture.completedFuture(
                                    new DemoPlayed(order.get(0), order.get(0), more.failed(), more.millis(), null));
                })
                .thenCompose(next -> next);
    }

    private CompletableFuture<DemoPlayed.Piece> piece(URI playlist) {
        long from = System.nanoTime();
        return get(playlist, null).thenCompose(answer -> {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no picture");
            }
            DemoPlaylist newest = DemoPlaylist.of(text(answer));
            long body = System.nanoTime();
            return get(playlist.resolve(newest.address()), "bytes=0-" + (BEGINNING - 1))
                    .thenApply(piece -> {
                        if (piece.statusCode() / 100 != 2) {
                            throw new IllegalStateException("no piece");
                        }
                        return new DemoPlayed.Piece(since(from), since(body), piece.body().length, size(piece), newest);
                    });
        });
    }

    private static long size(HttpResponse<byte[]> piece) {
        String range = piece.headers().firstValue("Content-Range").orElse("");
        return range.matches("bytes .+/\\d+")
                ? Long.parseLong(range.substring(range.indexOf('/') + 1))
                : piece.body().length;
    }

    private CompletableFuture<HttpResponse<Void>> tells(Session mine, DemoPlayed played) {
        DemoPlayed.Line line = new DemoPlayed.Line(
                kbps, seat.wayMillis(played.pathway(), random), seat.hiccupMillis(played.pathway(), random));
        ObjectNode report = played.report(line, mine.inHand).put("CMCD", cmcd(mine, played, line));
        mine.inHand = Math.min(DemoPlayed.IN_HAND_MILLIS, Math.max(0, mine.inHand - played.lacking(line)) + 2_000);
        if (mine.told || played.piece() == null) {
            report.putNull("start");
        } else {
            mine.told = true;
            report.put(
                    "start",
                    since(mine.begun) + 5L * line.wayMillis() + played.piece().size() * 8 / kbps);
        }
        HttpRequest request = request(door.resolve("/storefront/v1/watching"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(report.toString()))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    private static String cmcd(Session mine, DemoPlayed played, DemoPlayed.Line line) {
        long kbps = mine.variant(played.pathway()).kbps();
        return played.cmcd(kbps, line, mine.inHand) + ",cid=\"" + mine.show + "\",sf=h,sid=\"" + mine.id + "\",st=l";
    }

    private CompletableFuture<HttpResponse<byte[]>> get(URI address, @Nullable String range) {
        HttpRequest.Builder request = request(address);
        if (range != null) {
            request.header("Range", range);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("User-Agent", seat.agent())
                .header("X-Forwarded-For", seat.address());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
