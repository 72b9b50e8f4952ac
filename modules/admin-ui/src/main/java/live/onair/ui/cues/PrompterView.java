package live.onair.ui.cues;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.cues.CueRows;
import live.onair.cues.CueTimes;
import live.onair.cues.CueTimes.Line;
import live.onair.cues.CueTimes.Standing;
import live.onair.cues.Prompter;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The host's page: what to say now, how long there is, what comes next, and what the others have to tell. Read from afar. */
@Route("prompter/:show")
@PermitAll
@Dependent
class PrompterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CuePanes rooms;
    private final transient Pulse pulse;
    private final Span clock = Parts.text("");
    private final Span name = Parts.text("", "one");
    private final Span left = Parts.text("", "on-prompt-left");
    private final Span late = Parts.text("", "c2");
    private final H1 title = new H1();
    private final Div lines = Parts.region(Parts.box("on-prompt-lines"), Texts.of("cue.lines"));
    private final Span next = Parts.text("");
    private final Div messages = Parts.box("on-prompt-messages");
    private String id = "";
    private transient CueRows.@Nullable Sheet shown;
    private transient @Nullable List<CueRows.Message> told;

    @Inject
    PrompterView(CuePanes rooms, Pulse pulse) {
        this.rooms = rooms;
        this.pulse = pulse;
        addClassNames("on-page", "on-prompt");
        getElement().setAttribute("theme", "dark");
        getElement().executeJs("document.documentElement.setAttribute('theme', 'dark')");
        messages.getElement().setAttribute("role", "log").setAttribute("aria-live", "assertive");
        left.setId("prompt-left");
        title.setId("prompt-title");
        add(
                Parts.box("on-prompt-head", name, Parts.box("push"), late, clock),
                messages,
                Parts.box("on-prompt-now", title, left),
                lines,
                Parts.box("on-prompt-next", Parts.text(Texts.of("cue.next"), "c2"), next));
        pulse.every(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("show").orElse("");
        shown = null;
        told = null;
        refresh();
    }

    private void refresh() {
        ShowRows.Show show = rooms.shows().find(id).orElse(null);
        if (show == null) {
            title.setText(Texts.of("show.gone"));
            return;
        }
        Instant now = pulse.now();
        name.setText(show.title());
        clock.setText(Times.seconds(now));
        CueRows.Sheet sheet = rooms.cues().of(id);
        if (!sheet.equals(shown)) {
            shown = sheet;
            draw(sheet);
        }
        tell(rooms.prompter().of(id));
        times(CueTimes.of(sheet, now), show, now);
    }

    private void draw(CueRows.Sheet sheet) {
        CueRows.Item item = sheet.now().orElse(null);
        lines.removeAll();
        if (item == null) {
            boolean over = !sheet.steps().isEmpty();
            title.setText(Texts.of(sheet.items().isEmpty() ? "cue.none" : over ? "prompt.over" : "prompt.wait"));
        } else {
            title.setText(item.title());
            lines.add(Parts.text(item.lines().isEmpty() ? item.note() : item.lines(), "on-cue-lines"));
        }
        next.setText(sheet.next()
                .map(coming -> coming.title() + " · " + CueParts.time(coming.seconds()))
                .orElse(Texts.of("prompt.last")));
    }

    private void times(CueTimes times, ShowRows.Show show, Instant now) {
        Line line = times.lines().stream()
                .filter(one -> one.standing() == Standing.NOW)
                .findFirst()
                .orElse(null);
        if (line == null) {
            Duration until = Duration.between(now, show.startsAt());
            left.setText(until.isNegative() ? "" : CueParts.time(until));
            late.setText("");
            return;
        }
        Duration remains = line.left() == null ? Duration.ZERO : line.left();
        left.setText((remains.isNegative() ? "+" : "") + CueParts.time(remains.abs()));
        left.setClassName("on-cue-over", remains.isNegative());
        late.setText(CueParts.late(times.late()));
    }

    private void tell(List<CueRows.Message> now) {
        if (now.equals(told)) {
            return;
        }
        told = now;
        messages.removeAll();
        now.stream().filter(message -> message.seenAt() == null).forEach(message -> messages.add(message(message)));
    }

    private Div message(CueRows.Message message) {
        Button read = Actions.button(Prompter.class, "prompter.read", () -> {
            if (Parts.showed(rooms.prompter().read(message.id()))) {
                refresh();
            }
        });
        read.setAriaLabel(read.getText() + ": " + CueParts.words(message));
        Div line = Parts.box(
                "on-prompt-message " + message.level().name().toLowerCase(java.util.Locale.ROOT),
                CueParts.level(message.level()),
                Parts.text(CueParts.words(message), "on-cue-lines"),
                read);
        line.getElement().setAttribute("data-message", message.id().toString());
        return line;
    }

    @Override
    public String getPageTitle() {
        return Texts.of("cue.prompter") + " " + id + " · Onair";
    }
}
