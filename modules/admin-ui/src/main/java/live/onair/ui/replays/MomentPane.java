package live.onair.ui.replays;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import live.onair.moderation.Appeals;
import live.onair.replays.Replays.MomentKind;
import live.onair.replays.Replays.ReplayMoment;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** All that was done in a show, in its order; the last thing before the second at which the recording stands is marked. */
class MomentPane extends Div {

    /** What is looked at. */
    private enum Which {
        ALL(EnumSet.allOf(MomentKind.class)),
        LINES(EnumSet.of(MomentKind.HIDE, MomentKind.RESTORE, MomentKind.LET_OUT, MomentKind.DENY)),
        PEOPLE(EnumSet.of(
                MomentKind.BAN, MomentKind.BAN_EVERYWHERE, MomentKind.TIMEOUT, MomentKind.UNBAN, MomentKind.WARN)),
        WORDS(EnumSet.of(
                MomentKind.ANNOUNCE, MomentKind.LINE_PIN, MomentKind.LINE_UNPIN, MomentKind.CARD, MomentKind.CARD_OFF)),
        PRODUCTS(EnumSet.of(MomentKind.PIN, MomentKind.UNPIN));

        private final Set<MomentKind> kinds;

        Which(Set<MomentKind> kinds) {
            this.kinds = kinds;
        }
    }

    private final transient ReplayPane.Facades facades;
    private final String show;
    private final transient Consumer<Duration> go;
    private final Select<Which> which = new Select<>();
    private final Span count = Parts.text("", "c2", "t13");
    private final Div list = Parts.region(Parts.box("on-scroll on-moments"), Texts.of("replays.moments"));
    private transient List<ReplayMoment> drawn = List.of();
    private final transient List<NativeButton> rows = new ArrayList<>();
    private transient @Nullable NativeButton marked;

    MomentPane(ReplayPane.Facades facades, String show, Consumer<Duration> go) {
        this.facades = facades;
        this.show = show;
        this.go = go;
        addClassName("pane");
        list.setId("moments");
        which.setId("moment-kind");
        which.setAriaLabel(Texts.of("replays.which"));
        which.setItems(Which.values());
        which.setItemLabelGenerator(one -> Texts.of("replays.which." + one.name()));
        which.setValue(Which.ALL);
        which.addValueChangeListener(e -> draw());
        add(Parts.box("ph2 on-wrap", new H2(Texts.of("replays.moments")), count, Parts.box("push"), which), list);
        draw();
    }

    final void draw() {
        drawn = facades.replays().moments(show).stream()
                .filter(one -> which.getValue().kinds.contains(one.kind()))
                .toList();
        count.setText(Texts.of("replays.count", drawn.size()));
        list.removeAll();
        rows.clear();
        marked = null;
        for (int i = 0; i < drawn.size(); i++) {
            list.add(row(drawn.get(i), i));
        }
        if (drawn.isEmpty()) {
            list.add(Parts.box("on-pad", Parts.text(Texts.of("replays.nothing"), "c2", "t13")));
        }
    }

    /** Marks what was done last before it. */
    void reached(Duration at) {
        NativeButton last = null;
        for (int i = 0; i < drawn.size(); i++) {
            Duration position = drawn.get(i).position();
            if (position != null && position.compareTo(at) <= 0) {
                last = rows.get(i);
            }
        }
        if (marked == last) {
            return;
        }
        if (marked != null) {
            marked.removeClassName("focus");
            marked.getElement().removeAttribute("aria-current");
        }
        marked = last;
        if (last != null) {
            last.addClassName("focus");
            last.getElement().setAttribute("aria-current", "true");
            last.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    private Div row(ReplayMoment one, int place) {
        Duration position = one.position();
        NativeButton press = new NativeButton();
        press.addClassName("msg");
        press.setId("moment-" + place);
        press.getElement().setAttribute("data-kind", one.kind().name());
        press.setEnabled(position != null);
        press.addClickListener(e -> {
            if (position != null) {
                go.accept(position);
            }
        });
        Span words = new Span(
                Parts.text(Texts.of("replays.kind." + one.kind()), "tag"),
                Parts.text(one.text(), "tx"),
                Parts.text(by(one), "c2", "t12"));
        press.add(Parts.text(position == null ? Times.seconds(one.at()) : Times.length(position), "tm"), words);
        rows.add(press);
        String member = one.member();
        boolean ban = one.kind() == MomentKind.BAN || one.kind() == MomentKind.BAN_EVERYWHERE;
        return ban && member != null
                ? Parts.box("row", press, appeal(member, one.text(), place))
                : Parts.box("row", press);
    }

    private static String by(ReplayMoment one) {
        String by = one.by() == null ? "" : one.by();
        return by.isEmpty() || one.reason().isBlank() ? by : Texts.of("replays.byWhy", by, one.reason());
    }

    private Button appeal(String member, String name, int place) {
        return Actions.inRow(
                Appeals.class,
                "appeals.open",
                String.valueOf(place),
                name,
                () -> Reasons.ask(Actions.label(Appeals.class, "appeals.open"), true, why -> {
                    if (Parts.showed(facades.appeals().open(show, member, why))) {
                        Parts.done(Texts.of("replays.appealed"));
                    }
                }));
    }
}
