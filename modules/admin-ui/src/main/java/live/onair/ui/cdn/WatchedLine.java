package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.cdn.grid.BranchViewers;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Where the viewers of a branch are, and by how much that is not what is published for them. */
final class WatchedLine {

    private WatchedLine() {}

    /** For viewers of whom that is not known: null. */
    static Div of(@Nullable BranchViewers viewers) {
        Div line = Parts.box("row on-wrap on-watched");
        if (viewers == null) {
            line.add(Parts.text(Texts.of("cdn.shares.viewers.unknown"), "c3", "t12"));
            return line;
        }
        line.add(Parts.text(Texts.of("cdn.shares.viewers", viewers.told(), percent(viewers)), "c2", "t12"));
        if (!viewers.offBy().isEmpty()) {
            boolean chance = viewers.byChance();
            String style = chance ? "stale" : "warn";
            line.add(Parts.state(
                    style + " q", style, Texts.of(chance ? "cdn.shares.chance" : "cdn.shares.off", points(viewers))));
            line.getElement().setAttribute("data-off", chance ? "chance" : "off");
        }
        return line;
    }

    private static String percent(BranchViewers viewers) {
        return new TreeMap<>(viewers.percent())
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue() + "%")
                        .collect(Collectors.joining(", "));
    }

    private static String points(BranchViewers viewers) {
        return new TreeMap<>(viewers.offBy())
                .entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + Texts.of("cdn.shares.points", String.format(Locale.ROOT, "%+d", one.getValue())))
                        .collect(Collectors.joining(" · "));
    }
}
