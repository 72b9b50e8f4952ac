package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The second person's look: what the show is, what changed since it was last approved, then yes, or back with words. */
final class ReviewDialog {

    private ReviewDialog() {}

    /** What the second person decides. */
    interface Decision {
        Outcome<ShowRows.Show> approve(String words);

        Outcome<ShowRows.Show> sendBack(String words);
    }

    static void open(
            ShowRows.Show show,
            List<ShowRows.Difference> differences,
            List<Gate.Row> asking,
            Button preview,
            Decision decision) {
        Dialog dialog = new Dialog(Texts.of("review.title", show.title()));
        dialog.setWidth("640px");
        TextArea words = new TextArea(Texts.of("review.words"));
        words.setId("reason");
        words.setWidthFull();
        words.setMaxLength(500);
        Help.on(words, "review.words");
        words.setValueChangeMode(ValueChangeMode.EAGER);
        Button back = new Button(Actions.label(Lifecycle.class, "shows.sendBack"));
        back.setId("review-back");
        back.setEnabled(false);
        words.addValueChangeListener(e -> back.setEnabled(!e.getValue().isBlank()));
        back.addClickListener(e -> close(dialog, decision.sendBack(words.getValue())));
        Button yes = Parts.primary(Actions.label(Lifecycle.class, "shows.approve"), "check");
        yes.setId("reason-done");
        yes.addClickListener(e -> close(dialog, decision.approve(words.getValue())));
        if (!asking.isEmpty()) {
            words.setLabel(Texts.of("review.wordsNeeded"));
            yes.setEnabled(false);
            words.addValueChangeListener(e -> yes.setEnabled(!e.getValue().isBlank()));
        }
        preview.setId("review-preview");
        dialog.add(about(show, differences), asked(asking), Parts.box("row", preview), words);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), back, yes);
        dialog.open();
    }

    /** What speaks against it and holds nobody back: to go on with it, somebody says why. */
    private static Div asked(List<Gate.Row> asking) {
        Div notes = Parts.box("col");
        notes.setId("review-asks");
        asking.forEach(row -> notes.add(Parts.box(
                "note warn",
                Parts.icon("warn"),
                Parts.text(Texts.pick(row.ko(), row.en()), "b"),
                Parts.text(Texts.pick(
                        row.facts().getOrDefault("wordsKo", ""), row.facts().getOrDefault("wordsEn", ""))))));
        notes.setVisible(!asking.isEmpty());
        return notes;
    }

    private static Div about(ShowRows.Show show, List<ShowRows.Difference> differences) {
        Div about = Parts.box(
                "on-review",
                Parts.text(
                        Times.day(Times.day(show.startsAt())) + " " + Times.range(show.startsAt(), show.endsAt())
                                + " KST",
                        "b",
                        "t13"),
                Parts.text(show.channel().name() + " · " + ShowHead.hosts(show), "c2", "t13"),
                Parts.text(
                        Texts.of(
                                "review.by",
                                show.review().changedBy(),
                                Times.brief(show.review().changedAt())),
                        "c2",
                        "t13"));
        String approver = show.review().approvedBy();
        boolean never = approver == null && differences.isEmpty();
        about.add(
                differences.isEmpty()
                        ? Parts.box("note plain", Parts.text(Texts.of(never ? "review.first" : "review.same")))
                        : Parts.box(
                                "on-review-diff",
                                Parts.text(Texts.of("show.sinceApproval"), "b", "t13"),
                                Differences.of(differences)));
        return about;
    }

    private static void close(Dialog dialog, Outcome<ShowRows.Show> outcome) {
        if (Parts.showed(outcome)) {
            dialog.close();
        }
    }
}
