package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * An operator's working day from the wall to the event log, with a show that goes on air under the operator's eyes: by
 * mouse and by keyboard alone, Korean and English, light and dark. One of the eight by itself, by mouse, all with
 * {@code ./onair prove days}.
 */
class OperatorDayTest {

    @TestFactory
    Stream<DynamicTest> an_operators_day_from_the_wall_to_the_event_log() {
        return Hands.Look.some(0).stream().map(look -> dynamicTest(look.toString(), () -> day(look)));
    }

    private static void day(Hands.Look look) {
        long start = System.nanoTime();
        OperatorDay day = new OperatorDay(look);
        try {
            day.signs_in_and_looks_at_the_wall();
            day.rehearses_a_show();
            day.reads_the_signal_of_a_channel();
            day.sees_a_show_go_on_air();
            day.puts_the_slate_on_and_takes_it_off();
            day.makes_the_show_longer_and_then_stops_it();
            day.tries_work_again();
            day.finds_what_was_done_in_the_event_log();
            day.sees_people_only_as_an_administrator();
            assertThat(day.complaints())
                    .as("where the focus was not seen, " + look)
                    .isEmpty();
        } finally {
            day.leaves();
        }
        Hands.proven("operator", look, start);
    }
}
