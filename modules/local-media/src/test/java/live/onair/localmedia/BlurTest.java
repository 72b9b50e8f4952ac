package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.KEY;
import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.timeUntil;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Viewers of a blurred show make nothing out and hear nothing, whatever happens around it; all is told from what they get. */
class BlurTest {
    @TempDir
    Path folder;

    private final PlaylistChecks checks = new PlaylistChecks();
    private final Map<String, SegmentLook> looks = new HashMap<>();
    private RunningMedia media;

    @BeforeEach
    void nothingSeen() {
        looks.clear();
    }

    private void cover(String how, boolean on) {
        media.does(
                "POST",
                "channels/CH-1/" + how,
                Json.object().put("run", "SH-1:1").put("on", on));
    }

    private List<PlaylistChecks.Entry> shown() {
        String text = media.live("SH-1");
        return text.isEmpty() ? List.of() : checks.next(text).entries();
    }

    private long last() {
        List<PlaylistChecks.Entry> all = shown();
        return all.isEmpty() ? -1 : all.get(all.size() - 1).sequence();
    }

    private SegmentLook look(PlaylistChecks.Entry entry) {
        return looks.computeIfAbsent(entry.uri(), uri -> {
            try {
                return SegmentLook.at(
                        media.gets("domestic", "/live/SH-1/" + uri).body());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean isSlate(PlaylistChecks.Entry entry) {
        return entry.uri().startsWith("slate-");
    }

    /** The first segment behind that number that is no slate; null while there is none. */
    private PlaylistChecks.Entry firstAfter(long sequence) {
        return shown().stream()
                .filter(entry -> entry.sequence() > sequence && !isSlate(entry))
                .findFirst()
                .orElse(null);
    }

    private PlaylistChecks.Entry nextPicture() {
        long before = last();
        until(20, () -> firstAfter(before) != null);
        return firstAfter(before);
    }

    private void onAir(String kind) {
        media.put("CH-1", aRun("SH-1:1", "SH-1", kind));
        media.start("CH-1", "SH-1:1");
    }

    @Test
    void viewers_get_a_blurred_silent_picture_within_seconds_and_the_plain_one_when_it_is_over() throws Exception {
        try (RunningMedia running = RunningMedia.inside(folder)) {
            media = running;
            media.key("CH-1", KEY);
            onAir("input");
            try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), KEY)) {
                assertThat(look(nextPicture())).matches(SegmentLook::plain);
                until(
                        10,
                        () -> shown().stream().filter(entry -> !isSlate(entry)).count() >= 2);

                cover("blur", true);
                cover("blur", true);
                long pressed = last();
                assertThat(timeUntil(10, () -> firstAfter(pressed) != null))
                        .isLessThan(Leave.of(Duration.ofSeconds(6)));
                assertThat(media.channel("CH-1").path("blurred").asBoolean()).isTrue();
                assertThat(media.output("CH-1")).isEqualTo("input");
                until(15, () -> last() >= pressed + 3);
                until(10, () -> publicPictureIsHidden());

                long released = last();
                cover("blur", false);
                until(
                        15,
                        () -> firstAfter(released) != null
                                && look(nextPicture()).plain());
                assertThat(encoder.running()).isTrue();
                media.stop("CH-1", "SH-1:1");
                told(pressed, released);
            }
            assertThat(media.channel("CH-1").path("ffmpegRestarts").asInt()).isZero();
        }
    }

    /** Nothing plain from the press on until what was begun before its end is over, no slate, no jump of the stream's clock. */
    private void told(long pressed, long released) {
        PlaylistChecks.Playlist all = checks.next(media.live("SH-1"));
        for (PlaylistChecks.Entry entry : all.entries()) {
            if (entry.sequence() > pressed && entry.sequence() <= released + 1) {
                assertThat(look(entry)).as(entry.uri()).matches(SegmentLook::hidden);
            }
        }
        List<PlaylistChecks.Entry> pictures = all.entries().stream()
                .filter(entry -> entry.sequence() >= pressed && !isSlate(entry))
                .toList();
        for (int i = 1; i < pictures.size(); i++) {
            double gap =
                    look(pictures.get(i)).from() - look(pictures.get(i - 1)).to();
            assertThat(gap)
                    .as("between %s and %s", pictures.get(i - 1), pictures.get(i))
                    .isBetween(0.0, 0.1);
        }
        media.does("POST", "recordings/SH-1/publish", Json.object().put("on", true));
        List<String> replay =
                PlaylistChecks.valid(media.playlist("/replay/SH-1/index.m3u8")).uris();
        assertThat(replay)
                .containsAll(pictures.stream().map(PlaylistChecks.Entry::uri).toList());
        assertThat(strangers()).as("what was never shown is not kept").isEmpty();
    }

    private List<String> strangers() {
        try (var files = Files.walk(folder.resolve("shows"))) {
            List<String> shown = checks.next(media.live("SH-1")).uris();
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ts") && !shown.contains(name))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean publicPictureIsHidden() throws IOException {
        HttpResponse<byte[]> picture = media.gets("domestic", "/live/SH-1/thumb.jpg");
        var image = ImageIO.read(new ByteArrayInputStream(picture.body()));
        int edges = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 1; x < image.getWidth() - 1; x++) {
                int bend =
                        green(image.getRGB(x - 1, y)) - 2 * green(image.getRGB(x, y)) + green(image.getRGB(x + 1, y));
                edges += Math.abs(bend) > 40 ? 1 : 0;
            }
        }
        return edges < image.getWidth() * image.getHeight() / 1000;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 255;
    }

    @Test
    void it_stays_blurred_when_the_encoder_comes_back_and_when_the_process_was_killed() throws Exception {
        try (RunningMedia running = RunningMedia.child(folder.resolve("state"))) {
            media = running;
            media.key("CH-1", KEY);
            onAir("input");
            try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), KEY)) {
                nextPicture();
                cover("blur", true);
                assertThat(look(nextPicture())).matches(SegmentLook::hidden);
                encoder.kill();
            }
            until(10, () -> media.output("CH-1").equals("slate-reconnect"));
            long pressed = last();
            try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), KEY)) {
                until(20, () -> firstAfter(pressed) != null);
                assertThat(look(firstAfter(pressed))).matches(SegmentLook::hidden);
                media.kill();
                media.startChild();
                assertThat(media.channel("CH-1").path("blurred").asBoolean()).isTrue();
                assertThat(media.start("CH-1", "SH-1:1")).isEqualTo("resumed");
            }
            long killed = last();
            try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), KEY)) {
                until(20, () -> firstAfter(killed) != null);
                assertThat(look(firstAfter(killed))).matches(SegmentLook::hidden);
            }
            media.stop("CH-1", "SH-1:1");
            media.put("CH-1", aRun("SH-2:1", "SH-2", "input"));
            assertThat(media.channel("CH-1").path("blurred").asBoolean())
                    .as("another run begins plain")
                    .isFalse();
        }
    }

    @Test
    void the_slate_wins_and_the_blur_is_still_there_behind_it() throws Exception {
        try (RunningMedia running = RunningMedia.inside(folder)) {
            media = running;
            onAir("test");
            nextPicture();
            cover("blur", true);
            assertThat(look(nextPicture())).matches(SegmentLook::hidden);
            cover("slate", true);
            until(15, () -> isSlate(shown().get(shown().size() - 1)));
            assertThat(media.output("CH-1")).isEqualTo("slate-emergency");
            cover("slate", false);
            assertThat(look(nextPicture())).matches(SegmentLook::hidden);
            media.stop("CH-1", "SH-1:1");
        }
    }

    private static ObjectNode aFile() {
        ObjectNode run = aRun("SH-1:1", "SH-1", "file");
        ((ObjectNode) run.get("source")).put("file", "clip.mp4");
        return run;
    }

    private static void upload(Path state, int seconds) throws Exception {
        Path upload = Files.createDirectories(state.resolve("files")).resolve("clip.mp4");
        String made = "-loglevel error -nostdin -f lavfi -i testsrc2=s=320x180:r=25:d=%d -f lavfi -i sine=d=%d"
                + " -c:v libopenh264 -g 50 -c:a aac ";
        List<String> line = List.of((made.formatted(seconds, seconds) + upload).split(" "));
        assertThat(RtmpEncoder.ffmpeg().command(line).start().waitFor()).isZero();
    }

    @Test
    void a_file_is_blurred_as_well() throws Exception {
        upload(folder, 24);
        try (RunningMedia running = RunningMedia.inside(folder)) {
            media = running;
            media.put("CH-1", aFile());
            media.start("CH-1", "SH-1:1");
            assertThat(look(nextPicture())).matches(SegmentLook::plain);
            cover("blur", true);
            assertThat(look(nextPicture())).matches(SegmentLook::hidden);
            assertThat(look(nextPicture())).matches(SegmentLook::hidden);
            cover("blur", false);
            assertThat(look(nextPicture())).matches(SegmentLook::plain);
            media.stop("CH-1", "SH-1:1");
        }
    }

    private static ObjectNode begun(String run, String show, boolean slate, boolean blur) {
        ObjectNode wanted = aRun(run, show, "test");
        wanted.putObject("cover").put("slate", slate).put("blur", blur);
        return wanted;
    }

    private boolean is(String what) {
        return media.channel("CH-1").path(what).asBoolean();
    }

    private void nothingPlain(long from) {
        for (PlaylistChecks.Entry entry : shown()) {
            if (entry.sequence() > from && !isSlate(entry)) {
                assertThat(look(entry)).as(entry.uri()).matches(SegmentLook::hidden);
            }
        }
    }

    private long pictures() {
        return shown().stream().filter(entry -> !isSlate(entry)).count();
    }

    @Test
    void a_run_that_is_to_begin_blurred_has_no_plain_segment() throws Exception {
        try (RunningMedia running = RunningMedia.inside(folder)) {
            media = running;
            media.put("CH-1", begun("SH-1:1", "SH-1", false, true));
            media.put("CH-1", aRun("SH-1:1", "SH-1", "test"));
            assertThat(is("blurred")).as("no specification takes it away").isTrue();
            media.start("CH-1", "SH-1:1");
            until(20, () -> pictures() >= 3);
            cover("slate", true);
            until(15, () -> media.output("CH-1").equals("slate-emergency"));
            nothingPlain(-1);
            media.stop("CH-1", "SH-1:1");
            media.put("CH-1", begun("SH-1:2", "SH-1", true, false));
            media.start("CH-1", "SH-1:2");
            assertThat(is("blurred")).isFalse();
            assertThat(media.output("CH-1")).isEqualTo("slate-emergency");
            media.stop("CH-1", "SH-1:2");
        }
    }

    @Test
    void a_run_that_was_plain_when_its_process_was_killed_goes_on_as_it_is_specified_by_then() throws Exception {
        try (RunningMedia running = RunningMedia.child(folder.resolve("state"))) {
            media = running;
            onAir("test");
            assertThat(look(nextPicture())).matches(SegmentLook::plain);
            media.kill();
            media.startChild();
            long killed = last();
            media.put("CH-1", begun("SH-1:1", "SH-1", false, true));
            assertThat(media.start("CH-1", "SH-1:1")).isEqualTo("resumed");
            until(20, () -> firstAfter(killed) != null);
            long first = firstAfter(killed).sequence();
            until(20, () -> firstAfter(first) != null);
            nothingPlain(killed);
            media.stop("CH-1", "SH-1:1");
        }
    }

    @Test
    void no_more_are_blurred_at_once_than_may_be_and_others_are_refused_or_begin_with_the_slate() throws Exception {
        try (RunningMedia running = RunningMedia.inside(folder, "blurs", "1")) {
            media = running;
            onAir("test");
            cover("blur", true);
            media.put("CH-2", aRun("SH-2:1", "SH-2", "test"));
            media.start("CH-2", "SH-2:1");
            HttpResponse<byte[]> refused = blurOfTwo();
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(new String(refused.body())).contains("As many shows are blurred as may be at once: 1");
            assertThat(media.channel("CH-2").path("blurred").asBoolean()).isFalse();
            media.put("CH-3", begun("SH-3:1", "SH-3", false, true));
            assertThat(media.channel("CH-3").path("blurred").asBoolean()).isFalse();
            assertThat(media.channel("CH-3").path("slateForced").asBoolean()).isTrue();

            cover("blur", false);
            assertThat(blurOfTwo().statusCode()).isEqualTo(200);
            assertThat(blurOfTwo().statusCode()).as("it holds its place").isEqualTo(200);
            media.stop("CH-2", "SH-2:1");
            cover("blur", true);
            assertThat(is("blurred")).isTrue();
            media.stop("CH-1", "SH-1:1");
        }
    }

    private HttpResponse<byte[]> blurOfTwo() {
        ObjectNode wanted = Json.object().put("run", "SH-2:1").put("on", true);
        return media.call("POST", "channels/CH-2/blur", Json.bytes(wanted));
    }

    /** What is in the way of each blurred segment of these names, or no longer is: none of them can be written. */
    private record Broken(Path show, String names) {
        void is(boolean broken) throws IOException {
            for (int i = 0; i < 200; i++) {
                Path way = show.resolve("blur-%s%06d.ts".formatted(names, i));
                if (!broken) {
                    Durable.deleteTree(way);
                } else if (!Files.exists(way)) {
                    Files.createDirectories(way.resolve("in-the-way"));
                }
            }
        }
    }

    @Test
    void what_cannot_be_blurred_is_told_and_not_shown_but_the_slate_is() throws Exception {
        try (RunningMedia running = RunningMedia.inside(folder)) {
            media = running;
            onAir("test");
            PlaylistChecks.Entry picture = nextPicture();
            assertThat(look(picture)).matches(SegmentLook::plain);
            String session = picture.uri().substring(0, picture.uri().lastIndexOf('-') + 1);
            Broken blur = new Broken(folderOf(picture.uri()), session);
            failsAndWorksAgain(blur);
            blur.is(true);
            until(15, () -> is("blurFails"));
            cover("blur", false);
            assertThat(is("blurFails")).as("nothing is to be blurred").isFalse();
            assertThat(look(nextPicture())).matches(SegmentLook::plain);
            media.stop("CH-1", "SH-1:1");
        }
    }

    @Test
    void of_a_file_too() throws Exception {
        upload(folder, 120);
        try (RunningMedia running = RunningMedia.inside(folder)) {
            media = running;
            media.put("CH-1", aFile());
            media.start("CH-1", "SH-1:1");
            assertThat(look(nextPicture())).matches(SegmentLook::plain);
            cover("blur", true);
            PlaylistChecks.Entry picture = nextPicture();
            assertThat(look(picture)).matches(SegmentLook::hidden);
            String copies = picture.uri().substring(0, picture.uri().lastIndexOf('-') + 1);
            cover("blur", false);
            assertThat(look(nextPicture())).matches(SegmentLook::plain);
            failsAndWorksAgain(new Broken(folderOf(picture.uri()), copies));
            media.stop("CH-1", "SH-1:1");
        }
    }

    private void failsAndWorksAgain(Broken blur) throws IOException {
        blur.is(true);
        cover("blur", true);
        long pressed = last();
        assertThat(is("blurred")).isTrue();
        until(20, () -> is("blurFails"));
        until(30, () -> last() >= pressed + 3);
        assertThat(firstAfter(pressed)).as("nothing but the slate").isNull();
        until(10, this::publicPictureIsDark);
        blur.is(false);
        assertThat(look(nextPicture())).matches(SegmentLook::hidden);
        until(20, () -> !is("blurFails"));
        assertThat(is("blurred")).isTrue();
        nothingPlain(pressed);
    }

    /** As a slate is, and the test picture never. */
    private boolean publicPictureIsDark() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(
                media.gets("domestic", "/live/SH-1/thumb.jpg").body()));
        long light = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                light += green(image.getRGB(x, y));
            }
        }
        return light / image.getWidth() / image.getHeight() < 60;
    }

    private Path folderOf(String segment) throws IOException {
        try (var files = Files.walk(folder.resolve("shows"))) {
            return files.filter(file -> file.endsWith(segment))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
