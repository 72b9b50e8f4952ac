package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.Cdns;
import live.onair.cdn.Steering;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What was seen last of each show through each CDN, and the rule that acts on it. */
final class LooksPane extends ReadPane<List<CdnLook>> {

    private final transient Cdns cdns;
    private final transient Steering steering;
    private final transient Pulse pulse;
    private final Span rule = Parts.text("", "c2", "t12");

    LooksPane(Cdns cdns, Steering steering, Pulse pulse, Runnable changed) {
        super("cdn", "looks");
        this.cdns = cdns;
        this.steering = steering;
        this.pulse = pulse;
        rule.setId("cdn-rule");
        head.add(rule);
        Button change = Actions.button(Steering.class, "steering.changeRule", () -> RuleDialog.open(steering, changed));
        add(Parts.box("row on-cdn-earlier", change));
    }

    @Override
    public void refresh() {
        SteeringRule now = steering.rule();
        rule.setText(
                now.enabled()
                        ? Texts.of(
                                "cdn.rule.on", now.lateMillis(), now.looks(), now.stepPercent(), now.healthyMinutes())
                        : Texts.of("cdn.rule.off"));
        super.refresh();
    }

    @Override
    protected List<CdnLook> read() {
        return cdns.health();
    }

    @Override
    protected void draw(List<CdnLook> looks) {
        if (looks.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.looks.none"), Texts.of("cdn.looks.none.why")));
        }
        looks.forEach(look -> rows.add(row(look, pulse.now())));
    }

    private static Div row(CdnLook look, Instant now) {
        Div row = Parts.box(
                "on-cdn-row",
                state(look.state()),
                Parts.box(
                        "row on-wrap",
                        Parts.text(look.cdn(), "b", "t13"),
                        Parts.text(look.show(), "c3", "t12"),
                        Parts.text(words(look) + CdnWords.rendition(look), "t13"),
                        Parts.text(Times.ago(look.at(), now), "c3", "t12")));
        row.getElement().setAttribute("data-cdn", look.cdn());
        return row;
    }

    private static String words(CdnLook look) {
        if (look.status() != 200) {
            return CdnWords.lost(look);
        }
        return Texts.of(
                "cdn.look.is",
                CdnWords.number(look.playlistMillis()),
                CdnWords.number(look.segmentMillis()),
                CdnWords.number(look.ageSeconds()));
    }

    private static Span state(CdnState state) {
        String word = Texts.of("cdn.is." + state);
        return switch (state) {
            case GOOD -> Parts.state("ok q", "ok", word);
            case UNKNOWN, UNSURE -> Parts.state("stale q", "stale", word);
            case LATE, STALE -> Parts.state("warn q", "warn", word);
            case DEAD -> Parts.state("fault q", "fault", word);
        };
    }
}
