package live.onair.ui.scheduling;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Draws the parts of a signal's way as boxes in four columns, with lines between them. */
final class SignalDrawing {

    private static final String[] COLUMNS = {"map.encoder", "map.channel", "map.packaging", "map.viewers"};
    /** Left edges of the columns and width of a node, in pixels. */
    private static final int[] LEFT = {16, 204, 392, 580};

    private static final int WIDTH = 164;
    private static final int MIDDLE = 108;

    private final Div map = Parts.box("sig on-map");
    private final StringBuilder lines = new StringBuilder();

    /** Where a node stands: its column, and its upper edge in pixels. */
    record Place(int column, int top) {}

    /** The state of one part; signs are named as the classes of the look. */
    record State(String cssClass, String word) {
        static State of(String cssClass, String key) {
            return new State(cssClass, Texts.of(key));
        }
    }

    void node(String id, Place at, String title, State state, String age) {
        Div node = Parts.box(
                "node " + state.cssClass(),
                new H4(title),
                Parts.state(state.cssClass() + " q", state.cssClass(), state.word()),
                Parts.text(age, "age"));
        node.setId("map-" + id);
        node.getStyle().set("left", LEFT[at.column()] + "px").set("top", at.top() + "px");
        map.add(node);
    }

    /** From a node to the middle line of the next column; {@code from} is the column, {@code y} the node's middle. */
    void line(int from, int y, State state) {
        int x = LEFT[from] + WIDTH;
        int next = LEFT[from + 1];
        String stroke = switch (state.cssClass()) {
            case "fault" -> "stroke=\"var(--on-fault-line)\" stroke-width=\"2.5\"";
            case "standby", "stale" -> "stroke=\"var(--on-standby-line)\" stroke-width=\"2\" stroke-dasharray=\"4 4\"";
            default -> "stroke=\"var(--on-line-control)\" stroke-width=\"1.5\"";
        };
        lines.append(
                "<path d=\"M%d %dH%dV%dH%d\" fill=\"none\" %s/>".formatted(x, y, (x + next) / 2, MIDDLE, next, stroke));
    }

    Div finish() {
        StringBuilder heads = new StringBuilder("<g font-size=\"12\" fill=\"var(--on-text-3)\">");
        for (int i = 0; i < COLUMNS.length; i++) {
            heads.append("<text x=\"%d\" y=\"16\">%s</text>".formatted(LEFT[i], Texts.of(COLUMNS[i])));
        }
        String drawing =
                "<svg width=\"760\" height=\"204\" aria-hidden=\"true\">" + lines + heads.append("</g>") + "</svg>";
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
