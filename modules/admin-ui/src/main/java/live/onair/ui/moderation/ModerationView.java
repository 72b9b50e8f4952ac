package live.onair.ui.moderation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import live.onair.moderation.Appeals;
import live.onair.moderation.Duty;
import live.onair.moderation.Moderation;
import live.onair.moderation.Reports;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.questions.QuestionPane;
import org.jspecify.annotations.Nullable;

/** The chat of a show that is on air: what is said, what waits for a decision, and who said it. */
@Route(value = "moderation", layout = Shell.class)
@PermitAll
@Dependent
class ModerationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Moderation moderation;
    private final transient AskedPane.Facades facades;
    private final transient AroundChat around;
    private final transient Shows shows;
    private final transient Pulse pulse;
    private final DutyBar onDuty;
    private final ComboBox<ShowRows.Show> choice = new ComboBox<>();
    private final Div tools = Parts.box("row on-wrap");
    private final Div seldom = Parts.box("row on-wrap");
    private final StreamPane stream;
    private final Div left = Parts.box("pane on-left");
    private final Div body = Parts.box("on-columns on-moderation");
    private transient Runnable drawing = () -> {};
    private @Nullable String shown;

    @Inject
    ModerationView(
            Moderation moderation,
            Reports reports,
            Appeals appeals,
            AroundChat around,
            Duty duty,
            Shows shows,
            Pulse pulse) {
        this.moderation = moderation;
        this.around = around;
        this.facades = new AskedPane.Facades(moderation, reports, appeals);
        this.shows = shows;
        this.pulse = pulse;
        this.onDuty = new DutyBar(duty, shows);
        this.stream = new StreamPane(around.picture, around.prompter, shows, around.tiles);
        stream.onChoice(this::choose, this::address);
        left.add(stream);
        addClassName("on-page");
        chooser();
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("nav.moderation")), choice, seldom, onDuty),
                Parts.box("tool on-wrap", tools),
                body);
        onDuty.draw();
        pulse.every(onDuty, onDuty::draw);
        pulse.every(stream, stream::draw);
    }

    private void chooser() {
        choice.setId("chat-show");
        choice.setAriaLabel(Texts.of("moderation.show"));
        choice.setPlaceholder(Texts.of("moderation.show"));
        choice.setItemLabelGenerator(ShowRows.Show::title);
        choice.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                show(e.getValue().id());
            }
        });
    }

    private void choose(String id) {
        List<ShowRows.Show> onAir = shows.onAir();
        choice.setItems(onAir);
        onAir.stream().filter(one -> one.id().equals(id)).findFirst().ifPresent(choice::setValue);
        show(id);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<ShowRows.Show> onAir = shows.onAir();
        choice.setItems(onAir);
        stream.many(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("size")
                .orElse(""));
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
        show(id);
    }

    /** How many are seen and whose chat it is stand in the address: so a layout of windows keeps them. */
    private void address() {
        Map<String, String> words = new TreeMap<>(Map.of("size", stream.many()));
        if (shown != null && !shown.isEmpty()) {
            words.put("show", shown);
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("moderation", QueryParameters.simple(words)));
    }

    /** Nothing is said there: its picture may still be looked at, and its chat opens by itself when it goes on air. */
    private void showNone(String id) {
        tools.removeAll();
        seldom.removeAll();
        only(left, stream);
        only(body, left);
        Div none = Parts.empty(Texts.of("moderation.none"), Texts.of("moderation.none.why"));
        body.add(none);
        drawing = () -> {};
        pulse.every(none, () -> {
            if (!id.isEmpty() && moderation.of(id).isPresent()) {
                open(id);
            }
        });
    }

    /** All others go: a picture that is put in anew begins anew. */
    private static void only(Div box, Component kept) {
        box.getChildren().filter(one -> !one.equals(kept)).toList().forEach(box::remove);
        if (kept.getParent().isEmpty()) {
            box.add(kept);
        }
    }

    private void show(String id) {
        if (id.equals(shown)) {
            return;
        }
        shown = id;
        address();
        stream.show(id);
        if (id.isEmpty() || moderation.of(id).isEmpty()) {
            showNone(id);
        } else {
            open(id);
        }
    }

    private void open(String id) {
        MemberPane member = new MemberPane(moderation, id, this::refresh);
        ChatPane chat = new ChatPane(moderation, id, member::show, this::refresh);
        HoldPane.Facades holding = new HoldPane.Facades(moderation, around.rules, around.clock);
        HoldPane held = new HoldPane(holding, id, member::show, this::refresh);
        AskedPane asked = new AskedPane(facades, id, member::show, this::refresh);
        FreezeBar frozen = chat.above(new FreezeBar(around.shields, around.clock, id, this::refresh));
        ChatTools chatTools = new ChatTools(moderation, id, frozen.key(), this::refresh);
        Span over = ReadBadge.over();
        tools.removeAll();
        ReadBadge read = new ReadBadge(around.clock);
        tools.add(over, read, chatTools);
        Div queue = Parts.box("pane on-queue", held, asked);
        Consumer<Boolean> others = around(id, chat, queue);
        stand(chat, queue, member);
        drawing = () -> moderation.of(id).ifPresent(now -> {
            read.draw(now);
            over.setVisible(!now.open());
            chatTools.draw(now);
            frozen.draw(now.open());
            member.open(now.open());
            chat.draw(now);
            held.draw();
            asked.draw();
            others.accept(now.open());
            member.draw();
        });
        refresh();
        pulse.every(chat, this::refresh);
    }

    private void stand(Div... panes) {
        only(body, left);
        body.add(panes);
    }

    /** Puts what stands around the lines where it belongs; gives what draws it. */
    private Consumer<Boolean> around(String id, ChatPane chat, Div queue) {
        ShieldBar shield = new ShieldBar(around.shields, id, this::refresh);
        RaidPane raids = new RaidPane(around.raids, id, this::refresh);
        AnnounceBar announce = new AnnounceBar(around.announcements, id, this::refresh);
        tools.add(shield);
        seldom.removeAll();
        seldom.add(new KeepingMenu(around.keeping, id), RaidWatchDialog.button(around.raids, this::refresh));
        queue.addComponentAsFirst(raids);
        QuestionPane asked = new QuestionPane(around.questions, id);
        only(left, stream);
        left.add(asked);
        chat.add(announce);
        PinBar pin = new PinBar(around.announcements, id, chat::chosen, this::refresh);
        chat.add(pin);
        return open -> {
            shield.draw(open);
            raids.draw();
            asked.draw();
            announce.draw();
            announce.open(open);
            pin.draw();
            pin.open(open);
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
