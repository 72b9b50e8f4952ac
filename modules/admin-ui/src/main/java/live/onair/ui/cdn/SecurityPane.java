package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.Cdns.CdnStanding;
import live.onair.cdn.Cdns.Door;
import live.onair.cdn.Cdns.OriginShield;
import live.onair.cdn.mending.Mends;
import live.onair.cdn.mending.Mends.Mend;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Whether each CDN was seen to refuse what is not signed, and how it is set up where its account can be asked. */
final class SecurityPane extends ReadPane<SecurityPane.Guard> {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final int PAST = 3;

    private final transient Cdns cdns;
    private final transient Mends mends;

    /** All there is to tell. */
    record Guard(List<Door> doors, List<CdnStanding> standings, List<Mend> mends) {}

    SecurityPane(Cdns cdns, Mends mends, Pulse pulse) {
        super("cdn", "security");
        this.cdns = cdns;
        this.mends = mends;
        head.add(Parts.text(Texts.of("cdn.security.how"), "c2", "t12"));
        slowly(EVERY, pulse);
    }

    @Override
    protected Guard read() {
        return new Guard(cdns.doors(), cdns.standings(), mends.list());
    }

    @Override
    protected void draw(Guard guard) {
        if (guard.doors().isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.none"), Texts.of("cdn.none.why")));
        }
        guard.doors().forEach(door -> {
            rows.add(row(door));
            guard.standings().stream()
                    .filter(one -> one.cdn().equals(door.cdn()))
                    .forEach(one -> rows.add(row(one)));
            mends(guard, door.cdn());
        });
    }

    private void mends(Guard guard, String cdn) {
        List<Mend> ofIt =
                guard.mends().stream().filter(one -> one.cdn().equals(cdn)).toList();
        Optional<Mend> last =
                ofIt.stream().filter(one -> one.writtenAt() != null).findFirst();
        for (int i = 0; i < ofIt.size(); i++) {
            boolean isLast = last.filter(ofIt.get(i)::equals).isPresent();
            if (i < PAST || isLast) {
                rows.add(MendRow.of(mends, ofIt.get(i), isLast, this::anew));
            }
        }
    }

    private Div row(CdnStanding standing) {
        Div chips = Parts.box("row on-wrap");
        CdnSetup seen = standing.seen();
        Instant at = standing.at();
        if (standing.trouble() != null) {
            chips.add(Parts.state("fault q", "fault", Texts.of("cdn.account.trouble")));
            chips.add(Parts.text(standing.trouble(), "c3", "t12"));
        }
        if (seen != null && at != null) {
            chips(seen).forEach(chips::add);
            chips.add(Parts.text(Times.brief(at), "c3", "t12"));
        }
        String address = seen == null ? "" : seen.address();
        Div row = Parts.box("on-cdn-row", Parts.text(Texts.of("cdn.account", address), "c2", "t12"), chips);
        String cdn = standing.cdn();
        if (seen != null) {
            row.add(Parts.box(
                    "row",
                    Actions.inRow(Mends.class, "mends.mend", cdn, cdn, () -> MendSheet.mend(mends, cdn, this::anew))));
        } else if (standing.trouble() == null) {
            chips.add(Parts.text(Texts.of("cdn.mend.bar.ELSEWHERE"), "c2", "t12"));
        }
        row.getElement().setAttribute("data-account", standing.cdn());
        return row;
    }

    private static List<Span> chips(CdnSetup seen) {
        List<Span> chips = new ArrayList<>();
        chips.add(chip(seen.enabled(), "cdn.account.enabled", "cdn.account.disabled"));
        if (!seen.deployed()) {
            chips.add(Parts.state("warn q", "wait", Texts.of("cdn.account.spreading")));
        }
        chips.add(
                seen.open().isEmpty()
                        ? Parts.state("ok q", "lock", Texts.of("cdn.account.closed"))
                        : Parts.state(
                                "fault q", "fault", Texts.of("cdn.account.origins", String.join(", ", seen.open()))));
        chips.add(chip(seen.spare(), "cdn.account.spare", "cdn.account.single"));
        chips.add(chip(seen.signs(), "cdn.account.signs", "cdn.account.unsigned"));
        String firewall = seen.firewall();
        chips.add(
                firewall != null
                        ? Parts.state("ok q", "shield", Texts.of("cdn.account.waf", firewall))
                        : Parts.state("warn q", "warn", Texts.of("cdn.account.noWaf")));
        Boolean shielded = seen.shielded();
        if (shielded != null) {
            chips.add(Parts.state(
                    shielded ? "ok q" : "stale q",
                    shielded ? "shield" : "stale",
                    Texts.of(shielded ? "cdn.account.shield" : "cdn.account.noShield")));
        }
        originShields(seen.originShields()).ifPresent(chips::add);
        return chips;
    }

    /** Of all origins where they have the same; else of each. Without one an origin is asked more often, and nothing is open. */
    private static Optional<Span> originShields(List<OriginShield> shields) {
        List<String> regions =
                shields.stream().map(SecurityPane::region).distinct().toList();
        if (regions.isEmpty()) {
            return Optional.empty();
        }
        boolean all = shields.stream().allMatch(one -> one.region() != null);
        String where = regions.size() == 1
                ? regions.get(0)
                : shields.stream().map(one -> one.origin() + " " + region(one)).collect(Collectors.joining(" · "));
        return Optional.of(Parts.state(
                all ? "ok q" : "stale q", all ? "shield" : "stale", Texts.of("cdn.account.originShield", where)));
    }

    private static String region(OriginShield shield) {
        String region = shield.region();
        return region == null ? Texts.of("cdn.account.originShield.off") : region;
    }

    private static Span chip(boolean well, String good, String bad) {
        return Parts.state(well ? "ok q" : "warn q", well ? "ok" : "warn", Texts.of(well ? good : bad));
    }

    private static Div row(Door door) {
        Instant at = door.at();
        Div row = Parts.box(
                "on-cdn-row",
                Parts.text(door.cdn(), "b", "t13"),
                Parts.box("row on-wrap", state(door), Parts.text(at == null ? "" : Times.brief(at), "c3", "t12")));
        row.getElement().setAttribute("data-cdn", door.cdn());
        return row;
    }

    private static Span state(Door door) {
        Integer status = door.bareStatus();
        if (!door.signs()) {
            return Parts.state("stale q", "stale", Texts.of("cdn.security.open"));
        }
        if (status == null || status == 0) {
            return Parts.state("stale q", "stale", Texts.of("cdn.security.unseen"));
        }
        return status == 401 || status == 403
                ? Parts.state("ok q", "lock", Texts.of("cdn.security.refused", status))
                : Parts.state("fault q", "fault", Texts.of("cdn.security.given", String.valueOf(status)));
    }
}
