package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.audit.AuditRow;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.scheduling.StreamMarks;
import live.onair.ui.Parts;
import live.onair.ui.Presence;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.inventory.RecordingPane;
import org.jspecify.annotations.Nullable;

/** One show: where it stands, what can be done, its picture, its gate, its signal, its history. The tab is in the address. */
@Route(value = "shows/:show/:tab?", layout = Shell.class)
@PermitAll
@Dependent
class ShowView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Shows shows;
    private final transient Channels channels;
    private final transient Gate gate;
    private final transient Interruptions interruptions;
    private final transient Presence presence;
    private final transient ShowHead head;
    private final transient ShowTabs content;
    private final transient ShowSide side;
    private final Tabs tabs = new Tabs();
    private final Div main = Parts.region(Parts.box("grow on-scroll"), Texts.of("show.region.main"));
    private final Div beside = Parts.region(Parts.box("on-side"), Texts.of("show.region.side"));
    private String id = "";
    private String title = "";
    private Which tab = Which.OVERVIEW;
    private transient @Nullable Seen seen;

    /** The tabs, in their order; their words are those of the address. */
    enum Which {
        OVERVIEW,
        CUES,
        PRODUCTS,
        CLAIMS,
        NUMBERS,
        CHAT,
        CLIPS,
        PLAN,
        SIGNAL,
        HISTORY;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        Tab tab() {
            Tab tab = new Tab(Texts.of("show.tab." + word()));
            tab.getElement().setAttribute("data-tab", word());
            return tab;
        }

        static Which of(Optional<String> word) {
            return Arrays.stream(values())
                    .filter(t -> t.word().equals(word.orElse("")))
                    .findFirst()
                    .orElse(OVERVIEW);
        }
    }

    /** What the page shows, to draw only what has changed. */
    record Seen(
            ShowRows.Show show,
            Optional<Channels.Row> channel,
            boolean old,
            List<Gate.Row> checks,
            List<Interruptions.Row> alarms,
            List<ShowRows.Transition> history,
            List<StreamMarks.Row> marks,
            RecordingPane.@Nullable Kept kept,
            List<DisputeHold> held,
            List<Presence.Someone> others,
            List<AuditRow> happened) {}

    @Inject
    ShowView(Shows shows, Channels channels, Gate gate, Interruptions interruptions, ShowParts parts) {
        this.shows = shows;
        this.channels = channels;
        this.gate = gate;
        this.interruptions = interruptions;
        this.presence = parts.presence();
        this.head = parts.head();
        this.content = parts.tabs();
        this.side = parts.side();
        addClassName("on-page");
        tabs.setId("show-tabs");
        Arrays.stream(Which.values()).forEach(t -> tabs.add(t.tab()));
        tabs.addSelectedChangeListener(e -> {
            if (e.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(ShowView.class, of(id, Which.values()[tabs.getSelectedIndex()])));
            }
        });
        add(head.box(), tabs, Parts.box("on-columns", main, beside));
        content.then(this::refresh);
        parts.pulse().every(this, this::refresh);
    }

    static RouteParameters of(String show) {
        return new RouteParameters("show", show);
    }

    private static RouteParameters of(String show, Which tab) {
        return tab == Which.OVERVIEW ? of(show) : new RouteParameters(Map.of("show", show, "tab", tab.word()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("show").orElse("");
        tab = Which.of(event.getRouteParameters().get("tab"));
        tabs.setSelectedIndex(tab.ordinal());
        getElement().setAttribute("data-object", id);
        seen = null;
        refresh();
    }

    private void refresh() {
        shows.find(id).ifPresentOrElse(this::look, this::gone);
    }

    private void gone() {
        title = Texts.of("show.gone");
        seen = null;
        head.gone();
        tabs.setVisible(false);
        main.removeAll();
        beside.removeAll();
        main.add(Parts.empty(Texts.of("show.gone"), Texts.of("show.gone.why")));
    }

    private void look(ShowRows.Show show) {
        Optional<Channels.Row> channel = channels.find(show.channel().id());
        Seen now = new Seen(
                show,
                channel,
                content.isOld(channel),
                gate.of(id),
                interruptions.of(id),
                shows.history(id),
                content.marks(tab, id),
                side.kept(show, channel),
                side.held(id),
                presence.here(id, ""),
                side.happened(id));
        Seen before = seen;
        if (now.equals(before)) {
            return;
        }
        seen = now;
        title = show.title();
        tabs.setVisible(true);
        boolean sameHead =
                before != null && before.show().equals(show) && before.others().equals(now.others());
        if (!sameHead) {
            head.draw(now, this::refresh);
        }
        side.draw(beside, now, before, this::refresh);
        content.draw(main, tab, now, before);
    }

    @Override
    public String getPageTitle() {
        return (title.isEmpty() ? id : title) + " · Onair";
    }
}
