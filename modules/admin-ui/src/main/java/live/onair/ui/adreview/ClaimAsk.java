package live.onair.ui.adreview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import live.onair.claims.ClaimFinding;
import live.onair.claims.ClaimReason;
import live.onair.claims.ClaimRefusal;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/**
 * Gives a command whose words reach viewers or the host. Where the claim check stands in its way on air it says what was
 * found and what may be said instead, asks why the words should go out all the same, and gives the command again with that.
 */
public final class ClaimAsk {

    private ClaimAsk() {}

    /**
     * Gives the command.
     *
     * @param command may be given again with a reason; undone whole when it is refused
     * @param after what is to be done once it is done, or refused for another reason; not when whoever was asked goes back
     */
    public static <T> void press(Supplier<Outcome<T>> command, Consumer<Outcome<T>> after) {
        Outcome<T> outcome = command.get();
        List<ClaimFinding> found = found(outcome);
        if (found.isEmpty()) {
            after.accept(outcome);
        } else {
            ask(found, command, after);
        }
    }

    /** Gives the command; a refusal is shown, and once it is done this follows with what it gave. */
    public static <T> void done(Supplier<Outcome<T>> command, Consumer<T> then) {
        press(command, outcome -> {
            if (Parts.showed(outcome)) {
                then.accept(outcome.orThrow());
            }
        });
    }

    private static List<ClaimFinding> found(Outcome<?> outcome) {
        List<Reason> why = outcome.why();
        return why.stream().anyMatch(one -> !(one.refusal() instanceof ClaimRefusal))
                ? List.of()
                : why.stream()
                        .filter(one -> one.refusal() == ClaimRefusal.FOUND)
                        .map(ClaimRefusal::finding)
                        .toList();
    }

    private static TextArea reason() {
        TextArea reason = new TextArea(Texts.of("claims.press.reason"));
        reason.setId("claim-press-reason");
        reason.setWidthFull();
        reason.setMaxLength(500);
        reason.setErrorMessage(Texts.of("claims.press.short"));
        Help.on(reason, "claims.press.reason");
        return reason;
    }

    private static <T> void ask(List<ClaimFinding> found, Supplier<Outcome<T>> command, Consumer<Outcome<T>> after) {
        Dialog dialog = new Dialog(Texts.of("claims.press"));
        dialog.setWidth("560px");
        dialog.addClassName("on-claim-ask");
        TextArea reason = reason();
        Button done = Parts.danger(Texts.of("claims.press.out"), "check");
        done.setId("claim-press-out");
        done.addClickListener(e -> {
            Outcome<T> outcome = ClaimReason.with(reason.getValue(), command);
            boolean unsaid = outcome.why().stream().anyMatch(one -> one.refusal() == ClaimRefusal.WHY);
            reason.setInvalid(unsaid);
            if (unsaid) {
                reason.focus();
                return;
            }
            dialog.close();
            after.accept(outcome);
        });
        Div list = Parts.box("col on-claim-list");
        list.setId("claim-press-found");
        found.forEach(one -> list.add(ClaimParts.line(one)));
        dialog.add(Parts.box("col on-gap", Parts.text(Texts.of("claims.press.why"), "c2", "t13"), list, reason));
        Button back = new Button(Texts.of("claims.press.back"), e -> dialog.close());
        back.setId("claim-press-back");
        dialog.getFooter().add(back, done);
        dialog.open();
        reason.focus();
    }
}
