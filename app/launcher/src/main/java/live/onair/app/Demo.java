package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** {@code onair demo}: everything on this machine, with people and shows to try it out. */
final class Demo {

    private static final Duration PICTURE_PATIENCE = Duration.ofSeconds(60);

    private final Distribution distribution = Distribution.here();
    private final Arguments arguments;

    Demo(List<String> given) {
        arguments = new Arguments(
                given,
                Set.of("--port", "--data", "--clock-offset", "--media-build", "--break"),
                Set.of("--reset", "--no-browser", "--no-show", "--test-mode", "--viewers"));
    }

    void run() {
        List<String> broken = broken();
        Running running = new Running();
        DataFolder data = running.with(
                DataFolder.take(arguments.path("--data").orElse(DataFolder.usual()), arguments.has("--reset")));
        forgetReady(data);
        Ports ports = new Ports(arguments.number("--port", 8080));
        int writes = ports.free();
        MediaProcess media = new MediaProcess(distribution, data, mediaSettings(data, ports, writes));
        running.atEnd(media::close);
        MediaFolder.Running streams = media.adoptOrStart();
        media.supervise();
        Postgres postgres = database(running, data, ports.free());
        Optional<BrokenInput> input = broken.contains(BrokenInput.WORD)
                ? Optional.of(running.start(() -> BrokenInput.start(distribution, data, streams)))
                : Optional.empty();
        Map<String, String> settings = settings(data, postgres, streams, writes);
        connectShop(settings);
        new Server(distribution, data, settings).start();
        awaitPicture(data);
        announce(data);
        input.ifPresent(BrokenInput::cutSoon);
        broken.stream()
                .filter(BrokenEdge::isOne)
                .forEach(word -> new BrokenEdge(word).breakSoon(new MediaFolder(data.media())));
    }

    /** What shall break, one or several with commas between. */
    private List<String> broken() {
        List<String> words = arguments
                .value("--break")
                .map(given -> List.of(given.split(",")))
                .orElse(List.of());
        words.stream()
                .filter(word -> !word.equals(BrokenInput.WORD) && !BrokenEdge.isOne(word))
                .findFirst()
                .ifPresent(word -> {
                    throw Trouble.wrongArguments("--break " + word);
                });
        return words;
    }

    /** A shop of its own, unless another is set: it stands for somebody else's server and lies on the console's port. */
    private void connectShop(Map<String, String> settings) {
        if (settings.getOrDefault(Setting.SHOP_URL.key(), "").isBlank()) {
            settings.put(Setting.SHOP_URL.key(), url() + "/hooks/demo-shop");
            settings.put(Setting.SHOP_TOKEN.key(), UUID.randomUUID().toString());
            settings.put(Setting.SHOP_NAME.key(), "데모 쇼핑몰");
        }
    }

    private static void forgetReady(DataFolder data) {
        try {
            Files.deleteIfExists(data.root().resolve("demo-ready"));
        } catch (IOException e) {
            throw Trouble.didNotStart("demo", String.valueOf(e.getMessage()));
        }
    }

    /** The first time the next free ports; afterwards it keeps those it has, so that viewers' addresses stay. */
    private Map<String, String> mediaSettings(DataFolder data, Ports ports, int writes) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("onair.media.console.url", url());
        settings.put("onair.media.console.writes.url", "http://127.0.0.1:" + writes);
        Map<String, String> aws = Settings.ofOthers(System.getenv());
        if ("true".equals(aws.get(Setting.AWS.key()))) {
            settings.put(
                    MediaProcess.PLAYBACK,
                    MediaProcess.playback(
                            one -> aws.getOrDefault(one.key(), one.usual().orElse(""))));
        }
        if (arguments.has("--test-mode")) {
            // enough to see that it moves; two consoles of the tests share two cores with all that they test
            settings.put("onair.media.picture.rate", "8");
            settings.put("onair.media.picture.height", "180");
        }
        if (hasViewers()) {
            settings.putAll(DemoPlaces.in(data).mediaSettings());
        }
        arguments.value("--media-build").ifPresent(build -> settings.put("onair.media.build", build));
        if (!Files.exists(data.media().resolve("media.json"))) {
            for (String port : List.of("viewer", "domestic", "global", "rtmp", "control")) {
                settings.put("onair.media." + port + ".port", String.valueOf(ports.free()));
            }
        }
        return settings;
    }

    /** Tests count viewers of their own; whoever has told where viewers are has them as well. */
    private boolean hasViewers() {
        boolean wanted = !arguments.has("--test-mode") && !arguments.has("--no-show") || arguments.has("--viewers");
        return wanted && System.getenv("ONAIR_MEDIA_PLACES_FILE") == null;
    }

    private String url() {
        return "http://localhost:" + arguments.number("--port", 8080);
    }

    private Postgres database(Running running, DataFolder data, int port) {
        Postgres postgres = running.start(() -> Postgres.start(data.database(), port));
        Migrations migrations = new Migrations(postgres.url(), "postgres", postgres.password());
        try {
            if (migrations.mustMigrateData()) {
                String newest = "V" + migrations.newest();
                postgres.close();
                Path copy = Migrations.copyBefore(newest, data, Clock.systemUTC());
                System.out.println("이전 데이터를 복사했습니다 / data copied before migrating: " + copy);
                postgres = running.start(() -> Postgres.start(data.database(), port));
            }
            migrations.migrate();
            return postgres;
        } catch (IOException e) {
            throw Trouble.didNotStart("PostgreSQL", String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> settings(DataFolder data, Postgres postgres, MediaFolder.Running streams, int writes) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            setting.usual().ifPresent(value -> settings.put(setting.key(), value));
        }
        int port = arguments.number("--port", 8080);
        settings.putAll(Settings.ofOthers(System.getenv()));
        settings.put("onair.http.port", String.valueOf(port));
        settings.put("onair.writes.port", String.valueOf(writes));
        settings.put("onair.public.url", url());
        settings.put("onair.environment", "demo");
        settings.put("onair.db.url", postgres.url());
        settings.put("onair.db.user", "postgres");
        settings.put("onair.db.password", postgres.password());
        settings.put("onair.data.dir", data.root().toString());
        settings.put("onair.audit.head", data.auditHead().toString());
        settings.putAll(ofDemo(data));
        settings.put("onair.test.mode", String.valueOf(arguments.has("--test-mode")));
        settings.put(Setting.SIMULCAST_PRIVATE.key(), "true");
        settings.put(Setting.WEBHOOKS_LOOPBACK.key(), "true");
        settings.put(Setting.SHOP_PRIVATE.key(), "true");
        settings.put("onair.clock.offset", arguments.value("--clock-offset").orElse("PT0S"));
        settings.putAll(mediaLinks(data, streams));
        return settings;
    }

    /** What there is in a demo and nowhere else. */
    private Map<String, String> ofDemo(DataFolder data) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("onair.demo.file", data.demoFile().toString());
        settings.put("onair.demo.show", String.valueOf(!arguments.has("--no-show")));
        settings.put("onair.demo.encoders", String.valueOf(broken().contains(BrokenInput.WORD)));
        settings.put("onair.demo.rule", String.valueOf(broken().stream().anyMatch(BrokenEdge::isOne)));
        if (hasViewers()) {
            settings.put("onair.demo.viewers", DemoPlaces.in(data).file().toString());
        }
        return settings;
    }

    static Map<String, String> mediaLinks(DataFolder data, MediaFolder.Running streams) {
        return Map.of(
                "onair.media.enabled", "true",
                "onair.media.state", data.media().toString(),
                "onair.media.control.url", "http://127.0.0.1:" + streams.port("control"),
                "onair.viewer.url", streams.url("viewer"),
                "onair.domestic.url", streams.url("domestic"),
                "onair.global.url", streams.url("global"),
                "onair.rtmp.url", streams.url("rtmp"));
    }

    /** Waits until the show that is on air has a picture, so that READY is not a promise. */
    private void awaitPicture(DataFolder data) {
        Path marker = data.root().resolve("demo-ready");
        long deadline = System.nanoTime() + PICTURE_PATIENCE.toNanos();
        while (!Files.exists(marker) && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (!Files.exists(marker)) {
            throw Trouble.didNotStart("demo", "no picture on air within " + PICTURE_PATIENCE.toSeconds() + " s");
        }
    }

    private void announce(DataFolder data) {
        try {
            JsonNode demo = new ObjectMapper().readTree(data.demoFile().toFile());
            System.out.println("READY " + demo.path("url").asText());
            System.out.println("시청자 화면 / viewers: " + demo.path("viewerUrl").asText());
            System.out.println("데모 사람 / demo people (" + data.demoFile() + "):");
            demo.path("people")
                    .forEach(p -> System.out.printf(
                            "  %-14s %s%n",
                            p.path("role").asText(), p.path("name").asText()));
            System.out.flush();
            if (!arguments.has("--no-browser")) {
                Browser.open(demo.path("url").asText());
            }
        } catch (IOException e) {
            throw Trouble.didNotStart("demo.json", String.valueOf(e.getMessage()));
        }
    }
}
