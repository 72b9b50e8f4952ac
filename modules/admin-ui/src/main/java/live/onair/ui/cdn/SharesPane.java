package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.SentTo;
import live.onair.cdn.Steering;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;

/** How the viewers of each show that is live are spread now. */
final class SharesPane extends ReadPane<SharesPane.Spread> {

    private final transient Steering steering;
    private final transient Quality quality;
    private final transient Cdns cdns;

    SharesPane(Steering steering, Quality quality, Cdns cdns) {
        super("cdn", "shares");
        this.steering = steering;
        this.quality = quality;
        this.cdns = cdns;
    }

    /** Shows that are live, and who is not where he was sent; while there is none, the branches of the policy. */
    record Spread(List<ShowShares> shows, List<BranchShares> branches, List<SentTo> elsewhere) {}

    @Override
    protected Spread read() {
        List<ShowShares> shows = steering.shows();
        return shows.isEmpty()
                ? new Spread(shows, steering.branches(), List.of())
                : new Spread(
                        shows,
                        List.of(),
                        quality.sent().stream()
                                .filter(one -> one.elsewhere() > 0)
                                .toList());
    }

    @Override
    protected void draw(Spread now) {
        ShareBar bars = ShareBar.of(cdns);
        if (now.shows().isEmpty()) {
            rows.add(Parts.empty(
                    Texts.of("cdn.shares.none"),
                    Texts.of(now.branches().isEmpty() ? "cdn.shares.none.policy" : "cdn.shares.none.show")));
        }
        now.shows().forEach(show -> {
            rows.add(Parts.box(
                    "row on-cdn-show",
                    Parts.state("onair q", "onair", show.title()),
                    Parts.text(show.show(), "c3", "t12"),
                    Parts.text(Texts.of("cdn.ttl", show.ttlSeconds()), "c2", "t12")));
            show.branches().forEach(branch -> {
                Div row = row(branch, bars);
                row.getElement().setAttribute("data-show", show.show());
                row.add(WatchedLine.of(branch.viewers()));
                now.elsewhere().stream()
                        .filter(one ->
                                one.show().equals(show.show()) && one.branch().equals(branch.branch()))
                        .forEach(one -> row.add(elsewhere(one)));
                rows.add(row);
            });
        });
        now.branches().forEach(branch -> rows.add(row(branch, bars)));
        rows.add(bars.legend());
    }

    private static Span elsewhere(SentTo one) {
        Span words = Parts.text(
                Texts.of("cdn.shares.elsewhere", one.cdn(), one.elsewhere(), 100 * one.elsewhere() / one.viewers()),
                "c2",
                "t12");
        words.getElement().setAttribute("data-elsewhere", one.cdn());
        return words;
    }

    private static Div row(BranchShares branch, ShareBar bars) {
        Div row = Parts.box(
                "on-cdn-row", Parts.text(CdnWords.branch(branch.branch()), "b", "t13"), bars.bar(branch.shares()));
        row.getElement().setAttribute("data-branch", branch.branch());
        if (!branch.shares().equals(branch.weights())) {
            row.add(Parts.text(Texts.of("cdn.shares.policy", ShareBar.words(branch.weights())), "c3", "t12"));
        }
        return row;
    }
}
