package live.onair.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code onair serve}: production, everything by configuration. */
final class Serve {

    private final Distribution distribution = Distribution.here();
    private final Arguments arguments;

    Serve(List<String> given) {
        arguments = new Arguments(given, Set.of("--config"), Set.of());
    }

    void run() {
        Settings settings = Settings.read(arguments.path("--config").orElse(null), System.getenv());
        Running running = new Running();
        DataFolder data = running.with(DataFolder.take(Path.of(settings.get(Setting.DATA_DIR)), false));
        checkPorts(settings);
        Map<String, String> properties = new LinkedHashMap<>(settings.asProperties());
        properties.put("onair.audit.head", data.auditHead().toString());
        if (settings.is(Setting.MEDIA)) {
            MediaProcess media = new MediaProcess(distribution, data, mediaSettings(settings));
            running.atEnd(media::close);
            properties.putAll(Demo.mediaLinks(data, media.adoptOrStart()));
            media.supervise();
        }
        Migrations migrations = new Migrations(
                settings.get(Setting.DB_URL), settings.get(Setting.DB_USER), settings.get(Setting.DB_PASSWORD));
        migrations.mustMigrateData();
        migrations.migrate();
        new Server(distribution, data, properties).start();
        System.out.println("READY " + settings.get(Setting.PUBLIC_URL));
    }

    private static void checkPorts(Settings settings) {
        for (Setting setting : List.of(Setting.HTTP_PORT, Setting.WRITES_PORT)) {
            if (!Ports.isFree(settings.number(setting))) {
                throw Trouble.busyPort(setting.key(), settings.number(setting));
            }
        }
    }

    /** The media process of this configuration, on its own in the foreground: {@code onair media}. */
    static Map<String, String> mediaSettings(Settings settings) {
        Map<String, String> media = new LinkedHashMap<>();
        for (Setting setting : List.of(
                Setting.VIEWER_PORT,
                Setting.DOMESTIC_PORT,
                Setting.GLOBAL_PORT,
                Setting.RTMP_PORT,
                Setting.CONTROL_PORT,
                Setting.QUOTA,
                Setting.FOLLOWERS,
                Setting.BLURS,
                Setting.PLACES,
                Setting.PROXIES,
                Setting.EDGE_KEYS,
                Setting.EMBED)) {
            media.put(setting.key(), settings.get(setting));
        }
        media.put("onair.media.host", settings.get(Setting.MEDIA_HOST));
        media.put("onair.media.console.url", settings.get(Setting.PUBLIC_URL));
        media.put("onair.media.console.writes.url", "http://127.0.0.1:" + settings.get(Setting.WRITES_PORT));
        if (settings.get(Setting.AWS).equals("true")) {
            media.put(MediaProcess.PLAYBACK, MediaProcess.playback(settings::get));
        }
        return media;
    }
}
