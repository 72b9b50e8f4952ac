package live.onair.ui.simulcast;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.simulcast.Simulcast;
import live.onair.simulcast.SimulcastRows.SwitchRow;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;

/** The places that one show is sent to as well: how each does, and the hand that switches it. */
public final class SimulcastPane extends Div {

    private final transient Simulcast simulcast;
    private final transient Pulse pulse;
    private final String show;
    private final Div list = Parts.box("on-outputs");
    private final transient Map<String, OutputLine> lines = new HashMap<>();
    private List<String> known = List.of("?");

    /** Of this show. */
    public SimulcastPane(Simulcast simulcast, String show, Pulse pulse) {
        this.simulcast = simulcast;
        this.show = show;
        this.pulse = pulse;
        addClassName("sec");
        setId("simulcast");
        add(new H3(Texts.of("simulcast.head")), Parts.text(Texts.of("simulcast.what"), "c2", "t13"), list);
        refresh();
        pulse.every(this, this::refresh);
    }

    /** The lines stay where they are while their targets do: people press there. */
    private void refresh() {
        List<SwitchRow> rows = simulcast.ofShow(show);
        List<String> now = rows.stream().map(row -> row.target() + row.name()).toList();
        if (!now.equals(known)) {
            known = now;
            list.removeAll();
            lines.clear();
            rows.forEach(row -> {
                OutputLine line = new OutputLine(simulcast, row, this::refresh);
                lines.put(row.target(), line);
                list.add(line);
            });
            if (rows.isEmpty()) {
                list.add(nobody());
            }
        }
        rows.forEach(row -> {
            OutputLine line = lines.get(row.target());
            if (line != null) {
                line.refresh(row, pulse.now());
            }
        });
    }

    private static Div nobody() {
        Anchor there = new Anchor("simulcast", Texts.of("simulcast.title"));
        there.setRouterIgnore(false);
        return Parts.empty(Texts.of("simulcast.none"), Texts.of("simulcast.none.show"), there);
    }
}
