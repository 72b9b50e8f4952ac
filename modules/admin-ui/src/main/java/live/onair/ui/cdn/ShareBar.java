package live.onair.ui.cdn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.ui.Parts;

/** Shares in percent as a bar with its numbers: each CDN has its word, colour only repeats it. */
final class ShareBar {

    private static final int SERIES = 4;

    private ShareBar() {}

    static Component of(Map<String, Integer> shares) {
        Div bar = Parts.box("on-shares");
        bar.getElement().setAttribute("aria-hidden", "true");
        int number = 0;
        for (Map.Entry<String, Integer> one : new TreeMap<>(shares).entrySet()) {
            Span part = new Span();
            part.addClassNames("on-share", "s" + (number++ % SERIES + 1));
            part.getStyle().set("flex-grow", String.valueOf(one.getValue()));
            bar.add(part);
        }
        return Parts.box("col on-share-box", bar, Parts.text(words(shares), "t13"));
    }

    static String words(Map<String, Integer> shares) {
        return new TreeMap<>(shares)
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue() + "%")
                        .collect(Collectors.joining(" · "));
    }
}
