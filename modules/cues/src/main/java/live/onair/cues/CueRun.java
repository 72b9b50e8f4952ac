package live.onair.cues;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import live.onair.cues.CueRows.Act;
import live.onair.cues.CueRows.Item;
import live.onair.cues.CueRows.Sheet;
import live.onair.cues.CueRows.Stage;
import live.onair.cues.CueRows.Step;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** Goes through a sheet. The first item begins with the rehearsal or the show; works inside the caller's transaction. */
@Singleton
class CueRun {

    private final SheetBook sheets;
    private final StepBook steps;
    private final Shows shows;
    private final Event<CueEvent> events;

    @Inject
    CueRun(SheetBook sheets, StepBook steps, Shows shows, Event<CueEvent> events) {
        this.sheets = sheets;
        this.steps = steps;
        this.shows = shows;
        this.events = events;
    }

    /** A sheet that can be gone through now. */
    private record Running(Sheet sheet, Stage stage) {}

    private Outcome<Running> running(String id) {
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(CueRefusal.NO_SUCH_SHOW.with("show", id));
        }
        return switch (show.state()) {
            case REHEARSAL -> Outcome.done(run(show.id(), Stage.REHEARSAL));
            case ON_AIR -> Outcome.done(run(show.id(), Stage.AIR));
            default -> Outcome.refused(CueRefusal.NOT_RUNNING.with("show", show.id()));
        };
    }

    /** A show that was running before there were sheets begins with the first press. */
    private Running run(String show, Stage stage) {
        Sheet sheet = sheets.lock(show);
        if (sheet.stage() != stage) {
            steps.beginRun(show, stage);
            return new Running(sheets.of(show), stage);
        }
        return new Running(sheet, stage);
    }

    /** Only whoever sees what is going on goes on from there. */
    private Outcome<Running> from(String show, @Nullable UUID from) {
        return running(show).then(run -> {
            Item now = run.sheet().now().orElse(null);
            return Objects.equals(now == null ? null : now.id(), from)
                    ? Outcome.done(run)
                    : Outcome.refused(CueRefusal.MOVED_ON.with("title", now == null ? "-" : now.title()));
        });
    }

    Outcome<Sheet> advance(String show, @Nullable UUID from) {
        return from(show, from).then(run -> {
            Item now = run.sheet().now().orElse(null);
            Item next = run.sheet().next().orElse(null);
            String id = run.sheet().show();
            steps.end(id, run.stage());
            if (next != null) {
                begin(id, run.stage(), next);
            } else if (now != null) {
                events.fire(new CueEvent.SheetEnded(id, now.title(), run.stage()));
            } else {
                return Outcome.refused(CueRefusal.ALL_DONE.with());
            }
            return Outcome.done(sheets.of(id));
        });
    }

    private void begin(String show, Stage stage, Item item) {
        steps.begin(show, stage, item.id());
        events.fire(new CueEvent.ItemBegan(show, item.id(), item.title(), stage));
        for (int i = 0; i < item.acts().size(); i++) {
            Act act = item.acts().get(i);
            events.fire(new CueEvent.Due(show, item.id(), item.title(), i, act.kind(), act.target(), stage));
        }
    }

    Outcome<Sheet> back(String show, @Nullable UUID from) {
        return from(show, from).then(run -> {
            List<Step> gone = run.sheet().steps().stream()
                    .filter(step -> !step.skipped() && step.endedAt() != null)
                    .toList();
            if (gone.isEmpty()) {
                return Outcome.refused(CueRefusal.NOTHING_BEFORE.with());
            }
            Item now = run.sheet().now().orElse(null);
            Step last = gone.get(gone.size() - 1);
            if (now != null) {
                steps.forget(run.sheet().show(), run.stage(), now.id());
            }
            steps.resume(run.sheet().show(), run.stage(), last.item());
            events.fire(new CueEvent.WentBack(
                    run.sheet().show(), last.item(), title(run.sheet(), last.item()), now == null ? "" : now.title()));
            return Outcome.done(sheets.of(run.sheet().show()));
        });
    }

    Outcome<Sheet> skip(String show, UUID id, boolean skipped) {
        return running(show).then(run -> {
            Item item = run.sheet().items().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (item == null) {
                return Outcome.refused(CueRefusal.NO_SUCH_ITEM.with("item", id));
            }
            Step step = run.sheet().step(id).orElse(null);
            if (step != null && !step.skipped()) {
                return Outcome.refused(CueRefusal.BEGUN.with("title", item.title()));
            }
            if (skipped == (step != null)) {
                return Outcome.refused(CueRefusal.AS_IT_IS.with());
            }
            if (skipped) {
                steps.skip(run.sheet().show(), run.stage(), id);
            } else {
                steps.forget(run.sheet().show(), run.stage(), id);
            }
            events.fire(new CueEvent.ItemSkipped(run.sheet().show(), id, item.title(), skipped));
            return Outcome.done(sheets.of(run.sheet().show()));
        });
    }

    void report(CueEvent.Due due, boolean done, String ko, String en) {
        steps.report(due, done, ko, en);
        events.fire(new CueEvent.ActReported(due.show(), due.item(), due.title(), due.kindOfAct(), done, ko));
    }

    void showChanged(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.RehearsalStarted) {
            start(event.show(), Stage.REHEARSAL);
        } else if (event instanceof ShowEvent.WentOnAir) {
            start(event.show(), Stage.AIR);
        } else if (event instanceof ShowEvent.RehearsalEnded) {
            steps.end(event.show(), Stage.REHEARSAL);
        } else if (event instanceof ShowEvent.Ended || event instanceof ShowEvent.Cancelled) {
            steps.end(event.show(), Stage.AIR);
        }
    }

    /** The opening needs no press: it begins when the picture does. */
    private void start(String show, Stage stage) {
        Sheet sheet = sheets.lock(show);
        steps.beginRun(show, stage);
        if (!sheet.items().isEmpty()) {
            begin(show, stage, sheet.items().get(0));
        }
    }

    private static String title(Sheet sheet, UUID item) {
        return sheet.items().stream()
                .filter(one -> one.id().equals(item))
                .map(Item::title)
                .findFirst()
                .orElse("");
    }
}
