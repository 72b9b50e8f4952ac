package live.onair.ui.identity;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import live.onair.identity.WindowLayouts;
import live.onair.ui.Pages;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Where windows are, drawn small: one box a window, as they lie on the desktop. */
class WindowMap extends Div {

    private static final int HEIGHT = 110;
    private static final int WIDEST = 320;

    WindowMap(List<WindowLayouts.Place> windows) {
        addClassName("on-map");
        getElement().setAttribute("aria-hidden", "true");
        int left = windows.stream().mapToInt(WindowLayouts.Place::x).min().orElse(0);
        int top = windows.stream().mapToInt(WindowLayouts.Place::y).min().orElse(0);
        int right = windows.stream().mapToInt(p -> p.x() + p.width()).max().orElse(1);
        int bottom = windows.stream().mapToInt(p -> p.y() + p.height()).max().orElse(1);
        double scale =
                Math.min((double) HEIGHT / Math.max(1, bottom - top), (double) WIDEST / Math.max(1, right - left));
        getStyle().set("width", px((right - left) * scale)).set("height", px((bottom - top) * scale));
        windows.forEach(place -> {
            Div box = Parts.box("on-map-window", Parts.text(name(place.page()), "one"));
            box.getStyle()
                    .set("left", px((place.x() - left) * scale))
                    .set("top", px((place.y() - top) * scale))
                    .set("width", px(place.width() * scale))
                    .set("height", px(place.height() * scale));
            add(box);
        });
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.0fpx", value);
    }

    /** What a page is called in the navigation; one that is not there is called by its address. */
    static String name(String page) {
        String first = page.replaceFirst("[/?].*$", "");
        return Pages.named(first).map(Texts::of).orElse(page);
    }
}
