package live.onair.ui.cues;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Set;
import java.util.stream.Stream;
import live.onair.cues.Cues;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.adreview.ClaimAsk;

/** Begins a sheet with another show's. */
final class CueCopyDialog {

    private static final int FOUND = 20;

    private CueCopyDialog() {}

    static void open(CuePanes rooms, String show, Runnable then) {
        Dialog dialog = new Dialog(Actions.label(Cues.class, "cues.copy"));
        dialog.setWidth("480px");
        ComboBox<ShowRows.Show> from = new ComboBox<>(Texts.of("cue.copy.from"));
        from.setId("cue-copy-from");
        from.setWidthFull();
        from.setItemLabelGenerator(one -> one.title() + " · " + Times.brief(one.startsAt()) + " · " + one.id());
        from.setItems(query -> found(rooms, show, query.getFilter().orElse(""))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        Button done = Parts.primary(Texts.of("cue.copy.done"), "copy");
        done.setId("cue-copy-done");
        done.addClickListener(e -> {
            ShowRows.Show chosen = from.getValue();
            from.setErrorMessage(Texts.of("cue.copy.choose"));
            from.setInvalid(chosen == null);
            if (chosen != null) {
                ClaimAsk.done(() -> rooms.cues().copy(show, chosen.id()), copy -> copied(dialog, chosen, then));
            }
        });
        dialog.add(from);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        from.focus();
    }

    private static void copied(Dialog dialog, ShowRows.Show from, Runnable then) {
        dialog.close();
        then.run();
        Parts.done(Texts.of("cue.copied", from.title()));
    }

    private static Stream<ShowRows.Show> found(CuePanes rooms, String show, String letters) {
        Shows.Filter filter = new Shows.Filter(null, null, Set.of(), null, letters, null, FOUND);
        return rooms.shows().list(filter).shows().stream()
                .filter(one -> !one.id().equals(show));
    }
}
