package live.onair.inventory.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import live.onair.inventory.spi.RecordingArchive.Copy;
import live.onair.inventory.spi.RecordingArchive.Fate;
import live.onair.inventory.spi.RecordingArchive.Look;
import live.onair.kernel.CloudException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place for recordings tells of them. An adapter's test extends it. */
public abstract class RecordingArchiveContract {

    private RecordingArchive port;
    private String show;

    /** The adapter under test, with a place for recordings behind it. */
    protected abstract RecordingArchive port();

    /** A backend whose recordings lie there. */
    protected abstract String backend();

    /** An object of the show's recording is written; to a storage class. */
    protected abstract void written(String show, String name, int bytes, String storage);

    /** Objects of the show whose names begin so stand like this from now on. */
    protected abstract void copies(String show, String names, Copy copy);

    /** The show's objects are deleted after so many days. */
    protected abstract void expires(String show, int days);

    /** The place does not answer the next question. */
    protected abstract void breaks();

    @BeforeEach
    void freshShow() {
        port = port();
        show = "SH-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Look look() {
        return port.look(show, backend(), 0).orElseThrow();
    }

    @Test
    void a_show_without_a_recording_has_nothing_there() {
        assertThat(port.look(show, backend(), 0)).isEmpty();
    }

    @Test
    void a_recording_is_told_with_its_size_its_classes_and_without_a_copy_if_no_rule_is_for_it() {
        written(show, "a.m3u8", 10, "STANDARD");
        written(show, "b.ts", 1_000, "STANDARD");
        written(show, "c.ts", 2_000, "GLACIER");
        Look look = look();
        assertThat(look.objects()).isEqualTo(3);
        assertThat(look.bytes()).isEqualTo(3_010);
        assertThat(look.classes()).isEqualTo(Map.of("STANDARD", 2L, "GLACIER", 1L));
        assertThat(look.fates()).hasSize(3).allSatisfy(fate -> {
            assertThat(fate.copy()).isNull();
            assertThat(fate.goneAt()).isNull();
        });
    }

    @Test
    void each_state_of_a_copy_is_told() {
        for (Copy copy : Copy.values()) {
            written(show, copy.name(), 1, "STANDARD");
            copies(show, copy.name(), copy);
        }
        assertThat(look().fates())
                .hasSize(Copy.values().length)
                .allSatisfy(fate -> assertThat(fate.key()).endsWith(String.valueOf(fate.copy())));
    }

    @Test
    void what_will_be_deleted_says_when() {
        written(show, "a.ts", 1, "STANDARD");
        expires(show, 30);
        Look look = look();
        Instant gone = look.fates().get(0).goneAt();
        assertThat(look.goneAt()).isEqualTo(gone);
        assertThat(gone)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(32)));
    }

    @Test
    void of_many_objects_all_are_counted_and_each_look_asks_the_next_ones() {
        for (int i = 0; i < RecordingArchive.MOST + 5; i++) {
            written(show, i + ".ts", 1, "STANDARD");
        }
        Look look = look();
        assertThat(look.objects()).isEqualTo(RecordingArchive.MOST + 5L);
        assertThat(look.fates()).hasSize(RecordingArchive.MOST);
        Look rest = port.look(show, backend(), RecordingArchive.MOST).orElseThrow();
        assertThat(rest.objects()).isEqualTo(look.objects());
        assertThat(rest.fates()).hasSize(5);
        assertThat(Stream.concat(look.fates().stream(), rest.fates().stream()))
                .extracting(Fate::key)
                .doesNotHaveDuplicates();
        assertThat(port.look(show, backend(), 2 * RecordingArchive.MOST)
                        .orElseThrow()
                        .fates())
                .isEmpty();
    }

    @Test
    void what_does_not_answer_is_no_empty_place() {
        written(show, "a.ts", 1, "STANDARD");
        breaks();
        assertThatThrownBy(() -> port.look(show, backend(), 0)).isInstanceOf(CloudException.class);
    }
}
