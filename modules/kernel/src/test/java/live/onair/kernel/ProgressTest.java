package live.onair.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<Double> told = new ArrayList<>();

    @Test
    void parts_and_rounds_add_up_to_the_whole() {
        String answer = Progress.watch(told::add, () -> {
            Progress.part(0, 2, () -> {
                Progress.each(0, 2, List.of("a", "b"), item -> {});
                Progress.each(1, 2, List.of("a", "b"), item -> {});
                return "";
            });
            return Progress.part(1, 2, () -> {
                Progress.tell(1, 1);
                return "done";
            });
        });
        assertThat(answer).isEqualTo("done");
        assertThat(told).isSorted().hasSize(5).startsWith(0.125).endsWith(1.0);
        assertThat(told.get(3)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void without_a_watcher_nothing_is_told_and_the_work_is_done() {
        List<String> seen = new ArrayList<>();
        Progress.part(0, 2, () -> {
            Progress.each(0, 1, List.of("a"), seen::add);
            return true;
        });
        assertThat(seen).containsExactly("a");
        assertThat(told).isEmpty();
    }

    @Test
    void a_watcher_ends_the_work_and_the_thread_is_free_again() {
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> Progress.watch(
                        share -> {
                            if (share > 0.4) {
                                throw new Progress.Stopped();
                            }
                        },
                        () -> {
                            Progress.each(0, 1, List.of(1, 2, 3, 4), seen::add);
                            return true;
                        }))
                .isInstanceOf(Progress.Stopped.class);
        assertThat(seen).containsExactly(1, 2);
        Progress.tell(1, 1);
        assertThat(told).isEmpty();
    }
}
