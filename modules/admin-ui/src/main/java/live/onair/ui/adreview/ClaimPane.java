package live.onair.ui.adreview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import live.onair.adreview.AdReview;
import live.onair.adreview.AdReview.Found;
import live.onair.adreview.AdReview.ShowReview;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What is said in a show and may not be, each with where it is put right. */
public final class ClaimPane extends Div {

    private final transient AdReview review;
    private final String show;
    private final H2 title = new H2();
    private final Span sub = Parts.text("", "sub");
    private final Div list = Parts.box("col");
    private transient @Nullable ShowReview shown;

    /** Of this show. */
    public ClaimPane(AdReview review, String show, Pulse pulse) {
        this.review = review;
        this.show = show;
        addClassNames("pane", "on-claims");
        setId("claims");
        Anchor rules = new Anchor("claims", Texts.of("claims.rules"));
        rules.setRouterIgnore(false);
        rules.addClassName("t13");
        add(
                Parts.box("ph2 on-wrap", title, sub, Parts.box("push"), rules),
                list,
                Parts.box("sec", Parts.text(Texts.of("claims.help"), "c2", "t12")));
        refresh();
        pulse.every(this, this::refresh);
    }

    private void refresh() {
        ShowReview now = review.of(show);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        long open =
                now.found().stream().filter(found -> found.cleared() == null).count();
        title.setText(Texts.of("claims.title", open));
        sub.setText(Texts.of("claims.read", now.texts(), now.pack()));
        list.removeAll();
        if (!now.applies()) {
            list.add(Parts.box("sec", Parts.text(Texts.of("claims.notApplicable"), "c2", "t13")));
        }
        if (now.found().isEmpty()) {
            list.add(Parts.empty(Texts.of("claims.none"), Texts.of("claims.none.why")));
        }
        now.found().forEach(found -> list.add(line(found)));
    }

    private Div line(Found found) {
        AdReview.Cleared cleared = found.cleared();
        Div line = Parts.box(
                "on-claim",
                Parts.box(
                        "row on-wrap",
                        cleared == null
                                ? ClaimParts.level(found.finding().level())
                                : Parts.state("ok q", "ok", Texts.of("claims.cleared")),
                        Parts.text(ClaimParts.group(found.finding().group()), "b", "t13"),
                        Parts.text(
                                Texts.pick(found.where().ko(), found.where().en()) + " · " + found.name(),
                                "c2",
                                "t12")),
                ClaimParts.marked(found.text(), found.finding()),
                ClaimParts.about(found.finding()));
        if (cleared != null) {
            line.add(Parts.text(
                    Texts.of("claims.clearedBy", cleared.by(), Times.brief(cleared.at()), cleared.reason()), "t12"));
        }
        line.add(buttons(found));
        line.getElement().setAttribute("data-finding", found.finding().rule());
        return line;
    }

    private Div buttons(Found found) {
        Anchor fix = new Anchor(route(found), Texts.of("claims.fix"));
        fix.setRouterIgnore(false);
        fix.addClassName("t13");
        Button decide = found.cleared() == null
                ? Actions.button(AdReview.class, "adReview.clear", () -> ask(found))
                : Actions.button(AdReview.class, "adReview.reopen", () -> reopened(found));
        decide.addThemeVariants(ButtonVariant.LUMO_SMALL);
        decide.setAriaLabel(decide.getText() + ": " + found.finding().words());
        return Parts.box("row on-wrap", fix, decide);
    }

    /** Where the text is written. */
    private String route(Found found) {
        return switch (found.where()) {
            case TITLE, DESCRIPTION -> "shows/" + show;
            case PRODUCT -> "products/" + found.subject();
            case CUE, CAPTION, MESSAGE -> "shows/" + show + "/cues";
            case CARD, OFFER, GAME, GIFT -> "shows/" + show + "/products";
            case ANNOUNCEMENT -> "moderation?show=" + show;
        };
    }

    private void reopened(Found found) {
        if (Parts.showed(review.reopen(show, found.id()))) {
            refresh();
        }
    }

    private void ask(Found found) {
        Dialog dialog = new Dialog(Actions.label(AdReview.class, "adReview.clear"));
        dialog.setWidth("520px");
        TextArea reason = new TextArea(Texts.of("claims.reason"));
        reason.setId("claim-reason");
        reason.setWidthFull();
        reason.setMaxLength(500);
        Button done = Parts.primary(Actions.label(AdReview.class, "adReview.clear"), "check");
        done.setId("claim-clear-done");
        done.addClickListener(e -> {
            if (Parts.showed(review.clear(show, found.id(), reason.getValue()))) {
                dialog.close();
                refresh();
            }
        });
        dialog.add(Parts.box(
                "col on-gap",
                ClaimParts.marked(found.text(), found.finding()),
                Parts.text(Texts.of("claims.clear.why"), "c2", "t13"),
                reason));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        reason.focus();
    }
}
