package live.onair.ui.cdn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.cdn.Cdns;
import live.onair.cdn.Choices;
import live.onair.cdn.Policies;
import live.onair.cdn.Purges;
import live.onair.cdn.Quality;
import live.onair.cdn.Steering;
import live.onair.cdn.latency.LiveLatency;
import live.onair.cdn.mending.Mends;
import live.onair.dns.Records;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;

/** CDN selection: who is served by which now, moves of viewers, the policy and the registry. */
@Route(value = "cdn", layout = Shell.class)
@PermitAll
@Dependent
class CdnView extends Div implements HasDynamicTitle {

    private final BenefitsPane benefits;
    private final SharesPane shares;
    private final MovesPane moves;
    private final PolicyPane policy;
    private final CdnsPane cdns;
    private final LooksPane looks;
    private final QualityPane quality;
    private final LatencyPane latency;
    private final CarriedPane carried;
    private final ChoicesPane choices;
    private final OverTimePane time;
    private final WhatIfPane whatIf;
    private final ComparePane compare;
    private final SecurityPane security;
    private final PurgesPane purges;
    private final DnsPane dns;

    @Inject
    CdnView(
            Cdns cdns,
            Policies policies,
            Steering steering,
            Quality quality,
            LiveLatency latency,
            Choices choices,
            Purges purges,
            Mends mends,
            Records records,
            Pulse pulse) {
        this.benefits = new BenefitsPane(quality, cdns, steering, pulse);
        this.shares = new SharesPane(steering, quality, cdns);
        this.moves = new MovesPane(steering, quality, pulse, this::refresh, null);
        this.policy = new PolicyPane(policies, cdns, this::refresh);
        this.cdns = new CdnsPane(cdns, this::refresh);
        this.looks = new LooksPane(cdns, steering, pulse, this::refresh);
        this.quality = new QualityPane(quality);
        this.latency = new LatencyPane(latency, steering, pulse);
        this.carried = new CarriedPane(quality, cdns, pulse);
        this.choices = new ChoicesPane(choices);
        this.time = new OverTimePane(quality, cdns);
        this.whatIf = new WhatIfPane(choices, steering);
        this.compare = new ComparePane(quality, cdns, steering, pulse);
        this.security = new SecurityPane(cdns, mends, pulse);
        this.purges = new PurgesPane(purges, cdns, steering);
        this.dns = new DnsPane(records, cdns, this::refresh);
        addClassName("on-page");
        Div page = Parts.box("on-cdn", panes());
        add(
                Parts.box(
                        "tool on-wrap",
                        new H1(Texts.of("nav.cdn")),
                        Parts.box("push"),
                        tools(cdns, policies, steering)),
                page);
        refresh();
        pulse.every(this, this::refresh);
    }

    private Component[] panes() {
        return new Component[] {
            benefits, shares, moves, quality, latency, time, looks, policy, carried, whatIf, choices, compare, security,
            purges, dns, cdns
        };
    }

    private Div tools(Cdns cdns, Policies policies, Steering steering) {
        Button plan =
                Actions.button(Steering.class, "steering.plan", () -> MoveDialog.open(steering, cdns, this::refresh));
        plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button write = Actions.button(
                Policies.class, "policies.write", () -> PolicyDialog.open(policies, cdns, this::refresh));
        write.setText(Texts.of("cdn.policy.write"));
        Button add = Actions.button(Cdns.class, "cdns.add", () -> CdnDialog.add(cdns, this::refresh));
        return Parts.box("row", add, write, plan);
    }

    private void refresh() {
        benefits.refresh();
        shares.refresh();
        moves.refresh();
        policy.refresh();
        cdns.refresh();
        looks.refresh();
        quality.refresh();
        latency.refresh();
        carried.refresh();
        choices.refresh();
        time.refresh();
        whatIf.refresh();
        compare.refresh();
        security.refresh();
        purges.refresh();
        dns.refresh();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.cdn") + " · Onair";
    }
}
