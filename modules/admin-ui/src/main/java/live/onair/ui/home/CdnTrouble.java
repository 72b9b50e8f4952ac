package live.onair.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.cdn.Steering;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.scheduling.Interruptions;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.cdn.CdnWords;
import live.onair.ui.cdn.MoveDialog;
import live.onair.ui.cdn.MoveSheet;
import org.jspecify.annotations.Nullable;

/** A CDN that is not well: which one, what is wrong with it, what was done already, and the way on. */
final class CdnTrouble {

    /** Of a show, with each bad CDN and what is wrong with it. */
    private static final Set<String> OF_SHOW = Set.of("CDN_BAD", "ALL_CDNS_BAD");

    /** Of a show's viewers at a place, with its CDN and what is wrong there. */
    private static final String OF_VIEWERS = "CDN_VIEWERS";

    private static final Set<String> ELSEWHERE = Set.of("CDN_UNHEALTHY", "CDN_OPEN", "CDN_STEERING", "MOVE_STOPPED");

    private static final int ALL = 100;

    private final Steering steering;
    private final Cdns cdns;
    private final MoveSheet sheet;
    private final Runnable changed;

    CdnTrouble(Steering steering, Cdns cdns, Quality quality, Pulse pulse, Runnable changed) {
        this.steering = steering;
        this.cdns = cdns;
        this.sheet = new MoveSheet(steering, quality, pulse);
        this.changed = changed;
    }

    /** Which CDN, and what is wrong; for every other kind what it is called. */
    static String title(Interruptions.Row row) {
        String named = OF_SHOW.contains(row.kind())
                ? new TreeMap<>(row.facts())
                        .entrySet().stream()
                                .flatMap(one -> Texts.find("home.cdn.is." + one.getValue())
                                        .map(is -> Texts.of("home.cdn.bad", one.getKey(), is))
                                        .stream())
                                .collect(Collectors.joining(", "))
                : "";
        if (ELSEWHERE.contains(row.kind())) {
            return Texts.pick(row.ko(), row.en()) + " · " + named(row);
        }
        if (row.kind().equals(OF_VIEWERS)) {
            return hurt(row.facts());
        }
        return named.isEmpty() ? Texts.pick(row.ko(), row.en()) : named;
    }

    private static String hurt(Map<String, String> facts) {
        String what = facts.getOrDefault("what", "");
        String branch = facts.getOrDefault("branch", "");
        String place = Stream.of(facts.getOrDefault("country", ""), facts.getOrDefault("isp", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        String words = Texts.of(
                "home.cdn.hurt",
                facts.getOrDefault("cdn", ""),
                "LEFT".equals(what)
                        ? CdnWords.branch(branch)
                        : place.isEmpty() ? Texts.of("home.cdn.hurt.unknown") : place,
                Texts.of("home.cdn.hurt." + what, facts.getOrDefault("atLeast", "")));
        String others = facts.getOrDefault("others", "0");
        return others.equals("0") ? words : words + " · " + Texts.of("home.cdn.hurt.others", others);
    }

    /** The CDNs by which it was raised; the published object where it is about that. */
    private static String named(Interruptions.Row row) {
        if (row.kind().equals("CDN_STEERING")) {
            String found = row.facts().getOrDefault("found", "");
            return Texts.of(
                    "home.copy",
                    row.facts().getOrDefault("object", ""),
                    Texts.find("home.copy." + found).orElse(found));
        }
        return row.kind().equals("CDN_UNHEALTHY")
                ? new TreeMap<>(row.facts())
                        .entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .collect(Collectors.joining(", "))
                : row.facts().getOrDefault("cdn", "").replaceFirst(":.*", "");
    }

    /** The moves that are under way because of it. */
    static List<ViewerMove> moves(Interruptions.Row row, List<ViewerMove> all) {
        String show = row.show();
        if (show != null && row.kind().equals(OF_VIEWERS)) {
            Map<String, String> facts = row.facts();
            return MoveSheet.of(all, facts.getOrDefault("cdn", ""), show, facts.getOrDefault("branch", ""));
        }
        return show == null || !OF_SHOW.contains(row.kind())
                ? List.of()
                : row.facts().keySet().stream()
                        .sorted()
                        .flatMap(cdn -> MoveSheet.of(all, cdn, show).stream())
                        .toList();
    }

    /** What was done already; empty where nothing was. */
    static String done(List<ViewerMove> moves) {
        return moves.stream()
                .map(move -> move.automatic()
                        ? Texts.of("home.cdn.moved.auto", move.from(), move.percent())
                        : Texts.of("home.cdn.moved", move.from(), move.percent(), move.by()))
                .collect(Collectors.joining(" · "));
    }

    /** The way on: the plan of a move, or the move that is under way. */
    Optional<Component> button(Interruptions.Row row, List<ViewerMove> moves, boolean first) {
        String show = row.show();
        if (ELSEWHERE.contains(row.kind())) {
            return Optional.of(page());
        }
        boolean ofViewers = row.kind().equals(OF_VIEWERS);
        if (show == null || !ofViewers && !OF_SHOW.contains(row.kind())) {
            return Optional.empty();
        }
        String branch = ofViewers ? row.facts().get("branch") : null;
        Optional<Button> way = moves.isEmpty()
                ? (ofViewers ? known(row.facts()) : worst(row.facts()))
                        .map(cdn -> plan(new MoveTerms(cdn, null, show, branch, ALL), show, first))
                : Optional.of(moved(moves.get(0).from(), show, branch, first));
        way.ifPresent(button -> {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            if (first) {
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                Keys.on(button, "p");
            }
        });
        return way.map(button -> button);
    }

    private Button plan(MoveTerms terms, String show, boolean first) {
        Button button =
                Actions.button(Steering.class, "steering.plan", () -> MoveDialog.away(steering, cdns, terms, changed));
        button.setText(Texts.of("home.plan"));
        if (!first) {
            button.setId("steering-plan-" + show);
        }
        return button;
    }

    private Button moved(String from, String show, @Nullable String branch, boolean first) {
        Button button = new Button(Texts.of("home.move"), e -> sheet.open(from, show, branch, changed));
        button.setId(first ? "home-move" : "home-move-" + show);
        return button;
    }

    private static Anchor page() {
        Anchor page = new Anchor("cdn", Texts.of("home.cdn"));
        page.setRouterIgnore(false);
        return page;
    }

    /** The one at which viewers are hurt, if it is in the registry. */
    private Optional<String> known(Map<String, String> facts) {
        String cdn = facts.getOrDefault("cdn", "");
        return cdns.list().stream().map(Cdn::id).filter(cdn::equals).findFirst();
    }

    /** A CDN that is in the registry, of those that are not well the worst. */
    private Optional<String> worst(Map<String, String> facts) {
        return cdns.list().stream()
                .map(Cdn::id)
                .filter(facts::containsKey)
                .max(Comparator.comparing(id -> CdnState.valueOf(facts.getOrDefault(id, CdnState.UNKNOWN.name()))));
    }
}
