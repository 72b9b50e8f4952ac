package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A channel is added with what its shows are sent on, and put away again. */
class ChannelOnAwsTest {

    /** Nothing is made up where AWS is not connected: no address, no key, and why. */
    private static void saysThatAwsIsOff(Page page, String id) {
        page.locator("#" + id).click();
        assertThat(page.locator("#connection-servers")).containsText("연결 안 됨");
        assertThat(page.locator("#connection-servers input")).hasCount(0);
        page.locator("#channels-rotateKey").click();
        assertThat(page.locator("vaadin-dialog-overlay").last()).containsText("UpdateInput");
        page.locator("#certain-done").click();
        assertThat(page.locator("#connection-keys")).containsText("연결 안 됨");
        page.keyboard().press("Escape");
        assertThat(page.locator("#connection-keys")).hasCount(0);
    }

    @Test
    void a_channel_on_aws_is_added_says_who_makes_its_key_and_is_put_away() {
        Page page = Ui.signedInAt("ops", "channels");
        page.locator("[data-action='channels.create']").first().focus();
        page.keyboard().press("Enter");
        Locator name = page.locator("#channel-name input");
        assertThat(name).isFocused();
        page.keyboard().insertText("데모 클라우드 채널");
        page.locator("#channel-backend").click();
        page.locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText("AWS MediaLive"))
                .click();
        assertThat(page.locator("#channel-backend")).containsText("AWS MediaLive");
        // the list gives the focus back to its field while it closes
        assertThat(page.locator("#channel-backend[opened]")).hasCount(0);
        assertThat(name).hasValue("데모 클라우드 채널");
        name.press("Enter");
        Locator list = page.locator("#channel-list");
        assertThat(list).containsText("데모 클라우드 채널");
        assertThat(list).containsText("AWS MediaLive");
        String id =
                page.locator("[id^='connection-CH'][aria-label*='데모 클라우드 채널']").getAttribute("id");
        saysThatAwsIsOff(page, id);
        page.locator("#" + id + " ~ [data-action='channels.archive']").click();
        page.locator("#certain-done").click();
        // the grid keeps the words of a row that is gone, unseen, for the next one
        assertThat(page.locator("#channel-list vaadin-grid-cell-content:visible")
                        .filter(new Locator.FilterOptions().setHasText("데모 클라우드 채널")))
                .hasCount(0);
        page.context().close();
    }
}
