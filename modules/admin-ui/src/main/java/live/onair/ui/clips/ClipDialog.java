package live.onair.ui.clips;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.Proposal;
import live.onair.clips.Clips;
import live.onair.clips.Clips.ClipWish;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Asks for a clip's name, beginning and end; a proposal fills them in. */
final class ClipDialog {

    private ClipDialog() {}

    static void open(@Nullable Proposal proposal, Function<ClipWish, Outcome<Clip>> act) {
        String verb = Actions.label(Clips.class, "clips.cut");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("440px");
        TextField title = field("clip-title", "clips.name", proposal == null ? "" : proposal.title());
        title.setMaxLength(80);
        title.setWidthFull();
        TextField from = position("clip-from", "clips.from", proposal == null ? null : proposal.from());
        TextField to = position("clip-to", "clips.to", proposal == null ? null : proposal.to());
        UUID source = proposal == null ? null : proposal.source();
        Button done = Parts.primary(verb, "check");
        done.setId("clip-save");
        done.addClickListener(e -> {
            Outcome<Clip> outcome = act.apply(new ClipWish(title.getValue(), at(from), at(to), source));
            if (Parts.showed(outcome)) {
                dialog.close();
            }
        });
        dialog.add(Parts.box("col on-gap", title, Parts.box("row on-wrap", from, to)));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        title.focus();
    }

    private static TextField field(String id, String label, String value) {
        TextField field = new TextField(Texts.of(label));
        field.setId(id);
        field.setValue(value);
        return field;
    }

    private static TextField position(String id, String label, @Nullable Duration at) {
        TextField field = field(id, label, at == null ? "" : Times.length(at));
        field.setPlaceholder("00:00:00");
        field.setWidth("140px");
        return field;
    }

    private static @Nullable Duration at(TextField field) {
        return Times.position(field.getValue()).orElse(null);
    }
}
