package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import live.onair.audit.AuditLog;
import live.onair.identity.SavedViews;
import live.onair.products.Allotments;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.ui.FirstSteps;
import live.onair.ui.Jobs;
import live.onair.ui.Parts;
import live.onair.ui.Preferences;
import live.onair.ui.Texts;
import live.onair.ui.ViewMenu;
import live.onair.ui.planning.PlanningDialogs;

/** What stands around the schedule and is not of it: kept views, and the first steps of somebody new. */
@Dependent
class ScheduleExtras {

    private final SavedViews saved;
    private final Preferences preferences;
    private final AuditLog log;
    private final PlanningDialogs planning;
    private final Jobs jobs;
    private final Allotments allotments;

    @Inject
    ScheduleExtras(
            SavedViews saved,
            Preferences preferences,
            AuditLog log,
            PlanningDialogs planning,
            Jobs jobs,
            Allotments allotments) {
        this.saved = saved;
        this.jobs = jobs;
        this.allotments = allotments;
        this.planning = planning;
        this.preferences = preferences;
        this.log = log;
    }

    /** Views are kept without a day: they are of any week. */
    ViewMenu views(Supplier<String> present) {
        return new ViewMenu(
                saved,
                "schedule",
                List.of(
                        new ViewMenu.Usual(Texts.of("schedule.usual.day"), ""),
                        new ViewMenu.Usual(Texts.of("schedule.usual.week"), "view=week"),
                        new ViewMenu.Usual(Texts.of("schedule.usual.list"), "view=list")),
                present);
    }

    /** Calendars to subscribe to, of channels, hosts and oneself. */
    Button calendars() {
        Button button = new Button(Texts.of("schedule.calendars"), Parts.icon("link"), e -> planning.calendars());
        button.setId("calendars");
        return button;
    }

    /** Moves several shows by the same time. */
    void shift(Bookings bookings, Collection<ShowRows.Show> shows, Runnable then) {
        new ShiftDialog(bookings, allotments, jobs, shows, then).open();
    }

    FirstSteps firstSteps() {
        return new FirstSteps(preferences, log);
    }
}
