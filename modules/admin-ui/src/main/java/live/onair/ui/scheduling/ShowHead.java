package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Parts;
import live.onair.ui.Presence;
import live.onair.ui.SecondZone;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The head of a show's page: what it is, where it stands, who else is here, and what can be done next. */
@Dependent
class ShowHead {

    private final ShowActions actions;
    private final Clock clock;
    private final Div day = new Div();
    private final Div names = Parts.box("row on-wrap");
    private final Div people = Parts.box("row-s on-people");
    private final Div buttons = Parts.box("row on-wrap on-acts");
    private final Div facts = Parts.box("facts");
    private final Div box = Parts.box(
            "head on-show-head",
            day,
            Parts.box(
                    "row on-wrap on-show-top",
                    names,
                    Parts.box("push"),
                    Parts.box("row on-wrap on-acts", people, buttons)),
            facts);
    private String offered = "";

    @Inject
    ShowHead(ShowActions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
        day.addClassNames("on-show-place", "t12");
        people.setId("presence");
    }

    Div box() {
        return box;
    }

    void draw(ShowView.Seen now, Runnable then) {
        ShowRows.Show show = now.show();
        box.setVisible(true);
        day.removeAll();
        day.add(place(show));
        names.removeAll();
        names.add(
                new H1(show.title()), Badges.of(show.state()), Badges.of(show.health()), Badges.cover(show.airtime()));
        people(now.others());
        offer(show, then);
        facts.removeAll();
        facts(show);
    }

    void gone() {
        box.setVisible(false);
    }

    /**
     * Only when they are others: a button that is drawn anew between a finger's down and up is not pressed. What is done to
     * a running show goes by its number alone, and its version rises by itself.
     */
    private void offer(ShowRows.Show show, Runnable then) {
        boolean runs = show.state().isLive() || show.state() == ShowState.REHEARSAL;
        String wanted = show.id()
                + show.state()
                + show.airtime().slateOn()
                + show.airtime().blurOn()
                + (runs ? "" : show.version())
                + ReplayDialog.isPlanned(show);
        if (!wanted.equals(offered)) {
            offered = wanted;
            buttons.removeAll();
            buttons.add(actions.buttons(show, then));
        }
    }

    /** The way back to the day it is planned on. */
    private static Component place(ShowRows.Show show) {
        RouterLink day = new RouterLink();
        day.setText(Texts.of("nav.schedule") + " · " + Times.day(Times.day(show.startsAt())));
        day.setRoute(
                ScheduleView.class,
                new com.vaadin.flow.router.RouteParameters(
                        "day", Times.day(show.startsAt()).toString()));
        day.setId("show-day");
        return day;
    }

    private void facts(ShowRows.Show show) {
        ShowRows.Named studio = show.studio();
        facts.add(
                Parts.text(
                        Times.day(Times.day(show.startsAt())) + " " + Times.range(show.startsAt(), show.endsAt())
                                + " KST",
                        "b"),
                second(show),
                Parts.text(show.channel().name() + (studio == null ? "" : " · " + studio.name())),
                Parts.text(hosts(show)),
                Badges.of(show.arming()),
                Parts.text(Texts.of("show.by", show.review().createdBy())),
                Parts.copyable(show.id(), Texts.of("show.copyId", show.id())));
        Instant now = clock.instant();
        if (now.isBefore(show.startsAt()) && show.state() != ShowState.CANCELLED) {
            facts.add(Parts.text(Texts.of("show.until", left(Duration.between(now, show.startsAt()))), "c2"));
        }
    }

    /** The same time elsewhere, for who asked for it. */
    private static Component second(ShowRows.Show show) {
        Span span = Parts.text("", "c2");
        span.setVisible(false);
        SecondZone.chosen().ifPresent(zone -> {
            span.setText(zone.range(show.startsAt(), show.endsAt()));
            span.setVisible(true);
            span.setId("second-zone");
        });
        return span;
    }

    static String left(Duration left) {
        long minutes = Math.max(1, left.toMinutes());
        if (minutes >= 48 * 60) {
            return Texts.of("time.days", minutes / 1440);
        }
        return minutes >= 60 ? Texts.of("time.hours", minutes / 60, minutes % 60) : Texts.of("time.minutes", minutes);
    }

    static String hosts(ShowRows.Show show) {
        return show.hosts().isEmpty() ? Texts.of("show.noHost") : BoardJson.hosts(show);
    }

    private void people(List<Presence.Someone> others) {
        people.removeAll();
        for (Presence.Someone other : others) {
            Span initial = Parts.text(other.name().replaceFirst("^데모 ", "").substring(0, 1), "ini");
            initial.getElement().setAttribute("aria-hidden", "true");
            people.add(
                    initial,
                    Parts.text(
                            other.changing().isEmpty()
                                    ? Texts.of("presence.looks", other.name())
                                    : Texts.of("presence.changes", other.name(), other.changing()),
                            "c2",
                            "t12"));
        }
        people.setVisible(!others.isEmpty());
    }
}
