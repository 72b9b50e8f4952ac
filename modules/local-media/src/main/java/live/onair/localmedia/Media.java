package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The whole process, wired: what was opened first is closed last. */
final class Media implements AutoCloseable {
    /** Why the process cannot start: one line of cause and one of remedy, Korean and English, and its exit code. */
    static final class StartFailure extends RuntimeException {
        final int exitCode;
        final String remedy;

        StartFailure(int exitCode, String cause, String remedy) {
            super(cause);
            this.exitCode = exitCode;
            this.remedy = remedy;
        }

        String lines() {
            return "원인 / cause: " + getMessage() + System.lineSeparator() + "해결 / remedy: " + remedy;
        }
    }

    private static final int MOST_ENCODERS = 200;
    private final AtomicInteger encoders = new AtomicInteger();
    private final MediaConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Instant startedAt = clock.instant();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final ObjectNode ports = Json.object();
    private final ObjectNode urls = Json.object();

    private Media(MediaConfig config) {
        this.config = config;
    }

    static Media start(MediaConfig config) throws IOException {
        Media media = new Media(config);
        try {
            media.open();
            return media;
        } catch (IOException | RuntimeException e) {
            media.close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    private void open() throws IOException {
        StateFolder state = opened(StateFolder.lock(config.state()));
        Channels.Calls calls = opened(new Channels.Calls(state.at("calls.jsonl"), clock));
        ScheduledThreadPoolExecutor engine = new ScheduledThreadPoolExecutor(
                1, work -> new Thread(work, "engine"), new ThreadPoolExecutor.DiscardPolicy());
        Channels.Kit kit = kit(state, engine);
        Channels channels = opened(new Channels(engine, kit, calls, state.at("channels")));
        PublishedFiles files = new PublishedFiles(state.at("published"));
        Doors doors = opened(new Doors(config.idleSeconds()));
        Clips clips = opened(new Clips(kit, state.at("clips")));
        Chats chats = chats(state);
        SteeringControl steering = viewers(doors, state, kit, new Shown(files, clips.shelf(), chats.door()));
        rtmp(doors, state, channels);
        Supplier<ObjectNode> status = () -> status(kit, channels);
        control(
                doors,
                state,
                new Control.Rooms(
                        channels,
                        calls,
                        kit.shows(),
                        kit.packs(),
                        kit.spool(),
                        files,
                        clips,
                        chats.control(),
                        steering,
                        status));
        state.announce(announcement());
    }

    /** What viewers are shown. */
    private record Shown(PublishedFiles files, ClipShelf clips, ChatDoor chat) {}

    /** The doors of viewers: two edges, and their pages. */
    private SteeringControl viewers(Doors doors, StateFolder state, Channels.Kit kit, Shown shown) {
        Places places = new Places(config.viewers().places(), config.viewers().proxies());
        Viewer.Told told = new Viewer.Told(new Watching(clock, places), new Whereabouts(clock));
        SteeringDoor door = new SteeringDoor(shown.files(), places);
        Viewer.Reads reads =
                new Viewer.Reads(shown.files(), new Feed(shown.files(), config.feed()), shown.chat(), door, told);
        Map<String, Dial> dials = Map.of("domestic", new Dial(), "global", new Dial());
        dials.forEach((name, dial) -> edge(
                doors,
                state,
                name,
                new Edge(
                        kit.shows(),
                        kit.packs(),
                        shown.clips(),
                        dial,
                        new Edge.Guard(config.viewers().keys().get(name), clock))));
        viewer(doors, state, kit, reads);
        return new SteeringControl(shown.files(), dials, told);
    }

    private void control(Doors doors, StateFolder state, Control.Rooms rooms) throws IOException {
        Control control = new Control(rooms, StateFolder.token(config.tokenFile()), workers());
        Doors.Wish wish = wish(state, "control", "127.0.0.1", config.ports().control());
        ports.put("control", doors.http(wish, PublishedFiles.LARGEST + 1024, control));
    }

    /** The two doors of the chats. */
    private record Chats(ChatDoor door, ChatControl control) {}

    private Chats chats(StateFolder state) throws IOException {
        ChatRooms rooms =
                opened(new ChatRooms(state.at("chat"), clock, config.chat().windowMillis()));
        ChatPass.Seal seal = ChatPass.Seal.in(state.at("chat.key"));
        return new Chats(
                new ChatDoor(rooms, seal, clock, config.chat().members()), new ChatControl(rooms, seal, clock));
    }

    private Channels.Kit kit(StateFolder state, ScheduledThreadPoolExecutor engine) throws IOException {
        Ffmpeg ffmpeg = Ffmpeg.find(config.state(), config.ffmpeg());
        Spool spool = opened(new Spool(state.at("spool"), clock));
        Shows shows = new Shows(state.at("shows"), config.quotaBytes(), spool);
        opened(shows::close);
        Children children = opened(Children.endingLeftovers(state.at("children.json")));
        Packs packs = opened(new Packs(state.at("slates"), state.font(), ffmpeg, children));
        Path files = state.at("files");
        RunCover.Places blurs = new RunCover.Places(config.blurs());
        return new Channels.Kit(
                clock, engine, ffmpeg, children, packs, shows, spool, state.font(), config.picture(), blurs, files);
    }

    private ExecutorService workers() {
        ExecutorService workers = Executors.newFixedThreadPool(16, work -> new Thread(work, "control"));
        opened(workers::shutdown);
        return workers;
    }

    private void edge(Doors doors, StateFolder state, String name, Edge edge) {
        boolean domestic = name.equals("domestic");
        int port = domestic ? config.ports().domestic() : config.ports().global();
        address(
                name,
                doors.throttled(wish(state, name, config.host(), port), 1024, edge, edge::bytesPerSecond),
                domestic ? config.urls().domestic() : config.urls().global());
    }

    private void viewer(Doors doors, StateFolder state, Channels.Kit kit, Viewer.Reads reads) {
        String edges = urls.path("domestic").asText() + " "
                + urls.path("global").asText() + " " + config.urls().playback();
        Viewer viewer = new Viewer(reads, new EventIntake(kit.spool(), clock), config.console(), edges.trim());
        address(
                "viewer",
                doors.http(wish(state, "viewer", config.host(), config.ports().viewer()), 64 << 10, viewer),
                config.urls().viewer());
    }

    private void rtmp(Doors doors, StateFolder state, Channels channels) {
        int port = doors.open(wish(state, "rtmp", config.host(), config.ports().rtmp()), channel -> {
            boolean room = encoders.incrementAndGet() <= MOST_ENCODERS;
            channel.closeFuture().addListener(gone -> encoders.decrementAndGet());
            if (!room) {
                channel.close();
                return;
            }
            RtmpChunks chunks = new RtmpChunks();
            channel.pipeline().addLast(chunks).addLast(new RtmpPublisher(channels, chunks, clock));
        });
        ports.put("rtmp", port);
        urls.put("rtmp", "rtmp://localhost:" + port + "/live");
    }

    private static Doors.Wish wish(StateFolder state, String door, String host, int port) {
        return new Doors.Wish(door, host, port == 0 ? state.lastPort(door) : port, port == 0);
    }

    private void address(String door, int port, @Nullable String url) {
        ports.put(door, port);
        urls.put(door, url == null ? "http://localhost:" + port : url);
    }

    private ObjectNode announcement() {
        ObjectNode media = Json.object().put("pid", ProcessHandle.current().pid());
        media.put("build", config.build()).put("startedAt", Json.at(startedAt));
        media.set("ports", ports.deepCopy());
        media.set("urls", urls.deepCopy());
        return media;
    }

    private ObjectNode status(Channels.Kit kit, Channels channels) {
        ObjectNode status = announcement().put("now", Json.at(clock.instant()));
        status.putObject("ffmpeg")
                .put("version", kit.ffmpeg().version())
                .put("bundled", kit.ffmpeg().bundled());
        status.set("disk", kit.shows().disk());
        status.putObject("spool").put("next", kit.spool().next());
        return status.put("onAir", channels.ask(channels::running).join());
    }

    int port(String door) {
        return ports.path(door).asInt();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                Log.warn("not-closed", e);
            }
        }
    }
}
