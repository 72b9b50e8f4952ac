package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.Steering;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** How the viewers of each show that is live are spread now. */
final class SharesPane extends Div {

    private final transient Steering steering;
    private final Div rows = new Div();
    private transient List<Object> shown = List.of();

    SharesPane(Steering steering) {
        this.steering = steering;
        addClassName("pane");
        setId("cdn-shares");
        rows.addClassName("on-cdn-rows");
        add(Parts.box("ph2", new H2(Texts.of("cdn.shares"))), rows);
    }

    void refresh() {
        List<ShowShares> shows = steering.shows();
        List<BranchShares> branches = shows.isEmpty() ? steering.branches() : List.of();
        List<Object> now = List.of(shows, branches);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        rows.removeAll();
        if (shows.isEmpty()) {
            rows.add(Parts.empty(
                    Texts.of("cdn.shares.none"),
                    Texts.of(branches.isEmpty() ? "cdn.shares.none.policy" : "cdn.shares.none.show")));
        }
        shows.forEach(show -> {
            Div head = Parts.box(
                    "row on-cdn-show",
                    Parts.state("onair q", "onair", show.title()),
                    Parts.text(show.show(), "c3", "t12"),
                    Parts.text(Texts.of("cdn.ttl", show.ttlSeconds()), "c2", "t12"));
            rows.add(head);
            show.branches().forEach(branch -> rows.add(row(branch)));
        });
        branches.forEach(branch -> rows.add(row(branch)));
    }

    private static Div row(BranchShares branch) {
        Div row = Parts.box(
                "on-cdn-row", Parts.text(CdnWords.branch(branch.branch()), "b", "t13"), ShareBar.of(branch.shares()));
        row.getElement().setAttribute("data-branch", branch.branch());
        if (!branch.shares().equals(branch.weights())) {
            row.add(Parts.text(Texts.of("cdn.shares.policy", ShareBar.words(branch.weights())), "c3", "t12"));
        }
        return row;
    }
}
