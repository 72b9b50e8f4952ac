package live.onair.cloudaws.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.RecordedPieces.Piece;
import live.onair.kernel.TimeWindow;
import live.onair.testkit.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips on the console's disk: nothing stays behind, and what they cover is told as it is. */
class CutFilesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");

    @TempDir
    Path folder;

    /** Nobody is asked. */
    private final BucketObjects objects =
            new BucketObjects(AwsAtHand.calls(AwsAtHand.settings(URI.create("http://localhost:1"))));

    private CutFiles files() {
        return new CutFiles(objects, new FakeClock(), folder);
    }

    private static Piece piece(int from, int to) {
        return new Piece("key", null, BEGIN.plusSeconds(from), Duration.ofSeconds(to - from), 1);
    }

    private static TimeWindow window(int from, int to) {
        return new TimeWindow(BEGIN.plusSeconds(from), BEGIN.plusSeconds(to));
    }

    @Test
    void what_a_process_that_died_has_left_goes_with_the_next_one() throws Exception {
        Files.writeString(folder.resolve("cut1.part"), "half");
        assertThat(files().hasRoomFor(1)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_cut_that_breaks_leaves_nothing() {
        objects.close();
        CutFiles files = files();
        assertThatThrownBy(() -> files.join(UUID.randomUUID(), List.of(piece(0, 6))))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closing_minds_nothing_that_lies_there() throws Exception {
        CutFiles files = files();
        assertThat(files.hasRoomFor(1)).isTrue();
        Files.writeString(folder.resolve("cut2.part"), "being written");
        assertThatCode(files::close).doesNotThrowAnyException();
    }

    @Test
    void a_piece_that_ends_before_the_one_before_it_takes_nothing_away() {
        assertThat(CutFiles.covered(List.of(piece(0, 10), piece(2, 6), piece(10, 12), piece(20, 26))))
                .containsExactly(window(0, 12), window(20, 26));
    }
}
