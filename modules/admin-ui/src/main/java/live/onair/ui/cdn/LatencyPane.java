package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.Steering;
import live.onair.cdn.latency.LiveLatency;
import live.onair.cdn.latency.LiveLatency.Latency;
import live.onair.cdn.latency.LiveLatency.LatencyField;
import live.onair.cdn.latency.LiveLatency.LatencyMap;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Who sees a moment of a show when, CDN by network, and how long an opening waits for those who see it late. */
final class LatencyPane extends ReadPane<LatencyPane.Seen> {

    /** Players tell every ten seconds. */
    private static final Duration NEXT = Duration.ofSeconds(5);

    /** In seconds for 95 %: from there on it is the next colour. */
    private static final int[] STEPS = {8, 12, 20, 30};

    private final transient LiveLatency latency;
    private final transient Steering steering;
    private final Span all = Parts.text("", "c2", "t12");

    /** All that is drawn. */
    record Seen(LatencyMap map, List<OfShow> shows) {}

    /** One show's. */
    record OfShow(String show, String title, @Nullable Latency latency) {}

    LatencyPane(LiveLatency latency, Steering steering, Pulse pulse) {
        super("cdn", "latency");
        this.latency = latency;
        this.steering = steering;
        slowly(NEXT, pulse);
        head.add(all);
        rows.addClassName("on-heat-box");
        Parts.region(rows, Texts.of("cdn.latency"));
    }

    @Override
    protected Seen read() {
        List<OfShow> shows = steering.shows().stream().map(this::of).toList();
        return new Seen(latency.map(null), shows);
    }

    private OfShow of(ShowShares one) {
        return new OfShow(one.show(), one.title(), latency.map(one.show()).all());
    }

    @Override
    protected void draw(Seen now) {
        Latency everybody = now.map().all();
        all.setText(everybody == null ? "" : words(everybody));
        if (everybody == null) {
            rows.add(Parts.empty(Texts.of("cdn.quality.none"), Texts.of("cdn.latency.none.why")));
        } else {
            rows.add(HeatMap.table(
                    Texts.of("cdn.latency.head"),
                    now.map().fields(),
                    LatencyField::cdn,
                    one -> HeatMap.place(one.country(), one.isp()),
                    LatencyPane::cell));
        }
        now.shows().forEach(one -> rows.add(line(one)));
    }

    private static String words(Latency latency) {
        return Texts.of("cdn.latency.is", latency.early(), latency.median(), latency.late());
    }

    private static Div line(OfShow one) {
        Latency latency = one.latency();
        Div words = Parts.box("on-card-words", Parts.text(one.title(), "b", "t13"));
        words.add(Parts.text(
                latency == null
                        ? Texts.of("cdn.latency.untold")
                        : words(latency) + " · " + Texts.of("cdn.latency.fair", latency.late()),
                "t12",
                "c2"));
        words.getElement().setAttribute("data-show", one.show());
        return words;
    }

    private static NativeTableCell cell(LatencyField one) {
        Latency latency = one.latency();
        int heat = 0;
        while (heat < STEPS.length && latency.late() > STEPS[heat]) {
            heat++;
        }
        NativeTableCell cell = new NativeTableCell();
        if (heat >= STEPS.length - 1) {
            cell.add(HeatMap.sign(heat == STEPS.length));
        }
        cell.add(
                Parts.text(Texts.of("cdn.latency.seconds", latency.median()), "mid", "t13"),
                Parts.text(Texts.of("cdn.latency.late", latency.late()), "t12"));
        cell.addClassNames("on-field", "h" + heat);
        cell.setTitle(Texts.of("cdn.latency.reports", latency.reports()) + " · " + words(latency));
        return cell;
    }
}
