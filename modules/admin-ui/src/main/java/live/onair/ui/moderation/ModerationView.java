package live.onair.ui.moderation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import live.onair.cues.Prompter;
import live.onair.moderation.Announcements;
import live.onair.moderation.Appeals;
import live.onair.moderation.ChatKeeping;
import live.onair.moderation.Duty;
import live.onair.moderation.Moderation;
import live.onair.moderation.Raids;
import live.onair.moderation.Reports;
import live.onair.moderation.Shields;
import live.onair.questions.Questions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.questions.QuestionPane;
import live.onair.ui.scheduling.ControlPicture;
import org.jspecify.annotations.Nullable;

/** The chat of a show that is on air: what is said, what waits for a decision, and who said it. */
@Route(value = "moderation", layout = Shell.class)
@PermitAll
@Dependent
class ModerationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Moderation moderation;
    private final transient AskedPane.Facades facades;
    private final transient Around around;
    private final transient Shows shows;
    private final transient Pulse pulse;
    private final DutyBar onDuty;
    private final ComboBox<ShowRows.Show> choice = new ComboBox<>();
    private final Div tools = Parts.box("row on-wrap");
    private final Div body = Parts.box("on-columns on-moderation");
    private transient Runnable drawing = () -> {};
    private @Nullable String shown;

    /** What stands around the lines of a chat. */
    @Dependent
    static class Around {

        private final Announcements announcements;
        private final Shields shields;
        private final Raids raids;
        private final ControlPicture picture;
        private final Prompter prompter;
        private final ChatKeeping keeping;
        private final Questions questions;

        @Inject
        Around(
                Announcements announcements,
                Shields shields,
                Raids raids,
                ControlPicture picture,
                Prompter prompter,
                ChatKeeping keeping,
                Questions questions) {
            this.picture = picture;
            this.prompter = prompter;
            this.keeping = keeping;
            this.questions = questions;
            this.announcements = announcements;
            this.shields = shields;
            this.raids = raids;
        }
    }

    @Inject
    ModerationView(
            Moderation moderation,
            Reports reports,
            Appeals appeals,
            Around around,
            Duty duty,
            Shows shows,
            Pulse pulse) {
        this.moderation = moderation;
        this.around = around;
        this.facades = new AskedPane.Facades(moderation, reports, appeals);
        this.shows = shows;
        this.pulse = pulse;
        this.onDuty = new DutyBar(duty, shows);
        addClassName("on-page");
        choice.setId("chat-show");
        choice.setAriaLabel(Texts.of("moderation.show"));
        choice.setPlaceholder(Texts.of("moderation.show"));
        choice.setItemLabelGenerator(ShowRows.Show::title);
        choice.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                show(e.getValue().id());
            }
        });
        add(Parts.box("tool on-wrap", new H1(Texts.of("nav.moderation")), choice, tools, onDuty), body);
        onDuty.draw();
        pulse.every(onDuty, onDuty::draw);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<ShowRows.Show> onAir = shows.onAir();
        choice.setItems(onAir);
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .orElse("");
        onAir.stream()
                .filter(show -> show.id().equals(wanted))
                .findFirst()
                .or(() -> onAir.stream().findFirst())
                .ifPresent(choice::setValue);
        ShowRows.Show first = choice.getValue();
        String id = wanted.isEmpty() && first != null ? first.id() : wanted;
        if (id.isEmpty() || moderation.of(id).isEmpty()) {
            body.removeAll();
            body.add(Parts.empty(Texts.of("moderation.none"), Texts.of("moderation.none.why")));
            return;
        }
        show(id);
    }

    private void show(String id) {
        if (id.equals(shown)) {
            return;
        }
        shown = id;
        Location here = new Location("moderation", QueryParameters.of("show", id));
        UI.getCurrent().getPage().getHistory().replaceState(null, here);
        MemberPane member = new MemberPane(moderation, id, this::refresh);
        ChatPane chat = new ChatPane(moderation, id, member::show, this::refresh);
        HoldPane held = new HoldPane(moderation, id, member::show, this::refresh);
        AskedPane asked = new AskedPane(facades, id, member::show, this::refresh);
        ChatTools chatTools = new ChatTools(moderation, id, this::refresh);
        tools.removeAll();
        tools.add(chatTools);
        Div queue = Parts.box("pane on-queue", held, asked);
        Runnable others = around(id, chat, queue, member);
        body.removeAll();
        body.add(chat, queue, member);
        drawing = () -> moderation.of(id).ifPresent(now -> {
            chatTools.draw(now);
            chat.draw(now);
            held.draw();
            asked.draw();
            others.run();
            member.draw();
        });
        refresh();
        pulse.every(chat, this::refresh);
    }

    /** Puts what stands around the lines where it belongs; gives what draws it. */
    private Runnable around(String id, ChatPane chat, Div queue, MemberPane member) {
        StreamPane stream = new StreamPane(around.picture, around.prompter, shows, id);
        member.addComponentAsFirst(stream);
        ShieldBar shield = new ShieldBar(around.shields, id, this::refresh);
        RaidPane raids = new RaidPane(around.raids, id, this::refresh);
        AnnounceBar announce = new AnnounceBar(around.announcements, id, this::refresh);
        tools.add(shield, new KeepingMenu(around.keeping, id), RaidWatchDialog.button(around.raids, this::refresh));
        queue.addComponentAsFirst(raids);
        QuestionPane asked = new QuestionPane(around.questions, id);
        queue.add(asked);
        chat.add(announce);
        PinBar pin = new PinBar(around.announcements, id, chat::chosen, this::refresh);
        chat.add(pin);
        return () -> {
            stream.draw();
            shield.draw();
            raids.draw();
            asked.draw();
            announce.draw();
            pin.draw();
        };
    }

    private void refresh() {
        drawing.run();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.moderation") + " · Onair";
    }
}
