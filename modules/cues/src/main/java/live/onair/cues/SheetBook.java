package live.onair.cues;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import live.onair.claims.ClaimWatch;
import live.onair.cues.CueRows.Act;
import live.onair.cues.CueRows.Item;
import live.onair.cues.CueRows.Sheet;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;

/** The rows of sheets and their items. Works inside the caller's transaction. */
@Singleton
class SheetBook {

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final Shows shows;
    private final StepBook steps;
    private final Event<CueEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    SheetBook(
            Statements sql,
            Clock clock,
            Ids ids,
            Shows shows,
            StepBook steps,
            Event<CueEvent> events,
            Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.shows = shows;
        this.steps = steps;
        this.events = events;
        this.watching = watching;
    }

    Sheet of(String show) {
        List<Item> items = items(show);
        StepBook.Run run = steps.of(show);
        return sql.one(
                        "select version, changed_at, changed_by from cues.sheet where show_id = ?",
                        row -> new Sheet(
                                show,
                                row.number("version"),
                                items,
                                run.stage(),
                                run.startedAt(),
                                run.steps(),
                                run.reports(),
                                row.text("changed_by"),
                                row.instant("changed_at")),
                        show)
                .orElseGet(() ->
                        new Sheet(show, 0, items, run.stage(), run.startedAt(), run.steps(), run.reports(), "", null));
    }

    private List<Item> items(String show) {
        Map<UUID, List<Act>> acts = acts(show);
        return sql.list(
                "select * from cues.item where show_id = ? order by position",
                row -> {
                    UUID id = UUID.fromString(row.text("id"));
                    return new Item(
                            id,
                            row.text("title"),
                            row.text("host"),
                            row.number("seconds"),
                            row.text("lines"),
                            row.text("caption"),
                            row.text("note"),
                            row.isTrue("chapter"),
                            acts.getOrDefault(id, List.of()));
                },
                show);
    }

    private Map<UUID, List<Act>> acts(String show) {
        Map<UUID, List<Act>> acts = new HashMap<>();
        sql.list(
                        "select a.item_id, a.kind, a.target from cues.act a join cues.item i on i.id = a.item_id"
                                + " where i.show_id = ? order by a.item_id, a.position",
                        row -> Map.entry(
                                UUID.fromString(row.text("item_id")),
                                new Act(CueKind.valueOf(row.text("kind")), row.textOrNull("target"))),
                        show)
                .forEach(act -> acts.computeIfAbsent(act.getKey(), id -> new ArrayList<>())
                        .add(act.getValue()));
        return acts;
    }

    /** Who changes or runs a sheet waits for who does so at the same time; gives the sheet as it is then. */
    Sheet lock(String show) {
        sql.run(
                "insert into cues.sheet (show_id, version, changed_at, changed_by) values (?, 0, ?, ?)"
                        + " on conflict (show_id) do nothing",
                show,
                clock.instant(),
                Acting.actor().name());
        sql.one("select 1 from cues.sheet where show_id = ? for update", row -> true, show);
        return of(show);
    }

    Outcome<Sheet> arrange(String id, Cues.SheetWish wanted) {
        List<Cues.ItemWish> wishes = wanted.items();
        if (wishes == null || wishes.stream().anyMatch(Objects::isNull)) {
            return Outcome.refused(CueRefusal.NO_ITEMS.with("field", "items"));
        }
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(CueRefusal.NO_SUCH_SHOW.with("show", id));
        }
        if (show.state().isOver()) {
            return Outcome.refused(CueRefusal.SHOW_OVER.with("show", show.id()));
        }
        Sheet before = lock(show.id());
        if (wanted.version() != null && wanted.version() != before.version()) {
            return Outcome.refused(CueRefusal.STALE.with());
        }
        List<Reason> wrong = new ArrayList<>();
        List<Item> items = SheetCheck.read(before, wishes, ids, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        return before.items().equals(items)
                ? Outcome.refused(CueRefusal.AS_IT_IS.with())
                : allowed(show, before, items)
                        .map(done -> written(before, items))
                        .then(now -> ClaimWatch.ask(
                                watching, List.of(show.id()), SheetCheck.saidAnew(before.items(), items), now));
    }

    private Outcome<String> allowed(ShowRows.Show show, Sheet before, List<Item> items) {
        return show.state().isLive() || SheetCheck.saysTheSame(before.items(), items)
                ? Outcome.done(show.id())
                : shows.changed(show.id(), "큐시트 (cue sheet)").map(ShowRows.Show::id);
    }

    private Sheet written(Sheet before, List<Item> items) {
        String show = before.show();
        sql.run("delete from cues.item where show_id = ?", show);
        for (int i = 0; i < items.size(); i++) {
            insert(show, i, items.get(i));
        }
        sql.run(
                "update cues.sheet set version = version + 1, changed_at = ?, changed_by = ? where show_id = ?",
                clock.instant(),
                Acting.actor().name(),
                show);
        events.fire(new CueEvent.SheetArranged(show, words(before.items()), words(items)));
        return of(show);
    }

    private void insert(String show, int position, Item item) {
        sql.run(
                "insert into cues.item (id, show_id, position, title, host, seconds, lines, caption, note, chapter)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                item.id(),
                show,
                position,
                item.title(),
                item.host(),
                item.seconds(),
                item.lines(),
                item.caption(),
                item.note(),
                item.chapter());
        for (int i = 0; i < item.acts().size(); i++) {
            Act act = item.acts().get(i);
            sql.run(
                    "insert into cues.act (item_id, position, kind, target) values (?, ?, ?, ?)",
                    item.id(),
                    i,
                    act.kind(),
                    act.target());
        }
    }

    Outcome<Sheet> copy(String show, String from) {
        if (shows.find(show).isEmpty() || shows.find(from).isEmpty()) {
            return Outcome.refused(
                    CueRefusal.NO_SUCH_SHOW.with("show", shows.find(show).isEmpty() ? show : from));
        }
        List<Item> items = of(from).items();
        if (items.isEmpty()) {
            return Outcome.refused(CueRefusal.NOTHING_TO_COPY.with("show", from));
        }
        Sheet there = lock(show);
        if (!there.items().isEmpty()) {
            return Outcome.refused(CueRefusal.NOT_EMPTY.with("show", show));
        }
        return arrange(
                show,
                new Cues.SheetWish(
                        there.version(), items.stream().map(Cues.ItemWish::anew).toList()));
    }

    private static List<String> words(List<Item> items) {
        return items.stream()
                .map(item -> String.format(
                        Locale.ROOT, "%d:%02d %s", item.seconds() / 60, item.seconds() % 60, item.title()))
                .toList();
    }
}
