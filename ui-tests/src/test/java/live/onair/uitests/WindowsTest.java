package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** O11: where the windows are is kept on the server and opened the same way at another desk. */
class WindowsTest {

    private static Locator layout(Page page, String name) {
        return page.locator("[data-layout='" + name + "']");
    }

    private static String keep(Page page) {
        String name = "자리 " + UUID.randomUUID().toString().substring(0, 8);
        page.locator("#layouts-save").click();
        Ui.fill(page, "text", name);
        page.locator("#text-done").click();
        layout(page, name).waitFor();
        return name;
    }

    private static Page popup(BrowserContext desk, String path, int width, int height) {
        Page opener = desk.pages().get(0);
        return opener.waitForPopup(() -> opener.evaluate(
                "([path, w, h]) => window.open(path, '_blank', `popup,left=40,top=60,width=${w},height=${h}`) && null",
                List.of(path, width, height)));
    }

    @Test
    void a_layout_kept_at_one_desk_opens_the_same_pages_in_the_same_sizes_at_another() {
        BrowserContext first = Ui.freeWindows();
        Page page = Ui.signedIn("ops", first);
        Page wall = popup(first, "/wall?size=9", 640, 420);
        wall.locator("#wall").waitFor();
        Page day = popup(first, "/schedule/" + OnBoard.TODAY + "?view=week", 700, 400);
        day.locator(".on-board-body").waitFor();
        Ui.go(page, "windows");
        PlaywrightAssertions.assertThat(page.locator("#windows-now")).containsText("640×4");
        String name = keep(page);
        PlaywrightAssertions.assertThat(layout(page, name)).containsText("창 2개");
        layout(page, name).locator("[data-action='layouts.lock']").click();
        PlaywrightAssertions.assertThat(layout(page, name)).containsText("잠김");
        assertThat(layout(page, name).locator("[data-action='layouts.remove']").getAttribute("disabled"))
                .isNotNull();
        first.close();

        BrowserContext other = Ui.freeWindows();
        Page there = Ui.signedIn("ops", other);
        Ui.go(there, "windows");
        List<Page> opened = new ArrayList<>();
        other.onPage(opened::add);
        layout(there, name).locator("[id^=layout-open]").click();
        there.waitForCondition(() -> opened.size() == 2);
        Page nine = find(opened, "/wall?size=9");
        nine.locator("#wall").waitFor();
        isAbout(nine, 640, 420);
        Page week = find(opened, "/schedule?view=week");
        week.locator(".on-board-body").waitFor();
        isAbout(week, 700, 400);
        layout(there, name).locator("[data-action='layouts.lock']").click();
        PlaywrightAssertions.assertThat(layout(there, name)).not().containsText("잠김");
        layout(there, name).locator("[data-action='layouts.remove']").click();
        layout(there, name)
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        there.locator("#undo").click();
        layout(there, name).waitFor();
        other.close();
    }

    /** Browsers round frames by a pixel. */
    private static void isAbout(Page page, int width, int height) {
        assertThat(((Number) page.evaluate("innerWidth")).intValue()).isBetween(width - 2, width + 2);
        assertThat(((Number) page.evaluate("innerHeight")).intValue()).isBetween(height - 4, height + 4);
    }

    private static Page find(List<Page> pages, String end) {
        return pages.stream()
                .filter(page -> {
                    page.waitForURL("**/*");
                    return page.url().endsWith(end);
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        end + " among " + pages.stream().map(Page::url).toList()));
    }
}
