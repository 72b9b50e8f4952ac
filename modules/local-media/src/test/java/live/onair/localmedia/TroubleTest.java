package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.timeUntil;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    @TempDir
    static Path state;

    private static RunningMedia media;

    @BeforeAll
    static void open() throws IOException {
        media = RunningMedia.inside(state);
    }

    @AfterAll
    static void close() {
        media.close();
    }

    private static boolean slateIsOn(PlaylistChecks checks, String show) {
        String text = media.live(show);
        return !text.isEmpty() && checks.next(text).last().uri().startsWith("slate-");
    }

    private static boolean pictureIsOn(PlaylistChecks checks, String show) {
        String text = media.live(show);
        return !text.isEmpty() && !checks.next(text).last().uri().startsWith("slate-");
    }

    @Test
    void a_frozen_encoder_is_covered_by_the_slate_and_another_may_take_its_place() {
        PlaylistChecks checks = new PlaylistChecks();
        media.key("CH-1", "frozen-key");
        media.put("CH-1", aRun("SH-1:1", "SH-1", "input"));
        media.start("CH-1", "SH-1:1");
        try (RtmpEncoder frozen = RtmpEncoder.push(media.rtmp(), "frozen-key")) {
            until(10, () -> pictureIsOn(checks, "SH-1"));
            frozen.freeze();
            assertThat(timeUntil(8, () -> slateIsOn(checks, "SH-1"))).isLessThan(Leave.of(Duration.ofSeconds(4)));
            try (RtmpEncoder spare = RtmpEncoder.push(media.rtmp(), "frozen-key")) {
                assertThat(timeUntil(10, () -> pictureIsOn(checks, "SH-1")))
                        .isLessThan(Leave.of(Duration.ofSeconds(6)));
                assertThat(spare.running()).isTrue();
            }
            frozen.thaw();
        }
        media.stop("CH-1", "SH-1:1");
    }

    @Test
    void an_ffmpeg_that_dies_is_started_again_and_told() {
        PlaylistChecks checks = new PlaylistChecks();
        media.put("CH-2", aRun("SH-2:1", "SH-2", "test"));
        media.start("CH-2", "SH-2:1");
        until(8, () -> pictureIsOn(checks, "SH-2"));
        long before = checks.next(media.live("SH-2")).last().discontinuity();
        ProcessHandle.current()
                .descendants()
                .filter(child -> workingFolder(child).startsWith(state.toString()))
                .forEach(ProcessHandle::destroyForcibly);
        until(10, () -> media.channel("CH-2").path("ffmpegRestarts").asInt() == 1);
        until(
                10,
                () -> pictureIsOn(checks, "SH-2")
                        && checks.next(media.live("SH-2")).last().discontinuity() > before);
        assertThat(media.spooled()).contains("ffmpeg-restarted");
        media.stop("CH-2", "SH-2:1");
    }

    private static String workingFolder(ProcessHandle process) {
        try {
            return Path.of("/proc/" + process.pid() + "/cwd").toRealPath().toString();
        } catch (IOException gone) {
            return "";
        }
    }

    @Test
    void viewers_who_do_not_read_do_not_hold_up_the_others() throws Exception {
        media.call("PUT", "files/large.bin", new byte[2 << 20]);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket viewer = new Socket();
                viewer.setReceiveBufferSize(4096);
                viewer.connect(new InetSocketAddress("127.0.0.1", media.port("viewer")));
                viewer.getOutputStream().write("GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
                slow.add(viewer);
            }
            Duration quick =
                    timeUntil(5, () -> media.gets("viewer", "/large.bin").body().length == 2 << 20);
            assertThat(quick).isLessThan(Leave.of(Duration.ofSeconds(2)));
        } finally {
            for (Socket viewer : slow) {
                viewer.close();
            }
        }
    }
}
