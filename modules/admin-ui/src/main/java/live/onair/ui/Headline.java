package live.onair.ui;

import com.vaadin.flow.component.html.Div;

/** What the bar says on every page: how many shows are on air and what is wrong. Drawn again every second. */
public interface Headline {

    /** Draws into the box what is so now. */
    void draw(Div box);
}
