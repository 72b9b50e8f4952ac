package live.onair.ui.clips;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.function.Supplier;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.ClipFile;
import live.onair.clips.ClipRows.ClipState;
import live.onair.clips.Clips;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** One clip: its picture, what it is, and what can be done with it. */
final class ClipCard extends Div {

    /** What the buttons call. */
    record Acts(Clips clips, String edge, Done done) {}

    /** Shows what came of an act. */
    interface Done {
        void act(Outcome<Clip> outcome, @Nullable Supplier<Outcome<Clip>> back);
    }

    private final transient Acts acts;
    private final Div picture = Parts.box("on-clip-picture");
    private final Div words = Parts.box("on-clip-words");
    private String playing = "";

    ClipCard(Clip clip, Acts acts) {
        this.acts = acts;
        addClassName("on-clip");
        getElement().setAttribute("data-clip", clip.id().toString());
        add(picture, words);
        draw(clip);
    }

    /** The picture stays while its file does. */
    void draw(Clip clip) {
        ClipFile file = clip.file();
        String src = file == null ? "" : acts.edge() + file.path();
        if (picture.getElement().getChildCount() == 0 || !src.equals(playing)) {
            playing = src;
            picture.removeAll();
            picture.getElement().removeAllChildren();
            if (file == null) {
                picture.add(state(clip));
            } else {
                picture.getElement().appendChild(video(src));
            }
        } else if (file == null) {
            picture.removeAll();
            picture.add(state(clip));
        }
        label(clip);
        words.removeAll();
        words.add(Parts.text(clip.title(), "b", "t13", "on-break"), Parts.text(facts(clip), "t12", "c2"));
        if (clip.shown()) {
            words.add(Parts.state("ok q", "ok", Texts.of("clips.shown")));
        }
        words.add(buttons(clip));
    }

    private void label(Clip clip) {
        picture.getElement().getChildren().forEach(child -> child.setAttribute("aria-label", clip.title()));
    }

    private static Element video(String src) {
        return new Element("video")
                .setAttribute("controls", true)
                .setAttribute("preload", "metadata")
                .setAttribute("playsinline", true)
                .setAttribute("src", src);
    }

    private static Component state(Clip clip) {
        String word = Texts.pick(clip.state().ko(), clip.state().en());
        return clip.state() == ClipState.FAILED
                ? Parts.state("fault", "fault", word + " · " + Texts.of("clips.problem." + clip.problem()))
                : Parts.state("stale", "stale", word);
    }

    private static String facts(Clip clip) {
        String where = Times.length(clip.from()) + " ~ " + Times.length(clip.to());
        ClipFile file = clip.file();
        return file == null
                ? where
                : where + " · "
                        + Texts.of(
                                "clips.file",
                                file.length().toSeconds(),
                                String.format(Locale.ROOT, "%.1f", file.bytes() / 1e6));
    }

    private Component buttons(Clip clip) {
        Div buttons = Parts.box("row-s on-wrap");
        Clips clips = acts.clips();
        ClipFile file = clip.file();
        if (clip.state() == ClipState.FAILED) {
            buttons.add(small("clips.retry", clip, () -> clips.retry(clip.id()), null));
        }
        if (clip.shown()) {
            buttons.add(small("clips.hide", clip, () -> clips.hide(clip.id()), () -> clips.show(clip.id())));
        } else if (file != null) {
            buttons.add(small("clips.show", clip, () -> clips.show(clip.id()), () -> clips.hide(clip.id())));
        }
        buttons.add(Actions.inRow(
                Clips.class,
                "clips.rename",
                clip.id().toString(),
                clip.title(),
                () -> Reasons.text(
                        Actions.label(Clips.class, "clips.rename"),
                        Texts.of("clips.name"),
                        name -> acts.done()
                                .act(clips.rename(clip.id(), name), () -> clips.rename(clip.id(), clip.title())))));
        if (file != null) {
            buttons.add(download(clip, file));
        }
        buttons.add(small("clips.remove", clip, () -> clips.remove(clip.id()), () -> clips.restore(clip.id())));
        return buttons;
    }

    private Component download(Clip clip, ClipFile file) {
        Anchor link = new Anchor(acts.edge() + file.path() + "?download=1", Texts.of("clips.download"));
        link.setId("clip-download-" + clip.id());
        link.addClassName("t13");
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("aria-label", Texts.of("clips.download") + ": " + clip.title());
        return link;
    }

    private Button small(
            String action, Clip clip, Supplier<Outcome<Clip>> act, @Nullable Supplier<Outcome<Clip>> back) {
        return Actions.inRow(
                Clips.class,
                action,
                clip.id().toString(),
                clip.title(),
                () -> acts.done().act(act.get(), back));
    }
}
