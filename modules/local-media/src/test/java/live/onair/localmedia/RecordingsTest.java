package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    private static final Instant DAY = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder;

    private Spool spool;

    @BeforeEach
    void open() throws IOException {
        spool = new Spool(folder.resolve("spool"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private Shows shows(long quota) throws IOException {
        return new Shows(folder.resolve("shows"), quota, spool);
    }

    private static RunSpec run(String show) {
        return RunSpec.read(
                Json.object().put("run", show + ":1").put("show", show).put("record", true));
    }

    /** A show of so many segments of 1000 bytes and two seconds. */
    private static MediaShow recorded(Shows shows, String id, Instant at, int segments) throws IOException {
        MediaShow show = shows.open(id);
        Timeline line = show.begin(run(id));
        for (int i = 0; i < segments; i++) {
            Path file = line.folder().resolve("s" + i + ".ts");
            Files.write(file, new byte[1000]);
            line.append(new Timeline.Segment(
                    0,
                    "s" + i + ".ts",
                    Duration.ofSeconds(2),
                    at.plusSeconds(2L * i),
                    i % 100 == 0,
                    Timeline.Kind.INPUT,
                    id + ":1",
                    1000));
        }
        return show;
    }

    @Test
    void the_oldest_finished_recording_goes_first_and_a_protected_or_running_one_stays() throws Exception {
        Shows shows = shows(10_000);
        recorded(shows, "OLD-PROTECTED", DAY.minusSeconds(9000), 2).protect(true);
        recorded(shows, "OLDEST", DAY.minusSeconds(8000), 3);
        recorded(shows, "OLDER", DAY.minusSeconds(7000), 3);
        recorded(shows, "RUNNING", DAY.minusSeconds(6), 3);
        for (String id : new String[] {"OLD-PROTECTED", "OLDEST", "OLDER"}) {
            shows.open(id).live().mark(false, id + ":1");
        }
        shows.tick(DAY);
        assertThat(shows.get("OLDEST")).isNull();
        assertThat(shows.get("OLDER")).isNotNull();
        assertThat(shows.disk().path("level").asText()).isEqualTo("OK");

        recorded(shows, "NEW", DAY, 5);
        shows.open("NEW").live().mark(false, "NEW:1");
        shows.tick(DAY);
        assertThat(shows.get("OLDER")).isNull();
        assertThat(shows.get("OLD-PROTECTED")).isNotNull();
        assertThat(shows.get("RUNNING")).isNotNull();
    }

    @Test
    void a_running_recording_loses_only_what_lies_behind_its_window_and_the_stream_goes_on() throws Exception {
        Shows shows = shows(400_000);
        MediaShow running = recorded(shows, "LONG", DAY.minusSeconds(1000), 500);
        PlaylistChecks checks = new PlaylistChecks();
        checks.next(text(Playlist.live(running.live().state(), Duration.ofDays(1))));
        shows.tick(DAY);
        assertThat(running.bytes()).isBetween(315_000L, 317_000L);
        PlaylistChecks.Playlist after =
                checks.next(text(Playlist.live(running.live().state(), Duration.ofDays(1))));
        assertThat(after.entries().get(0).sequence()).isBetween(183L, 186L);
        assertThat(after.entries().get(0).discontinuity()).isEqualTo(1);

        Shows again = shows(400_000);
        checks.next(text(Playlist.live(again.recording("LONG").live().state(), Duration.ofDays(1))));
        assertThat(again.recording("LONG").bytes()).isEqualTo(running.bytes());
    }

    private static String text(byte[] playlist) {
        return new String(playlist, StandardCharsets.UTF_8);
    }

    @Test
    void the_window_slides_with_the_right_sequences() throws Exception {
        Shows shows = shows(1 << 30);
        MediaShow show = recorded(shows, "SH-1", DAY, 50);
        PlaylistChecks checks = new PlaylistChecks();
        for (int i = 50; i < 450; i++) {
            show.live()
                    .append(new Timeline.Segment(
                            0,
                            "t" + i + ".ts",
                            Duration.ofSeconds(2),
                            DAY.plusSeconds(2L * i),
                            i % 7 == 0,
                            Timeline.Kind.SLATE,
                            "SH-1:1",
                            0));
            PlaylistChecks.Playlist now =
                    checks.next(text(Playlist.live(show.live().state(), Duration.ofSeconds(60))));
            assertThat(now.entries()).hasSize(30);
        }
    }

    @Test
    void a_torn_last_line_is_dropped_and_the_sequence_goes_on() throws Exception {
        Shows shows = shows(1 << 30);
        MediaShow show = recorded(shows, "SH-1", DAY, 3);
        show.close();
        Path file = show.live().folder().resolve("timeline.jsonl");
        Files.writeString(file, "{\"seq\":3,\"uri\":\"s3.t", StandardOpenOption.APPEND);
        Timeline again = Timeline.open(show.live().folder());
        assertThat(again.state().segments()).hasSize(3);
        again.append(new Timeline.Segment(
                0, "n.ts", Duration.ofSeconds(2), DAY.plusSeconds(60), true, Timeline.Kind.SLATE, "SH-1:1", 0));
        assertThat(again.state().last()).isNotNull();
        assertThat(again.state().segments().get(3).seq()).isEqualTo(3);
        again.close();
    }

    @Test
    void spool_entries_are_numbered_without_gaps_and_trimmed_files_are_freed() throws Exception {
        for (int i = 0; i < 2000; i++) {
            spool.put("viewer", Json.object().put("text", "x".repeat(3000)));
        }
        long last = spool.put("viewer", Json.object()).get();
        assertThat(last).isEqualTo(2000);
        assertThat(spool.read(1990, 100).path("entries")).hasSize(11);
        assertThat(Files.list(folder.resolve("spool"))).hasSizeGreaterThan(1);
        spool.trim(1999);
        assertThat(spool.read(0, 100).path("entries")).hasSize(2);
        spool.close();
        spool = new Spool(folder.resolve("spool"), Clock.systemUTC());
        assertThat(spool.next()).isEqualTo(2001);
        assertThat(spool.read(0, 100).path("entries").get(0).path("offset").asInt())
                .isEqualTo(1999);
    }
}
