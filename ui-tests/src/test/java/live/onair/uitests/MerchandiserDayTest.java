package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A merchandiser's working day from signing in over the plan, the approval, the rehearsal and the show itself to its replay: by mouse and by keyboard alone, Korean and
 * English, light and dark. One of the eight by itself, by keyboard, all with {@code ./onair prove days}.
 */
class MerchandiserDayTest {

    @TestFactory
    Stream<DynamicTest> a_merchandisers_day_from_signing_in_to_the_replay() {
        return Hands.Look.some(1).stream().map(look -> dynamicTest(look.toString(), () -> day(look)));
    }

    private static void day(Hands.Look look) throws Exception {
        long start = System.nanoTime();
        MerchandiserDay day = new MerchandiserDay(look);
        SellingDay selling = null;
        try {
            day.signs_in_and_sees_the_first_steps();
            day.plans_a_show_on_the_week_board();
            day.keeps_it_as_a_template_and_plans_another_from_it();
            day.copies_it_with_a_shift_and_makes_it_weekly();
            day.changes_one_of_the_series_only();
            day.moves_a_show_on_the_board_and_takes_it_back();
            day.brings_a_table_in_and_takes_it_back();
            selling = day.sells();
            selling.links_products_to_the_show();
            selling.writes_the_cue_sheet();
            day.asks_for_approval_and_gets_it_back_with_words();
            day.mends_it_and_has_it_approved_by_what_changed();
            day.finds_it_by_its_first_consonants_and_shares_a_view();
            day.reads_its_history();
            day.subscribes_to_a_calendar_and_sees_the_public_schedule();
            selling.rehearses_with_the_cue_sheet_and_viewers_see_nothing_of_it();
            selling.brings_it_forward_to_now_and_has_it_approved_again();
            selling.is_on_air_and_viewers_see_what_is_sold();
            selling.pins_by_key_and_by_cue_and_viewers_see_it_at_once();
            selling.ends_it();
            selling.sees_the_replay_lead_to_each_product();
            assertThat(day.complaints())
                    .as("where the focus was not seen, " + look)
                    .isEmpty();
        } finally {
            if (selling != null) {
                selling.leaves();
            }
            day.leaves();
        }
        Hands.proven("merchandiser", look, start);
    }
}
