package live.onair.uitests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Somebody who points and types. */
final class ByMouse extends Hands {

    ByMouse(Page page, Look look) {
        super(page, look);
    }

    @Override
    void press(Locator thing) {
        thing.click();
    }

    @Override
    void pressByKey(String letter, Locator button) {
        button.click();
    }

    @Override
    void check(Locator box) {
        box.click();
    }

    @Override
    void pick(Locator group, int index) {
        group.locator("vaadin-radio-button").nth(index).click();
    }

    @Override
    void write(Locator field, String words) {
        field.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(words);
        page.keyboard().press("Tab");
    }

    @Override
    void writeDate(Locator field, String words) {
        field.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(words);
        page.keyboard().press("Enter");
    }

    @Override
    void choose(String field, String label) {
        page.locator("#" + field + " input, #" + field + " vaadin-select-value-button")
                .first()
                .click();
        if (page.locator("#" + field + " input").count() > 0) {
            page.keyboard().press("Control+a");
            page.keyboard().insertText(label);
        }
        page.locator("vaadin-combo-box-item:visible, vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
    }

    @Override
    void pickFromMenu(Locator opener, Locator line) {
        opener.click();
        line.click();
    }

    @Override
    void visit(String path) {
        page.locator("vaadin-side-nav-item[path='" + path + "']").click();
        page.waitForURL("**/" + path + "**");
        page.locator(".on-page").first().waitFor();
    }

    @Override
    void move(OnBoard board, String show, int columns, int minutes) {
        board.drag(show, columns, minutes);
        page.mouse().up();
    }

    @Override
    void undo() {
        page.locator("#undo").click();
    }

    @Override
    void pressInRow(Locator grid, Locator button) {
        button.click();
    }

    @Override
    void pressTab(Locator tab) {
        tab.click();
    }

    @Override
    List<String> complaints() {
        return List.of();
    }
}
