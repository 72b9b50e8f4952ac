package live.onair.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;

/** The operators' home: what is wrong on the left, always; from cause to effect on the right. */
@Route(value = "home", layout = Shell.class)
@PermitAll
@Dependent
class HomeView extends Div implements HasDynamicTitle {

    @Inject
    HomeView(
            ProblemsPane problems,
            TodayPane today,
            WellPane well,
            LatelyPane lately,
            EveningPane evening,
            PathPane path,
            CarryingPane carrying,
            Pulse pulse) {
        addClassNames("on-page", "on-home-page");
        H1 title = new H1(Texts.of("nav.home"));
        title.addClassName("on-unseen");
        add(
                title,
                Parts.box(
                        "on-home",
                        Parts.box("pane on-home-left", problems, today, well, lately),
                        Parts.box("pane on-home-right", evening, path, carrying)));
        Runnable all = () -> {
            well.refresh();
            problems.rests(well.lastSeen());
            problems.refresh();
            today.refresh();
            lately.refresh();
            evening.refresh();
            path.refresh();
            carrying.refresh();
        };
        all.run();
        pulse.every(this, all);
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.home") + " · Onair";
    }
}
