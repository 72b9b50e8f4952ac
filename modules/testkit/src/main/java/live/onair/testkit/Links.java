package live.onair.testkit;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import java.net.URI;

/** Ways within the console, as its own links go: without a page loaded anew, and with the server's leave. */
public final class Links {

    /** What stands in the console's frame: another element after each change of view. */
    private static final String VIEW = "vaadin-app-layout > :not([slot])";

    private static final String FOLLOW =
            "path => { const link = document.body.appendChild(document.createElement('a'));"
                    + " link.href = '/' + path; link.click(); link.remove(); }";

    private Links() {}

    /**
     * Goes to this path as a link does, and waits until the view before is gone.
     *
     * @return false, and nothing done, where no console is on the page, or the place is of the same kind: its view would stay
     */
    public static boolean follow(Page page, String path) {
        ElementHandle view = page.querySelector(VIEW);
        if (view == null || first(URI.create(page.url()).getPath()).equals(first("/" + path))) {
            return false;
        }
        page.evaluate(FOLLOW, path);
        page.waitForFunction("view => !view.isConnected", view);
        return true;
    }

    private static String first(String path) {
        return path.split("[/?]", 3)[1];
    }
}
