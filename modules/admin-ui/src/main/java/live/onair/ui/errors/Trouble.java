package live.onair.ui.errors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import live.onair.kernel.Acting;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** What all these pages say: what happened, why, and where to go. */
final class Trouble {

    private Trouble() {}

    /** Fills the page; what it is about stands below, for who asks for help. */
    static void show(Div page, int status, String about) {
        page.removeAll();
        page.addClassName("on-page");
        page.getElement().setAttribute("data-error", String.valueOf(status));
        Button home = Parts.primary(Texts.of("error.home"), "calendar");
        home.setId("error-home");
        home.addClickListener(e -> UI.getCurrent().navigate("schedule"));
        Div next = Parts.box("row", home);
        if (status >= 500) {
            next.add(new Button(
                    Texts.of("error.again"), e -> UI.getCurrent().getPage().reload()));
        }
        page.add(Parts.box(
                "on-empty on-error",
                new H1(Texts.of("error." + status)),
                Parts.text(Texts.of("error." + status + ".why"), "c2", "t13"),
                Parts.text(about, "mono", "c3", "t12"),
                next));
    }

    /** The number under which the log has it. */
    static String number() {
        return Acting.requestId().orElse("-");
    }
}
