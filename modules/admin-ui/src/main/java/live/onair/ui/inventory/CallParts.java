package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import live.onair.inventory.CallRows.SentCall;
import live.onair.inventory.CallRows.TrailMatch;
import live.onair.inventory.CallRows.TrailState;
import live.onair.inventory.Inventory;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The cells of the list of our calls. */
final class CallParts {

    private static final String SHOW = "SH-[0-9]+";

    private CallParts() {}

    /** The state that an address names. */
    static Optional<TrailState> stateOf(@Nullable String name) {
        return Arrays.stream(TrailState.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    static List<String> choices() {
        return Stream.concat(Stream.of(""), Arrays.stream(TrailState.values()).map(Enum::name))
                .toList();
    }

    static String choice(String name) {
        return stateOf(name).map(CallParts::word).orElseGet(() -> Texts.of("inventory.all"));
    }

    private static String word(TrailState state) {
        return Texts.pick(state.ko(), state.en());
    }

    /** A show's number stands for the show: for its channel in its time, too. */
    static Inventory.CallFilter wanted(@Nullable TrailState state, String text, @Nullable String after, int size) {
        String words = text.strip();
        return words.matches(SHOW)
                ? new Inventory.CallFilter(state, words, null, after, size)
                : new Inventory.CallFilter(state, null, words, after, size);
    }

    static void columns(Grid<SentCall> grid, Supplier<Instant> now) {
        grid.setId("calls-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(CallParts::state)
                .setHeader(Texts.of("calls.trail"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(call -> when(call, now.get()))
                .setHeader(Texts.of("calls.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(CallParts::call)
                .setHeader(Texts.of("calls.call"))
                .setFlexGrow(3);
        grid.addComponentColumn(CallParts::outcome)
                .setHeader(Texts.of("calls.outcome"))
                .setFlexGrow(1);
        grid.addComponentColumn(CallParts::where)
                .setHeader(Texts.of("calls.for"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(CallParts::told)
                .setHeader(Texts.of("calls.told"))
                .setFlexGrow(3);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(CallParts::details));
    }

    /** Draws only what is other than before: an opened row stays open. */
    static void show(Grid<SentCall> grid, List<SentCall> rows) {
        List<SentCall> before =
                new ArrayList<>(grid.getListDataView().getItems().toList());
        if (!before.equals(rows)) {
            grid.setItems(List.copyOf(rows));
            grid.recalculateColumnWidths();
        }
    }

    static Component state(SentCall call) {
        String word = word(call.trail());
        return switch (call.trail()) {
            case MISSING -> Parts.state("warn", "warn", word);
            case WAITING -> Parts.state("stale", "wait", word);
            case UNTOLD, NOT_KEPT -> Parts.state("ended", "ended", word);
            case MATCHED -> Parts.state("ok", "ok", word);
        };
    }

    static Component when(SentCall call, Instant now) {
        return cell(Times.exact(call.at()), Times.ago(call.at(), now));
    }

    static Component call(SentCall call) {
        Div cell = cell(call.service() + " " + call.operation(), call.resource());
        cell.getElement().setAttribute("title", call.resource());
        return cell;
    }

    static Component outcome(SentCall call) {
        Div cell = cell(Texts.pick(call.outcome().ko(), call.outcome().en()), call.words() == null ? "" : call.words());
        if (call.words() != null) {
            cell.getElement().setAttribute("title", call.words());
        }
        return cell;
    }

    /** The channel and the show that it was for, as far as it is known. */
    static Component where(SentCall call) {
        Div cell = Parts.box("on-thing");
        if (call.channel() != null) {
            boolean monitor = call.channel().startsWith("MON-");
            cell.add(link(monitor ? "monitors" : "channels?q=" + call.channel(), call.channel()));
        }
        if (call.show() != null) {
            cell.add(link("shows/" + call.show(), call.show()));
        }
        if (cell.getComponentCount() == 0) {
            cell.add(Parts.text("—", "c3"));
        }
        return cell;
    }

    static Anchor link(String path, String words) {
        Anchor link = new Anchor(path, words);
        link.setRouterIgnore(false);
        return link;
    }

    /** What the trail tells, or why it tells nothing. */
    static Component told(SentCall call) {
        TrailMatch event = call.event();
        if (event == null) {
            return Parts.text(Texts.of("calls.told." + call.trail().name()), "t12", "c2", "on-thing-failed");
        }
        String when = event.byTime()
                ? Texts.of(event.error() == null ? "calls.byTime.done" : "calls.byTime.refused")
                : Times.exact(event.at());
        Div cell = cell(event.principal(), event.source() == null ? when : when + " · " + event.source());
        cell.getElement().setAttribute("title", event.principal());
        return cell;
    }

    static Div details(SentCall call) {
        Div lines = Parts.box("sec on-call-details");
        fact(lines, "calls.request", call.requestId());
        TrailMatch event = call.event();
        fact(lines, "calls.event", event == null ? null : event.id());
        lines.add(Parts.box(
                "on-account-fact", Parts.text(Texts.of("calls.by"), "c3", "t12"), Parts.text(call.by(), "t13")));
        if (call.requestOfOurs() != null) {
            lines.add(link(
                    "audit?q=" + URLEncoder.encode(call.requestOfOurs(), StandardCharsets.UTF_8),
                    Texts.of("calls.history")));
        }
        lines.add(Parts.text(call.resource(), "c2", "t12", "on-break"));
        if (call.words() != null) {
            lines.add(Parts.text(call.words(), "c2", "t12", "on-break"));
        }
        return lines;
    }

    private static void fact(Div lines, String key, @Nullable String id) {
        Component value = id == null
                ? Parts.text(Texts.of("inventory.unknown"), "t13", "c3")
                : Parts.copyable(id, Texts.of("show.copyId", id));
        lines.add(Parts.box("on-account-fact", Parts.text(Texts.of(key), "c3", "t12"), value));
    }

    static Div cell(String above, String below) {
        return Parts.box(
                "on-thing", Parts.text(above, "t13", "on-thing-name"), Parts.text(below, "c3", "t12", "on-thing-name"));
    }
}
