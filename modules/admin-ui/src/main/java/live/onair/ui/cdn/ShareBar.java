package live.onair.ui.cdn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns;
import live.onair.ui.Parts;

/** Shares in percent as a bar with its numbers: each CDN has its word, and one colour wherever it stands; colour only repeats it. */
final class ShareBar {

    private static final int SERIES = 4;

    private final List<String> cdns;

    private ShareBar(List<String> cdns) {
        this.cdns = cdns;
    }

    /** For the CDNs of the registry that are in use. */
    static ShareBar of(Cdns cdns) {
        return new ShareBar(ids(cdns));
    }

    /** The order in which they have their colours. */
    static List<String> ids(Cdns cdns) {
        return cdns.list().stream()
                .filter(cdn -> !cdn.retired())
                .map(Cdn::id)
                .sorted()
                .toList();
    }

    Component bar(Map<String, Integer> shares) {
        Div bar = Parts.box("on-shares");
        bar.getElement().setAttribute("aria-hidden", "true");
        new TreeMap<>(shares).forEach((cdn, share) -> {
            Span part = new Span();
            part.addClassNames("on-share", colour(cdn));
            part.getStyle().set("flex-grow", String.valueOf(share));
            bar.add(part);
        });
        return Parts.box("col on-share-box", bar, Parts.text(words(shares), "t13"));
    }

    /** Which colour is whose. */
    Component legend() {
        Div legend = Parts.box("row on-wrap on-share-key");
        cdns.forEach(cdn -> {
            Span mark = new Span();
            mark.addClassNames("on-share-mark", "on-share", colour(cdn));
            mark.getElement().setAttribute("aria-hidden", "true");
            legend.add(Parts.box("row-s", mark, Parts.text(cdn, "t12", "c2")));
        });
        return legend;
    }

    private String colour(String cdn) {
        return "s" + (Math.max(0, cdns.indexOf(cdn)) % SERIES + 1);
    }

    static String words(Map<String, Integer> shares) {
        return new TreeMap<>(shares)
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue() + "%")
                        .collect(Collectors.joining(" · "));
    }
}
