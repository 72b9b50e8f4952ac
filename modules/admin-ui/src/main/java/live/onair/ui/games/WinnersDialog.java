package live.onair.ui.games;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import live.onair.games.GameRows.Excluded;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Verification;
import live.onair.games.GameRows.Winner;
import live.onair.games.GameRows.WinnerList;
import live.onair.games.Winners;
import live.onair.games.Winners.Entrant;
import live.onair.kernel.Outcome;
import live.onair.sheets.Sheet;
import live.onair.ui.Actions;
import live.onair.ui.Downloads;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Who won a game: masked, with another draw, the proof of the draw, and the file. */
final class WinnersDialog {

    private final Winners winners;
    private final Game game;
    private final TextField reason = new TextField(Texts.of("sheet.reason"));
    private final TextField tag = new TextField(Texts.of("winners.tag"));
    private final Div list = Parts.box("on-cards");
    private final Div said = Parts.box("on-winners-said");

    private WinnersDialog(Winners winners, Game game) {
        this.winners = winners;
        this.game = game;
        reason.setId("winners-reason");
        reason.setWidthFull();
        tag.setId("winners-tag");
        said.setId("winners-said");
        said.getElement().setAttribute("role", "status");
    }

    static void open(Winners winners, Game game) {
        WinnersDialog form = new WinnersDialog(winners, game);
        Dialog dialog = new Dialog(Texts.of("winners.title", game.setup().question()));
        dialog.setWidth("600px");
        boolean settled = game.state() == GameState.SETTLED;
        dialog.add(form.list, form.reason);
        if (settled) {
            dialog.getFooter()
                    .add(
                            Actions.button(Winners.class, "winners.verify", form::verifying),
                            Actions.button(Winners.class, "winners.export", form::exporting));
        } else {
            dialog.add(Parts.box("row", form.tag, Actions.button(Winners.class, "winners.exclude", form::excluding)));
        }
        form.reason.setVisible(Actions.isAllowed(Winners.class, "winners.export"));
        form.tag.setVisible(Actions.isAllowed(Winners.class, "winners.exclude"));
        dialog.add(form.said);
        dialog.getFooter().add(new Button(Texts.of("sheet.close"), e -> dialog.close()));
        form.draw(winners.of(game.show(), game.id()));
        dialog.open();
    }

    private void draw(Outcome<WinnerList> outcome) {
        if (!Parts.showed(outcome)) {
            return;
        }
        list.removeAll();
        WinnerList all = outcome.orThrow();
        all.winners().forEach(winner -> list.add(line(winner)));
        all.excluded().forEach(one -> list.add(line(one)));
        if (all.winners().isEmpty()) {
            list.add(Parts.empty(Texts.of("winners.none"), Texts.of("winners.none.why")));
        }
    }

    private Div line(Winner winner) {
        Div words = Parts.box(
                "on-card-words",
                Parts.text(winner.place() + ". " + winner.tag(), "b", "t13", "num"),
                Parts.text(
                        winner.replacedAt() == null
                                ? reach(winner)
                                : Texts.of("winners.replaced", String.valueOf(winner.why())),
                        "t12",
                        "c2"));
        Div hand = Parts.box("row-s on-card-hand");
        if (winner.replacedAt() == null && game.setup().winners() != null) {
            Button redraw = Actions.button(
                    Winners.class,
                    "winners.redraw",
                    () -> draw(winners.redraw(game.show(), game.id(), new Entrant(winner.tag(), reason.getValue()))));
            redraw.setId("winners-redraw-" + winner.place());
            redraw.addThemeVariants(ButtonVariant.LUMO_SMALL);
            hand.add(redraw);
        }
        Div line = Parts.box("on-note-card", words, hand);
        line.getElement().setAttribute("data-winner", winner.tag());
        return line;
    }

    private static String reach(Winner winner) {
        if (winner.name() == null) {
            return Texts.of(winner.contactAt() == null ? "winners.waiting" : "winners.purged");
        }
        return winner.name().isEmpty() ? Texts.of("winners.locked") : winner.name() + " · " + winner.phone();
    }

    private static Div line(Excluded one) {
        return Parts.box(
                "on-note-card",
                Parts.box(
                        "on-card-words",
                        Parts.text(Texts.of("winners.excluded", one.tag()), "t13", "num"),
                        Parts.text(one.reason() + " · " + one.by(), "t12", "c2")));
    }

    private void excluding() {
        draw(winners.exclude(game.show(), game.id(), new Entrant(tag.getValue(), reason.getValue())));
    }

    private void verifying() {
        Outcome<Verification> outcome = winners.verify(game.show(), game.id());
        if (Parts.showed(outcome)) {
            Verification proof = outcome.orThrow();
            said.removeAll();
            said.add(
                    proof.holds()
                            ? Parts.state("ok q", "ok", Texts.of("winners.holds"))
                            : Parts.state("fault q", "fault", Texts.of("winners.broken")),
                    Parts.text(Texts.of("winners.seed", proof.seed()), "t12", "c2", "num"));
        }
    }

    private void exporting() {
        Outcome<Winners.Export> outcome = winners.export(game.show(), game.id(), reason.getValue());
        if (!Parts.showed(outcome)) {
            return;
        }
        Winners.Export export = outcome.orThrow();
        List<Sheet.Line> lines = new ArrayList<>();
        for (Winner winner : export.winners()) {
            lines.add(new Sheet.Line(
                    lines.size() + 2,
                    List.of(
                            String.valueOf(winner.place()),
                            winner.tag(),
                            export.prize(),
                            Objects.requireNonNullElse(winner.name(), ""),
                            Objects.requireNonNullElse(winner.phone(), ""),
                            winner.contactAt() == null ? "" : Times.seconds(winner.contactAt()))));
        }
        Sheet sheet = new Sheet(List.of("place", "number", "prize", "name", "phone", "left"), lines);
        Button save = Parts.normal(Texts.of("winners.file", lines.size()));
        save.setId("winners-file");
        said.removeAll();
        said.add(Downloads.of(save, () -> "onair-winners-" + export.game(), () -> sheet));
    }
}
