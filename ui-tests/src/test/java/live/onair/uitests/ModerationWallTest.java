package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** M1: the shows that are sent, with picture and sound meter, beside the chat of one of them. */
class ModerationWallTest {

    private static Locator tile(Page page) {
        return page.locator("#moderation-stream .tile[data-show='" + Ui.onAir() + "']");
    }

    @Test
    void the_wall_beside_the_chat_shows_picture_sound_and_whose_chat_it_is_and_the_address_keeps_how_many() {
        Page page = Ui.signedInAt("moderator", "moderation?show=" + Ui.onAir());
        assertThat(tile(page)).hasAttribute("aria-current", "true");
        assertThat(tile(page).locator("video")).isVisible();
        Locator meter = tile(page).getByRole(com.microsoft.playwright.options.AriaRole.METER);
        assertThat(meter).hasAttribute("aria-label", Pattern.compile(".* 소리 크기"));
        // the demo's tone, though the picture is silent here
        assertThat(tile(page).locator(".vu i:not(.o)").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Leave.of(15_000.0)));
        assertThat(meter).hasAttribute("aria-valuetext", Pattern.compile("-\\d+ dB"));
        // a viewer's player tells every ten seconds
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        assertThat(tile(page).locator(".on-viewers"))
                .hasText(
                        Pattern.compile("시청 [1-9].*명"),
                        new LocatorAssertions.HasTextOptions().setTimeout(Leave.of(60_000.0)));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/wall.png")));
        Ui.leave(viewer);
        page.locator("#moderation-stream .on-segments vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText("9개"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/moderation\\?(.*&)?size=9(&.*)?"));
        page.reload();
        assertThat(page.locator("#moderation-stream .on-segments vaadin-radio-button[checked]"))
                .containsText("9개");
        assertThat(tile(page)).hasAttribute("aria-current", "true");
        page.locator("#wall-sound").click();
        assertThat(tile(page).locator("onair-player")).hasAttribute("loud", "");
        page.locator("#wall-sound").click();
        assertThat(tile(page).locator("onair-player[loud]")).hasCount(0);
        Ui.leave(page);
    }
}
