package live.onair.ui.cues;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import live.onair.cues.CueRows.Item;
import live.onair.cues.Cues.ItemWish;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Writes an item of a cue sheet. */
final class CueDialog {

    private final TextField title = new TextField(Texts.of("cue.title"));
    private final ComboBox<String> host = new ComboBox<>(Texts.of("cue.host"));
    private final TextField length = new TextField(Texts.of("cue.length"));
    private final TextArea lines = new TextArea(Texts.of("cue.lines"));
    private final TextField caption = new TextField(Texts.of("cue.caption"));
    private final TextArea note = new TextArea(Texts.of("cue.note"));
    private final Checkbox chapter = new Checkbox(Texts.of("cue.chapter"), true);
    private final ActLines acts;
    private final @Nullable Item item;

    private CueDialog(CueTargets targets, String show, List<String> hosts, @Nullable Item item) {
        this.acts = new ActLines(targets, show);
        this.item = item;
        title.setId("cue-title");
        title.setMaxLength(60);
        host.setId("cue-host");
        host.setItems(hosts);
        host.setAllowCustomValue(true);
        host.addCustomValueSetListener(e -> host.setValue(e.getDetail()));
        length.setId("cue-length");
        length.setValue("05:00");
        lines.setId("cue-lines");
        lines.setMinHeight("96px");
        lines.setMaxLength(4_000);
        caption.setId("cue-caption");
        caption.setMaxLength(80);
        note.setId("cue-note");
        note.setMaxLength(1_000);
        chapter.setId("cue-chapter");
        Help.on(length, "cue.length");
        Help.on(lines, "cue.lines");
        Help.on(caption, "cue.caption");
        Help.on(note, "cue.note");
        if (item != null) {
            fill(item);
        }
    }

    private void fill(Item given) {
        title.setValue(given.title());
        if (!given.host().isEmpty()) {
            host.setValue(given.host());
        }
        length.setValue(CueParts.time(given.seconds()));
        lines.setValue(given.lines());
        caption.setValue(given.caption());
        note.setValue(given.note());
        chapter.setValue(given.chapter());
        acts.show(given.acts());
    }

    /** Asks for an item, or for what is to be another way with one; {@code keep} runs what it is given once it is kept. */
    static void open(CuePanes rooms, String show, @Nullable Item item, BiConsumer<ItemWish, Runnable> keep) {
        CueDialog dialog = new CueDialog(rooms.targets(), show, rooms.hosts(show), item);
        dialog.open(rooms.hints().under(show, Optional::empty, dialog.title, dialog.lines, dialog.caption), keep);
    }

    private void open(Div hint, BiConsumer<ItemWish, Runnable> keep) {
        Dialog dialog = new Dialog(Texts.of(item == null ? "cue.add" : "cue.change"));
        dialog.setWidth("640px");
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("cue-save");
        done.addClickListener(e -> {
            Duration time = Times.position(length.getValue()).orElse(null);
            length.setErrorMessage(Texts.of("cue.length.wrong"));
            length.setInvalid(time == null);
            if (time != null) {
                keep.accept(wish((int) time.toSeconds()), dialog::close);
            }
        });
        FormLayout form = new FormLayout(title, length, host, chapter, lines, caption, note);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
        form.setColspan(lines, 2);
        form.setColspan(caption, 2);
        form.setColspan(note, 2);
        dialog.add(form, hint, acts);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        title.focus();
    }

    private ItemWish wish(int seconds) {
        return new ItemWish(
                item == null ? null : item.id(),
                title.getValue(),
                Objects.requireNonNullElse(host.getValue(), ""),
                seconds,
                lines.getValue(),
                caption.getValue(),
                note.getValue(),
                chapter.getValue(),
                acts.acts());
    }
}
