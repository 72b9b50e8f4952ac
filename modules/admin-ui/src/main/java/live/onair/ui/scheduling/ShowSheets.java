package live.onair.ui.scheduling;

import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;

/** The sheets before what cuts a live show short for its viewers: what changes, whom it hurts, how it is taken back. */
final class ShowSheets {

    private ShowSheets() {}

    static Sheet stop(ShowRows.Show show, Sheet.Act act) {
        return new Sheet(Actions.label(Lifecycle.class, "shows.stop"), show.id(), act)
                .plan(
                        Badges.word(show.state()),
                        Texts.of("sheet.stop.after"),
                        Texts.of("sheet.hurts.unknown"),
                        Texts.of("sheet.stop.back"));
    }

    static Sheet slate(ShowRows.Show show, Sheet.Act act) {
        return new Sheet(Actions.label(Lifecycle.class, "shows.slateOn"), show.id(), act)
                .plan(
                        Texts.of("sheet.slate.before"),
                        Texts.of("sheet.slate.after"),
                        Texts.of("sheet.hurts.unknown"),
                        Texts.of("sheet.slate.back"));
    }
}
