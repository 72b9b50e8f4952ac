package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.Cdns;
import live.onair.cdn.Purges;
import live.onair.cdn.Purges.CachePurge;
import live.onair.cdn.Steering;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Takes away what a show that is live has in a CDN's caches, and shows how far that is. */
final class PurgesPane extends ReadPane<PurgesPane.Now> {

    private static final int LISTED = 6;

    private final transient Purges purges;
    private final transient Cdns cdns;
    private final transient Steering steering;
    private final Select<String> show = new Select<>();
    private final Select<String> cdn = new Select<>();

    PurgesPane(Purges purges, Cdns cdns, Steering steering) {
        super("cdn", "purges");
        this.purges = purges;
        this.cdns = cdns;
        this.steering = steering;
        show.setId("purge-show");
        show.setLabel(Texts.of("cdn.move.show"));
        cdn.setId("purge-cdn");
        cdn.setLabel(Texts.of("cdn.cdn"));
        Button ask = Actions.button(Purges.class, "purges.ask", this::ask);
        addComponentAtIndex(1, Parts.box("row on-wrap on-cdn-earlier", show, cdn, ask));
    }

    /** What there is to choose from, and what was asked for. */
    record Now(List<String> shows, List<String> cdns, List<CachePurge> purges) {}

    @Override
    protected Now read() {
        return new Now(
                steering.shows().stream().map(ShowShares::show).toList(),
                cdns.list().stream().filter(one -> !one.retired()).map(Cdn::id).toList(),
                purges.list().stream().limit(LISTED).toList());
    }

    @Override
    protected void draw(Now now) {
        Parts.offer(show, now.shows(), 0);
        Parts.offer(cdn, now.cdns(), 0);
        if (now.purges().isEmpty()) {
            rows.add(Parts.text(Texts.of("cdn.purges.none"), "c2", "t13"));
        }
        now.purges().forEach(purge -> rows.add(row(purge)));
    }

    private void ask() {
        String which = show.getValue();
        String where = cdn.getValue();
        if (which == null || where == null) {
            Parts.broken(Texts.of("cdn.purges.choose"));
            return;
        }
        Reasons.certain(Actions.label(Purges.class, "purges.ask"), Texts.of("cdn.purges.why", which, where), () -> {
            if (Parts.showed(purges.ask(where, which))) {
                Parts.done(Texts.of("cdn.purges.asked"));
            }
            refresh();
        });
    }

    private static Div row(CachePurge purge) {
        Div row = Parts.box(
                "on-cdn-row",
                state(purge),
                Parts.text(
                        purge.show() + " · " + purge.cdn() + " · " + purge.by() + " · " + Times.brief(purge.at()),
                        "t13"));
        String trouble = purge.trouble();
        if (trouble != null) {
            row.add(Parts.text(trouble, "c2", "t12", "on-break"));
        }
        row.getElement().setAttribute("data-purge", String.valueOf(purge.number()));
        return row;
    }

    private static Span state(CachePurge purge) {
        String word = Texts.of("cdn.purge." + purge.state());
        Integer objects = purge.objects();
        return switch (purge.state()) {
            case ASKED, RUNNING -> Parts.state("stale q", "running", word);
            case DONE ->
                Parts.state(
                        "ok q", "ok", objects == null ? word : word + " · " + Texts.of("cdn.purge.objects", objects));
            case FAILED -> Parts.state("fault q", "fault", word);
        };
    }
}
