package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;

/** Parts of a page that are done one after the other, each with its number. */
public final class Step {

    private Step() {}

    /** Its number, beside a heading. */
    public static Component number(int number) {
        return Parts.text(String.valueOf(number), "on-import-number");
    }

    /** One of them. */
    public static Div of(int number, String words, Component content) {
        H3 head = new H3(words);
        head.addComponentAsFirst(number(number));
        return Parts.box("sec", head, content);
    }
}
