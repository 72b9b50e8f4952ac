package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.CdnHealth;
import live.onair.cdn.Cdns.Door;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Steering;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;

/** What several CDNs are for, a live number each, and the way to the pane that tells more. */
final class BenefitsPane extends ReadPane<BenefitsPane.Now> {

    private static final int MINUTES = 5;

    /** Players tell every ten seconds. */
    private static final Duration NEXT = Duration.ofSeconds(5);

    private final transient Quality quality;
    private final transient Cdns cdns;
    private final transient Steering steering;
    private final Map<Benefit, Tile> tiles = new EnumMap<>(Benefit.class);

    /** What they are for, and the pane of each. */
    enum Benefit {
        SPREAD("cdn-shares"),
        SPEED("cdn-quality"),
        COST("cdn-carried"),
        STABILITY("cdn-looks"),
        SECURITY("cdn-security"),
        SCALE("cdn-carried");

        private final String pane;

        Benefit(String pane) {
            this.pane = pane;
        }
    }

    /** All that the numbers come of. */
    record Now(
            Map<String, Integer> viewers,
            Map<String, Integer> policy,
            List<Grid> grid,
            Monthly month,
            List<Door> doors,
            List<Boolean> well) {}

    /** What this month's traffic costs. */
    record Monthly(List<Carried> carried, List<Cdn> cdns) {}

    BenefitsPane(Quality quality, Cdns cdns, Steering steering, Pulse pulse) {
        super("cdn", "benefits");
        this.quality = quality;
        this.cdns = cdns;
        this.steering = steering;
        slowly(NEXT, pulse);
        Div all = Parts.box("on-numbers-tiles on-benefits");
        for (Benefit one : Benefit.values()) {
            Tile tile = new Tile(one);
            tiles.put(one, tile);
            all.add(tile);
        }
        rows.setVisible(false);
        add(all);
    }

    @Override
    protected Now read() {
        Map<String, Integer> viewers = new HashMap<>();
        quality.viewers()
                .values()
                .forEach(show -> show.forEach((cdn, there) -> viewers.merge(cdn, there, Integer::sum)));
        Map<String, Integer> policy = steering.branches().stream()
                .filter(branch -> branch.branch().equals("default"))
                .findFirst()
                .map(BranchShares::weights)
                .orElse(Map.of());
        return new Now(
                viewers,
                policy,
                quality.grid(null, MINUTES),
                new Monthly(quality.carried(), cdns.list()),
                cdns.doors().stream().map(BenefitsPane::timeless).toList(),
                cdns.healths().stream().map(BenefitsPane::isWell).toList());
    }

    /** When it was seen changes every minute, and is not told here. */
    private static Door timeless(Door door) {
        return new Door(door.cdn(), door.signs(), door.bareStatus(), null);
    }

    private static boolean isWell(CdnHealth health) {
        return health.failed() == 0;
    }

    /** The links stay where they are: only their numbers are written anew. */
    @Override
    protected void draw(Now now) {
        tell(Benefit.SPREAD, Benefits.spread(now.viewers(), now.policy()));
        tell(Benefit.SPEED, Benefits.speed(now.grid()));
        tell(Benefit.COST, Benefits.cost(now.month().carried(), quality::alone));
        tell(Benefit.STABILITY, Benefits.stability(now.grid(), now.well()));
        tell(Benefit.SECURITY, Benefits.security(now.doors()));
        tell(Benefit.SCALE, Benefits.scale(now.month().carried(), now.month().cdns()));
    }

    private void tell(Benefit benefit, Benefits.Told told) {
        Tile tile = tiles.get(benefit);
        if (tile != null) {
            tile.tell(told);
        }
    }

    /** One of them. */
    private static final class Tile extends Div {

        private final Span figure = Parts.text("", "on-numbers-figure", "ink");
        private final Span words = Parts.text("", "t12", "c2");

        Tile(Benefit benefit) {
            addClassName("on-numbers-tile");
            getElement().setAttribute("data-benefit", benefit.name());
            Anchor way = new Anchor("cdn#" + benefit.pane, Texts.of("cdn.benefit." + benefit));
            way.addClassName("t13");
            way.setRouterIgnore(true);
            way.getElement()
                    .executeJs(
                            "this.addEventListener('click', e => { const pane = document.getElementById($0);"
                                    + " if (!pane) return; e.preventDefault(); e.stopPropagation(); pane.tabIndex = -1;"
                                    + " pane.scrollIntoView({block: 'start'}); pane.focus({preventScroll: true}); })",
                            benefit.pane);
            add(way, figure, words);
        }

        void tell(Benefits.Told told) {
            figure.setText(told.figure());
            words.setText(told.words());
        }
    }
}
