package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The viewers' port: published pages and files, events into the spool, other writes on to the console. */
final class Viewer implements HttpHandler.Route {
    /** The show page as the console shows it before it is public: it reads nothing, the console tells it what to show. */
    private static final String PREVIEW = "/preview";
    /** The player alone, for other sites' pages. */
    private static final String EMBED = "/embed/";

    /** What is read here, and what players tell. */
    record Reads(PublishedFiles files, Feed feed, ChatDoor chat, SteeringDoor steering, Told told) {}

    /** What players tell: by reports of ours, and by what they ask. */
    record Told(Watching watching, Whereabouts whereabouts) {}

    private final PublishedFiles files;
    private final Feed feed;
    private final ChatDoor chat;
    private final SteeringDoor steering;
    private final KeptReplies kept;
    private final Watching watching;
    private final Whereabouts whereabouts;
    private final EventIntake intake;
    private final Forward forward;
    private final String policy;
    private final String previewPolicy;
    private final String embedPolicy;

    Viewer(Reads reads, EventIntake intake, MediaConfig.Console console, String edges) {
        this.files = reads.files();
        this.feed = reads.feed();
        this.chat = reads.chat();
        this.steering = reads.steering();
        this.watching = reads.told().watching();
        this.whereabouts = reads.told().whereabouts();
        this.kept = new KeptReplies(reads.files(), whereabouts::sends);
        this.intake = intake;
        this.forward = new Forward(console.writesUrl());
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' " + edges
                + " data:; media-src blob: data: " + edges + "; connect-src 'self' " + edges
                + "; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        this.embedPolicy = policy.replace(
                "frame-ancestors 'none'",
                "frame-ancestors " + (console.embedders().isEmpty() ? "'none'" : console.embedders()));
        this.previewPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors "
                        + (console.url() == null ? "'none'" : console.url());
    }

    @Override
    public CompletionStage<Reply> answer(HttpHandler.Request request) {
        String path = request.path();
        if (request.reads() && path.startsWith(SteeringDoor.PREFIX) && !SteeringDoor.shows(path)) {
            Reply made = kept.made(path, () -> guarded(read(request), path));
            String uri = request.head().uri();
            whereabouts.asked(path, uri.substring(uri.indexOf('?') + 1));
            return CompletableFuture.completedFuture(made);
        }
        CompletionStage<Reply> reply;
        if (request.reads()) {
            reply = CompletableFuture.completedFuture(read(request));
        } else if (request.method().equals("POST") && request.path().startsWith("/storefront/v1/")) {
            reply = switch (request.path()) {
                case "/storefront/v1/events" -> intake.take(request);
                case "/storefront/v1/watching" -> CompletableFuture.completedFuture(watching.take(request));
                default -> forward.send(request);
            };
        } else {
            reply = CompletableFuture.completedFuture(
                    Reply.text(405, "Not allowed").with("Allow", "GET, HEAD"));
        }
        return reply.thenApply(done -> guarded(done, path));
    }

    @Override
    public @Nullable ReadyReply ready(String path, String query) {
        ReadyReply reply = path.startsWith(SteeringDoor.PREFIX) ? kept.find(path) : null;
        if (reply != null) {
            whereabouts.asked(path, query);
        }
        return reply;
    }

    private Reply guarded(Reply reply, String path) {
        return reply.with("Content-Security-Policy", lets(path))
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Opener-Policy", "same-origin");
    }

    private String lets(String path) {
        if (path.equals(PREVIEW)) {
            return previewPolicy;
        }
        return path.startsWith(EMBED) ? embedPolicy : policy;
    }

    /** What is published beside the pages is anybody's to read, from any page. */
    private Reply read(HttpHandler.Request request) {
        if (request.path().startsWith(SteeringDoor.PREFIX)) {
            return steering.answer(request).with("Access-Control-Allow-Origin", "*");
        }
        if (!request.path().startsWith("/storefront/v1/")) {
            return read(request.path());
        }
        String talking = ChatDoor.show(request.path());
        if (talking != null) {
            return chat.answer(talking, request);
        }
        String show = Feed.show(request.path());
        Reply reply = show == null
                ? read(request.path())
                : feed.answer(show, request.method().equals("HEAD"));
        return reply.with("Access-Control-Allow-Origin", "*");
    }

    private Reply read(String path) {
        String wanted = path.matches("/storefront/v1/(live|schedule)") ? path + ".json" : path;
        wanted = wanted.equals(PREVIEW) ? "/shell/preview.html" : wanted;
        Path file = files.find(wanted);
        if (file == null && wanted.matches("/(live|replay|embed)/[^/]+/?")) {
            file = files.find("/shell/" + wanted.split("/")[1] + ".html");
        }
        return file == null
                ? Reply.text(404, "찾을 수 없습니다 / Not found").with("Cache-Control", "max-age=2")
                : Reply.file(file).with("Cache-Control", cache(wanted, file));
    }

    private static String cache(String path, Path file) {
        if (path.startsWith("/assets/")) {
            return "public, max-age=31536000, immutable";
        }
        return file.toString().endsWith(".html") ? "max-age=60" : "max-age=2";
    }

    /** Fifty events a second from one address, two hundred at once: many viewers may share one. */
    static final class RateLimit {
        private static final int MOST_ADDRESSES = 20_000;
        private static final Pace PACE = new Pace(20_000_000L, 200);
        private final Map<String, Long> paidUntil = new ConcurrentHashMap<>();

        boolean allows(String address) {
            long now = System.nanoTime();
            if (paidUntil.size() > MOST_ADDRESSES) {
                paidUntil.values().removeIf(until -> until - now < 0);
            }
            boolean[] allowed = new boolean[1];
            paidUntil.compute(address, (who, until) -> {
                Long paid = PACE.after(until, now);
                allowed[0] = paid != null;
                return allowed[0] ? paid : until;
            });
            return allowed[0];
        }
    }

    /** Hands a viewer's write to the console: few at once, not for long, and a sentence when it is away. */
    static final class Forward {
        private static final Duration PATIENCE = Duration.ofSeconds(3);
        private final Semaphore free = new Semaphore(16);
        private final @Nullable String url;
        private final HttpClient client;

        Forward(@Nullable String url) {
            this.url = url == null ? null : url.replaceAll("/+$", "");
            this.client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
        }

        CompletionStage<Reply> send(HttpHandler.Request request) {
            if (url == null || !free.tryAcquire()) {
                return CompletableFuture.completedFuture(away());
            }
            HttpRequest.Builder write = HttpRequest.newBuilder(
                            URI.create(url + request.head().uri()))
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
            for (String header : new String[] {"Content-Type", "Accept", "Accept-Language", "Idempotency-Key"}) {
                String value = request.head().get(header);
                if (value != null) {
                    write.header(header, value);
                }
            }
            write.header("X-Forwarded-For", request.head().remote());
            return client.sendAsync(write.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .handle((response, failure) -> response == null ? away() : passed(response))
                    .whenComplete((reply, failure) -> free.release());
        }

        private static Reply passed(HttpResponse<byte[]> response) {
            String type = response.headers().firstValue("Content-Type").orElse("application/json");
            Reply reply = Reply.of(response.statusCode(), type, response.body()).with("Cache-Control", "no-store");
            String retry = response.headers().firstValue("Retry-After").orElse(null);
            return retry == null ? reply : reply.with("Retry-After", retry);
        }

        private static Reply away() {
            ObjectNode sentence = Json.object().put("error", "console-away");
            sentence.put("message", "지금은 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오. / Not possible right now, please try again.");
            sentence.put("ko", "지금은 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오.");
            sentence.put("en", "Not possible right now, please try again in a moment.");
            return Reply.json(503, sentence).with("Retry-After", "5");
        }
    }
}
