package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are waited for. */
class ChildrenTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Children children;

    @BeforeEach
    void open() {
        children = Children.endingLeftovers(folder.resolve("children.json"));
    }

    @AfterEach
    void close() {
        children.close();
    }

    private static ProcessBuilder shell(String command) {
        return new ProcessBuilder("bash", "-c", command);
    }

    @Test
    @Timeout(20)
    void one_that_says_nothing_and_does_not_end_is_ended() {
        assertThatThrownBy(() -> children.run(shell("exec sleep 600"), Duration.ofMillis(200)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was not done");

        Awaitility.await().until(() -> children.count() == 0);
    }

    @Test
    @Timeout(20)
    void one_that_talks_for_ever_is_ended() {
        assertThatThrownBy(() -> children.run(shell("exec yes"), Duration.ofMillis(300)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was not done");
    }

    @Test
    void one_that_talks_a_lot_ends_by_itself_and_its_beginning_is_kept() throws Exception {
        String said = children.run(shell("seq 1 200000"), AMPLE);

        assertThat(said).startsWith("1\n2\n").hasSize(64 * 1024);
    }

    @Test
    void one_that_ends_badly_is_told_by_its_first_line() {
        assertThatThrownBy(() -> children.run(shell("echo no such picture >&2; echo more; exit 3"), AMPLE))
                .isInstanceOf(IOException.class)
                .hasMessage("no such picture");
    }

    @Test
    void nothing_is_written_after_the_end() throws Exception {
        for (int i = 0; i < 20; i++) {
            Path file = folder.resolve(i + ".json");
            Children some = Children.endingLeftovers(file);
            Process last = some.start(shell("true"));
            last.waitFor();
            some.close();
            Files.delete(file);
            last.onExit().get();
            Awaitility.await().until(() -> some.count() == 0);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void it_gets_nothing_to_read() throws Exception {
        assertThat(children.ended(shell("cat; exit 4"), AMPLE)).isEqualTo(new Children.Ended(4, ""));
    }
}
