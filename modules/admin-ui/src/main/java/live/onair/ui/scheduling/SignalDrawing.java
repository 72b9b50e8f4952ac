package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import java.util.List;
import java.util.function.UnaryOperator;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Draws the parts of a signal's way as boxes in five columns, with lines between them. */
public final class SignalDrawing {

    private static final String[] COLUMNS = {"map.encoder", "map.channel", "map.packaging", "map.cdn", "map.probe"};
    /** In pixels: the first left edge, from one to the next, a node's width and half its height. */
    private static final int LEFT = 16;

    private static final int STEP = 150;
    private static final int WIDTH = 130;
    private static final int HALF = 36;
    /** From a node to the one below it. */
    private static final int ROW = 88;

    private final Div map = Parts.box("sig on-map");
    private final StringBuilder lines = new StringBuilder();
    private final int rows;
    private final UnaryOperator<String> way;

    /**
     * An empty drawing.
     *
     * @param rows so many nodes stand one below the other where most do
     * @param way the address of the page with the measurements and the history of what the node of this id stands for
     */
    SignalDrawing(int rows, UnaryOperator<String> way) {
        this.rows = Math.max(2, rows);
        this.way = way;
    }

    /** The state of one part; signs are named as the classes of the look. */
    record State(String cssClass, String word) {
        static State of(String cssClass, String key) {
            return new State(cssClass, Texts.of(key));
        }
    }

    /** Where a node stands: its column, and which it is of how many there. */
    record Place(int column, int number, int of) {}

    private int height() {
        return 28 + rows * ROW;
    }

    private int middle(int number, int of) {
        return 20 + rows * ROW / 2 + (2 * number - of + 1) * ROW / 2;
    }

    void node(String id, Place at, String title, State state, String age) {
        Anchor node = new Anchor(way.apply(id));
        node.add(
                new H4(title),
                Parts.state(state.cssClass() + " q", state.cssClass(), state.word()),
                Parts.text(age, "age"));
        node.addClassNames("node", state.cssClass());
        node.getElement().setAttribute("router-link", true);
        node.setId("map-" + id);
        node.setTitle(title);
        node.getStyle()
                .set("left", LEFT + at.column() * STEP + "px")
                .set("top", middle(at.number(), at.of()) - HALF + "px");
        map.add(node);
    }

    /** From one node to one of the next column. */
    void line(Place from, Place to, State state) {
        int x = LEFT + from.column() * STEP + WIDTH;
        int next = LEFT + to.column() * STEP;
        String stroke = switch (state.cssClass()) {
            case "fault" -> "stroke=\"var(--on-fault-line)\" stroke-width=\"2.5\"";
            case "standby", "stale" -> "stroke=\"var(--on-standby-line)\" stroke-width=\"2\" stroke-dasharray=\"4 4\"";
            default -> "stroke=\"var(--on-line-control)\" stroke-width=\"1.5\"";
        };
        lines.append("<path d=\"M%d %dH%dV%dH%d\" fill=\"none\" %s/>"
                .formatted(
                        x,
                        middle(from.number(), from.of()),
                        (x + next) / 2,
                        middle(to.number(), to.of()),
                        next,
                        stroke));
    }

    /**
     * Lets a drawing that stands say what a fresh one says, node by node, so that who is on a node stays there.
     *
     * @return false if their nodes are not the same: then the fresh one has to take its place
     */
    public static boolean renew(Div standing, Div fresh) {
        List<Component> old = standing.getChildren().toList();
        List<Component> now = fresh.getChildren().toList();
        if (old.isEmpty() || !ids(old).equals(ids(now))) {
            return false;
        }
        for (int i = 1; i < old.size(); i++) {
            Anchor node = (Anchor) old.get(i);
            Anchor next = (Anchor) now.get(i);
            node.removeAll();
            node.add(next.getChildren().toList());
            node.setClassName(next.getClassName());
            node.setHref(next.getHref());
        }
        standing.replace(old.get(0), now.get(0));
        return true;
    }

    private static List<String> ids(List<Component> nodes) {
        return nodes.stream().map(node -> node.getId().orElse("")).toList();
    }

    Div finish() {
        StringBuilder heads = new StringBuilder("<g font-size=\"12\" fill=\"var(--on-text-3)\">");
        for (int i = 0; i < COLUMNS.length; i++) {
            heads.append("<text x=\"%d\" y=\"16\">%s</text>".formatted(LEFT + i * STEP, Texts.of(COLUMNS[i])));
        }
        String drawing = "<svg width=\"760\" height=\"%d\" aria-hidden=\"true\">%s%s</g></svg>"
                .formatted(height(), lines, heads);
        map.setHeight(height() + "px");
        // inside another element, or the browser would not take it for SVG
        map.addComponentAsFirst(new Html("<div class=\"on-map-lines\">" + drawing + "</div>"));
        // narrow windows scroll it, also by keyboard
        map.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", Texts.of("map.title"))
                .setAttribute("tabindex", "0");
        return map;
    }
}
