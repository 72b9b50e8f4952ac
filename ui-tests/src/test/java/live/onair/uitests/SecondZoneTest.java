package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** B9: times are Seoul's; a second zone stands beside them for who chose one. */
class SecondZoneTest {

    private static void choose(Page page, String city) {
        Ui.go(page, "account");
        page.locator("#look-zone").click();
        page.locator("vaadin-select-item[role=option]", new Page.LocatorOptions().setHasText(city))
                .first()
                .click();
        assertThat(page.locator("#look-zone")).containsText(city);
    }

    @Test
    void a_chosen_zone_stands_on_the_board_the_show_and_after_a_new_sign_in_and_goes_again() {
        String show = Ui.onAir();
        Page page = Ui.signedIn("auditor");
        choose(page, "도쿄");
        Ui.go(page, "schedule/" + OnBoard.TODAY);
        page.locator("[data-ready]").waitFor();
        Locator there = page.locator(".on-ec .ec-sidebar .on-there");
        assertThat(there.filter(new Locator.FilterOptions().setHasText("20:00")).first())
                .hasAttribute("title", "도쿄");
        assertThat(page.locator(".on-zones")).containsText("KST");
        Ui.leave(page);

        Page again = Ui.signedInAt("auditor", "shows/" + show);
        assertThat(again.locator("#second-zone")).containsText("도쿄 ");
        choose(again, "없음");
        Ui.go(again, "shows/" + show);
        again.locator(".facts").waitFor();
        assertThat(again.locator("#second-zone")).hasCount(0);
        Ui.leave(again);
    }
}
