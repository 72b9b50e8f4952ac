package live.onair.ui.clips;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.Proposal;
import live.onair.clips.ClipRows.ShowClips;
import live.onair.clips.Clips;
import live.onair.clips.Clips.ClipWish;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** A show's highlight clips: what could be cut, what was, played in place. A clip that plays is not drawn anew. */
final class ClipsPane extends Div {

    private final transient Clips clips;
    private final String show;
    private final transient ClipCard.Acts acts;
    private final Div list = Parts.box("on-clips");
    private final Div proposed = Parts.box("on-clip-proposals");
    private final Div empty = Parts.empty(Texts.of("clips.none"), Texts.of("clips.none.why"));
    private final Button cut;
    private transient @Nullable ShowClips seen;
    private final List<Clip> drawn = new ArrayList<>();

    ClipsPane(Clips clips, String show, String edge, Pulse pulse) {
        this.clips = clips;
        this.show = show;
        this.acts = new ClipCard.Acts(clips, edge, this::act);
        addClassNames("pane", "on-clips-pane");
        setId("clips");
        empty.setId("clips-empty");
        list.setId("clips-list");
        proposed.setId("clips-proposed");
        cut = Actions.button(Clips.class, "clips.cut", () -> open(null));
        add(
                Parts.box(
                        "ph2 on-wrap",
                        new H2(Texts.of("clips.title")),
                        Parts.text(Texts.of("clips.why"), "t12", "c3"),
                        Parts.box("push"),
                        cut),
                empty,
                list,
                proposed);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void open(@Nullable Proposal proposal) {
        ClipDialog.open(proposal, this::cut);
    }

    private Outcome<Clip> cut(ClipWish wish) {
        Outcome<Clip> outcome = clips.cut(show, wish);
        refresh();
        return outcome;
    }

    /** Does it, says so, and offers the way back where there is one. */
    private void act(Outcome<Clip> outcome, @Nullable Supplier<Outcome<Clip>> back) {
        if (Parts.showed(outcome)) {
            String words = Texts.of("clips.done", outcome.orThrow().title());
            if (back == null) {
                Parts.done(words);
            } else {
                Undo.offer(words, back::get, this::refresh);
            }
        }
        refresh();
    }

    private void refresh() {
        ShowClips now = clips.of(show);
        if (now.equals(seen)) {
            return;
        }
        ShowClips before = seen;
        seen = now;
        empty.setVisible(now.clips().isEmpty() && now.proposals().isEmpty());
        cut.setEnabled(now.length() != null);
        cut.setTooltipText(now.length() == null ? Texts.of("clips.noRecording") : null);
        draw(now.clips());
        if (before == null || !before.proposals().equals(now.proposals())) {
            propose(now.proposals());
        }
    }

    private void draw(List<Clip> now) {
        if (!ids(now).equals(ids(drawn))) {
            list.removeAll();
            now.forEach(clip -> list.add(new ClipCard(clip, acts)));
        } else {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(drawn.get(i)) && list.getComponentAt(i) instanceof ClipCard card) {
                    card.draw(now.get(i));
                }
            }
        }
        drawn.clear();
        drawn.addAll(now);
        list.setVisible(!now.isEmpty());
    }

    private static List<UUID> ids(List<Clip> clips) {
        return clips.stream().map(Clip::id).toList();
    }

    private void propose(List<Proposal> proposals) {
        proposed.removeAll();
        proposed.setVisible(!proposals.isEmpty());
        if (!proposals.isEmpty()) {
            proposed.add(new H3(Texts.of("clips.proposed")));
            proposals.forEach(one -> proposed.add(line(one)));
        }
    }

    private Component line(Proposal one) {
        Button make = Actions.inRow(
                Clips.class,
                "clips.cut",
                one.source().toString(),
                one.title(),
                () -> act(clips.cut(show, new ClipWish(one.title(), one.from(), one.to(), one.source())), null));
        Button adjust = new Button(Texts.of("clips.adjust"), e -> open(one));
        adjust.addThemeNames("tertiary", "small");
        adjust.setAriaLabel(Texts.of("clips.adjust") + ": " + one.title());
        adjust.setId("clip-adjust-" + one.source());
        adjust.setVisible(Actions.isAllowed(Clips.class, "clips.cut"));
        return Parts.box(
                "on-line row on-wrap",
                Parts.text(Times.length(one.from()) + " ~ " + Times.length(one.to()), "mono", "t12", "c2"),
                Parts.text(Texts.pick(one.reason().ko(), one.reason().en()), "tag"),
                Parts.text(one.title(), "t13", "grow"),
                make,
                adjust);
    }
}
