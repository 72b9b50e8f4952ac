package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;

/** Publishes a replay, or changes one that is planned or shown: what will happen is said before, and can be taken back. */
@Singleton
class ReplayDialog {

    private final Lifecycle lifecycle;
    private final Clock clock;

    @Inject
    ReplayDialog(Lifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** Whether its replay will come by itself. */
    static boolean isPlanned(ShowRows.Show show) {
        ShowRows.Replay replay = show.replay();
        boolean empty = replay.length() != null && replay.length().isZero();
        return show.state() == ShowState.ENDED && replay.wanted() && !empty;
    }

    void open(ShowRows.Show show, Runnable then) {
        boolean another = show.state() == ShowState.REPLAY || isPlanned(show);
        String verb = another ? Texts.of("replay.change") : Actions.label(Lifecycle.class, "shows.publishReplay");
        Dialog dialog = new Dialog(verb + " · " + show.title());
        dialog.setWidth("620px");
        ReplayForm form = new ReplayForm(show, clock);
        Div what = Parts.box("col on-replay-then");
        what.setId("replay-then");
        what.getElement().setAttribute("aria-live", "polite");
        ReplayCalls calls = new ReplayCalls(lifecycle, show.id());
        form.whenChanged(() -> {
            foretell(what, form, show);
            calls.draw(form);
        });
        Button done = Parts.primary(another ? Texts.of("dialog.save") : verb, "check");
        done.setId("replay-done");
        done.addClickListener(e -> {
            if (form.tellsAll() && publish(show, form.written(calls.hash()))) {
                dialog.close();
                then.run();
            } else {
                calls.draw(form);
            }
        });
        dialog.add(Parts.box("col on-gap", form, what, calls));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }

    private static void foretell(Div what, ReplayForm form, ShowRows.Show show) {
        what.removeAll();
        what.add(Parts.text(coming(form, show), "b", "t13"));
        what.add(Parts.text(
                Texts.of(form.hasOwnWords() ? "replay.then.ownWords" : "replay.then.showWords") + " "
                        + form.position()
                                .map(at -> Texts.of("replay.then.picture", Times.length(at)))
                                .orElse(Texts.of("replay.then.lastPicture")),
                "c2",
                "t13"));
    }

    private static String coming(ReplayForm form, ShowRows.Show show) {
        if (show.state() == ShowState.REPLAY) {
            return Texts.of("replay.then.shown");
        }
        Instant at = form.at();
        if (at != null) {
            return Texts.of("replay.then.at", Times.brief(at));
        }
        if (!form.isNow()) {
            return Texts.of("replay.time.wrong");
        }
        return Texts.of(show.replay().length() == null ? "replay.then.recorded" : "replay.then.now");
    }

    private boolean publish(ShowRows.Show before, Lifecycle.PublishReplay wanted) {
        Outcome<ShowRows.Show> outcome = lifecycle.publishReplay(wanted);
        if (!Parts.showed(outcome)) {
            return false;
        }
        ShowRows.Show now = outcome.orThrow();
        Instant at = now.replay().at();
        String words = before.state() == ShowState.REPLAY
                ? Texts.of("replay.done.changed", now.title())
                : now.state() == ShowState.REPLAY || at == null
                        ? Texts.of("replay.done.shown", now.title())
                        : Texts.of("replay.done.planned", Times.brief(at), now.title());
        Undo.offer(words, () -> back(before, now));
        return true;
    }

    /** What was published goes again; what was planned or shown before is as it was. */
    private Outcome<ShowRows.Show> back(ShowRows.Show before, ShowRows.Show now) {
        ShowRows.Replay was = before.replay();
        boolean shown = before.state() == ShowState.REPLAY;
        Lifecycle.PublishReplay again = new Lifecycle.PublishReplay(
                before.id(), shown ? null : was.at(), was.description(), was.thumbnail(), null, null);
        if (shown) {
            return lifecycle.publishReplay(again);
        }
        if (isPlanned(before) && now.state() == ShowState.ENDED) {
            return lifecycle.publishReplay(again);
        }
        Outcome<ShowRows.Show> withdrawn = lifecycle.withdrawReplay(before.id(), null, null);
        return isPlanned(before) ? withdrawn.then(done -> lifecycle.publishReplay(again)) : withdrawn;
    }
}
