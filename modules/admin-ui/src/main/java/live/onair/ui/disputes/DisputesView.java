package live.onair.ui.disputes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.audit.AuditLog;
import live.onair.disputes.DisputeHolds;
import live.onair.disputes.Disputes;
import live.onair.replays.ReplayRestrictions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Dispute packs: asked for by an order number, made, downloaded and checked; and the shows that are held because of them. */
@Route(value = "disputes", layout = Shell.class)
@RolesAllowed({"MERCHANDISER", "OPS", "ADMIN", "AUDITOR"})
@Dependent
class DisputesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final PlanPane plan;

    @Inject
    DisputesView(Disputes disputes, DisputeHolds holds, ReplayRestrictions restrictions, AuditLog log, Pulse pulse) {
        addClassName("on-page");
        PacksPane packs = new PacksPane(disputes, log);
        HoldsPane held = new HoldsPane(holds, log);
        RestrictionsPane restricted = new RestrictionsPane(restrictions);
        plan = new PlanPane(disputes, () -> {
            packs.refresh();
            held.refresh();
        });
        Div body = Parts.box(
                "grow on-scroll",
                plan,
                head("disputes.list", null, packs.filters()),
                packs,
                head("holds.title", "holds.why", held.filters()),
                held,
                head("restriction", "restriction.list.why", restricted.filters()),
                restricted,
                head("disputes.verify", "disputes.verify.why", null),
                new VerifyPane(disputes));
        add(title(), Parts.region(body, Texts.of("nav.disputes")));
        pulse.every(this, () -> {
            plan.refresh();
            packs.refresh();
            held.refresh();
            restricted.refresh();
        });
    }

    private static Div title() {
        return Parts.box(
                "tool on-wrap", new H1(Texts.of("nav.disputes")), Parts.text(Texts.of("disputes.why"), "c2", "t13"));
    }

    private static Div head(String title, @Nullable String why, @Nullable Component with) {
        Div head = Parts.box("ph2 on-wrap", new H2(Texts.of(title)));
        if (why != null) {
            head.add(Parts.text(Texts.of(why), "c2", "t13"));
        }
        head.add(Parts.box("push"));
        if (with != null) {
            head.add(with);
        }
        return head;
    }

    /** The order may stand in the address, as it does in links of other pages. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("order").ifPresent(plan::look);
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.disputes") + " · Onair";
    }
}
