package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    @TempDir
    Path state;

    @Test
    void a_file_and_then_its_recording_are_played_once_as_live() throws Exception {
        Path upload = Files.createDirectories(state.resolve("files")).resolve("clip.mp4");
        Process made = RtmpEncoder.ffmpeg()
                .command(List.of(
                        "-loglevel",
                        "error",
                        "-nostdin",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=25:d=5",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=5",
                        "-c:v",
                        "libopenh264",
                        "-g",
                        "50",
                        "-c:a",
                        "aac",
                        upload.toString()))
                .start();
        assertThat(made.waitFor()).isZero();
        try (RunningMedia media = RunningMedia.inside(state)) {
            ObjectNode run = aRun("SH-1:1", "SH-1", "file");
            ((ObjectNode) run.get("source")).put("file", "clip.mp4");
            played(media, run, "SH-1");
            ObjectNode again = aRun("SH-2:1", "SH-2", "file");
            ((ObjectNode) again.get("source")).put("replayOf", "SH-1");
            played(media, again, "SH-2");
            assertThat(media.asks("recordings/SH-2").path("bytes").asLong()).isPositive();
        }
    }

    private static void played(RunningMedia media, ObjectNode run, String show) throws Exception {
        PlaylistChecks checks = new PlaylistChecks();
        String id = run.path("run").asText();
        media.put("CH-1", run);
        media.start("CH-1", id);
        until(10, () -> media.output("CH-1").equals("file"));
        until(12, () -> media.channel("CH-1").path("fileEnded").asBoolean());
        until(15, () -> checks.next(media.live(show)).last().uri().startsWith("slate-"));
        PlaylistChecks.Playlist all = checks.next(media.live(show));
        double shown = all.entries().stream()
                .filter(entry -> entry.uri().startsWith("f"))
                .mapToDouble(PlaylistChecks.Entry::seconds)
                .sum();
        assertThat(shown).isBetween(4.5, 5.5);
        String uri = all.uris().stream()
                .filter(name -> name.startsWith("f"))
                .findFirst()
                .orElseThrow();
        assertThat(media.probed("/live/" + show + "/" + uri))
                .contains("Video: h264")
                .contains("Audio: aac");
        media.stop("CH-1", id);
    }
}
