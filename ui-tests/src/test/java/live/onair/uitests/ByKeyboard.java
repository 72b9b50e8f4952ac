package live.onair.uitests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import live.onair.testkit.Leave;

/** Somebody without a mouse: Tab, letters, arrows and the palette; the mouse is never touched. Notes where the focus was not seen. */
final class ByKeyboard extends Hands {

    private static final int FAR = 160;

    /** Where the focus is: at the wanted thing, on the way, lost, or there but not to be seen. */
    private static final String WHERE = """
            wanted => {
              window.sameDocument = true;
              let at = document.activeElement;
              if (!at || at === document.body || at === document.documentElement)
                return 'lost';
              while (at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
              let hit = false;
              for (let n = at; n; n = n.parentNode || n.host) if (n === wanted) hit = true;
              const ringed = e => [null, '::before', '::after'].some(p => {
                const s = getComputedStyle(e, p);
                return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
              });
              if (at.querySelector('.on-slot')) return 'way';
              const near = [at];
              for (let e = at, i = 0; e && i < 3; i++) {
                if (e.shadowRoot) near.push(...e.shadowRoot.querySelectorAll('[part]'));
                e = e.parentElement || e.getRootNode().host;
                if (e && e.localName.includes('-')) near.push(e);
              }
              const name = at.id || at.localName + '.' + at.className;
              const box = (at.closest('vaadin-radio-button, vaadin-checkbox') || at).getBoundingClientRect();
              if (!box.width || !box.height || box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth)
                return (hit ? 'hit' : 'way') + '|outside the window: ' + name;
              return (hit ? 'hit' : 'way') + (near.some(ringed) ? '' : '|no ring: ' + name);
            }""";
    /** Backwards when the wanted thing stands before the focus: nobody tabs through a whole page. */
    private static final String BEHIND =
            "wanted => !!(document.activeElement.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING)"
                    + " && document.activeElement !== document.body";

    /** The server has answered what the page asked. */
    private static final String AT_REST =
            "!Object.values(window.Vaadin?.Flow?.clients || {}).some(c => c.isActive && c.isActive())";

    private final TreeSet<String> complaints = new TreeSet<>();

    ByKeyboard(Page page, Look look) {
        super(page, look);
    }

    /** Tabs until it has the focus; the focus may be nowhere only when the page begins anew. */
    private void reach(Locator thing) {
        thing.waitFor();
        String step = Boolean.TRUE.equals(thing.evaluate(BEHIND)) ? "Shift+Tab" : "Tab";
        int lost = 0;
        for (int i = 0; i < FAR; i++) {
            String where = (String) thing.evaluate(WHERE);
            if (where.contains("|")) {
                complaints.add(where.substring(where.indexOf('|') + 1) + " before " + thing);
            }
            if (where.startsWith("hit")) {
                return;
            }
            lost += where.startsWith("lost") ? 1 : 0;
            page.keyboard().press(step);
        }
        throw new AssertionError(thing + " cannot be reached by Tab, the focus was lost " + lost + " times");
    }

    /** After an act the focus stands somewhere: where it was, in the dialog that came, at what was drawn instead, or on a new page. */
    private void settle(String act) {
        try {
            page.waitForFunction(
                    "() => !window.sameDocument || (" + AT_REST
                            + " && document.activeElement && document.activeElement !== document.body)",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(Leave.of(10_000)));
        } catch (com.microsoft.playwright.TimeoutError e) {
            complaints.add("lost after " + act);
        }
    }

    private static String name(Locator thing) {
        return (String) thing.evaluate("e => e.id || e.textContent.trim().slice(0, 40)");
    }

    @Override
    void press(Locator thing) {
        reach(thing);
        String name = name(thing);
        page.keyboard().press("Enter");
        settle(name);
    }

    @Override
    void pressByKey(String letter, Locator button) {
        page.keyboard().press(letter);
        settle("the key " + letter);
    }

    @Override
    void check(Locator box) {
        reach(box);
        page.keyboard().press("Space");
    }

    @Override
    void pick(Locator group, int index) {
        reach(group);
        Locator wanted = group.locator("vaadin-radio-button").nth(index);
        for (int i = 0; i < FAR && wanted.getAttribute("checked") == null; i++) {
            page.keyboard().press("ArrowRight");
        }
    }

    @Override
    void write(Locator field, String words) {
        type(field, words, "Tab");
    }

    @Override
    void writeDate(Locator field, String words) {
        type(field, words, "Enter");
    }

    private void type(Locator field, String words, String end) {
        reach(field);
        page.keyboard().press("Control+a");
        page.keyboard().insertText(words);
        page.keyboard().press(end);
    }

    @Override
    void choose(String field, String label) {
        reach(page.locator("#" + field));
        Locator line = page.locator("vaadin-combo-box-item:visible, vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
        if (page.locator("#" + field + " input").count() > 0) {
            page.keyboard().press("Control+a");
            page.keyboard().insertText(label);
            line.waitFor();
            page.keyboard().press("ArrowDown");
        } else {
            page.keyboard().press("Enter");
            arrowTo(line, "ArrowDown");
        }
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
    }

    @Override
    void pickFromMenu(Locator opener, Locator line) {
        reach(opener);
        page.keyboard().press("Enter");
        arrowTo(line, "ArrowDown");
        page.keyboard().press("Enter");
        settle("a menu");
    }

    private void arrowTo(Locator thing, String arrow) {
        thing.waitFor();
        for (int i = 0; i < FAR && !((String) thing.evaluate(WHERE)).startsWith("hit"); i++) {
            page.keyboard().press(arrow);
        }
    }

    /** The name of the page, as its line in the navigation has it. */
    @Override
    void visit(String path) {
        String name = page.locator("vaadin-side-nav-item[path='" + path + "']")
                .innerText()
                .strip();
        find(name, name);
        page.waitForURL("**/" + path + "**");
        page.locator(".on-page").first().waitFor();
        settle("going to " + path);
    }

    @Override
    void move(OnBoard board, String show, int columns, int minutes) {
        board.tabTo(show);
        for (int i = 0; i < columns; i++) {
            page.keyboard().press("Alt+ArrowRight");
        }
        for (int i = 0; i < minutes / 5; i++) {
            page.keyboard().press("Alt+ArrowDown");
        }
        board.answered();
        page.keyboard().press("Enter");
        settle("a move on the board");
    }

    @Override
    void undo() {
        page.locator("#undo").waitFor();
        page.keyboard().press("u");
        settle("the key u");
    }

    /** Tab reaches the head of the table, then its first row; arrows its last cell, Enter what stands in it. */
    @Override
    void pressInRow(Locator grid, Locator button) {
        reach(grid);
        page.keyboard().press("Tab");
        page.keyboard().press("Home");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        press(button);
    }

    /** Tab reaches the row at the chosen tab, arrows go on from there. */
    @Override
    void pressTab(Locator tab) {
        reach(tab.locator(".."));
        arrowTo(tab, "ArrowRight");
        page.keyboard().press("Enter");
        settle("a tab");
    }

    @Override
    List<String> complaints() {
        return new ArrayList<>(complaints);
    }
}
