package live.onair.cues;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import live.onair.cues.CueRows.Act;
import live.onair.cues.CueRows.Item;
import live.onair.kernel.Ids;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** Reads a sheet as it is wanted and names all that is wrong with it. */
final class SheetCheck {

    static final int MOST = 200;
    static final int MOST_ACTS = 5;
    static final int SHORTEST = 5;
    static final int LONGEST = 4 * 60 * 60;

    private SheetCheck() {}

    /** The items, each with an id; what is wrong is added. */
    static List<Item> read(CueRows.Sheet before, List<Cues.ItemWish> wanted, Ids ids, List<Reason> wrong) {
        if (wanted.size() > MOST) {
            wrong.add(CueRefusal.TOO_MANY.with("max", MOST));
            return List.of();
        }
        Set<UUID> known = new HashSet<>();
        before.items().forEach(item -> known.add(item.id()));
        Set<UUID> seen = new HashSet<>();
        List<Item> items = new ArrayList<>();
        for (Cues.ItemWish wish : wanted) {
            Item item = item(wish, ids, wrong);
            UUID id = wish.id();
            if (id != null && !known.contains(id)) {
                wrong.add(CueRefusal.NO_SUCH_ITEM.with("item", id));
            } else if (id != null && !seen.add(id)) {
                wrong.add(CueRefusal.ITEM_TWICE.with("title", item.title()));
            }
            items.add(item);
        }
        begun(before, items, wrong);
        return items;
    }

    private static Item item(Cues.ItemWish wish, Ids ids, List<Reason> wrong) {
        String name = Objects.requireNonNullElse(wish.title(), "").strip();
        String title = CueText.TITLE.read(wish.title(), name, wrong);
        if (title.isEmpty()) {
            wrong.add(CueRefusal.TITLE.with("max", CueText.TITLE.max, "field", "title"));
        }
        int seconds = wish.seconds() == null ? 0 : wish.seconds();
        if (seconds < SHORTEST || seconds > LONGEST) {
            wrong.add(CueRefusal.LENGTH.with(
                    "title", CueText.shown(title), "min", SHORTEST, "max", LONGEST / 3_600, "field", "seconds"));
        }
        return new Item(
                wish.id() == null ? ids.next() : wish.id(),
                title,
                CueText.HOST.read(wish.host(), name, wrong),
                seconds,
                CueText.LINES.read(wish.lines(), name, wrong),
                CueText.CAPTION.read(wish.caption(), name, wrong),
                CueText.NOTE.read(wish.note(), name, wrong),
                wish.chapter() == null || wish.chapter(),
                acts(wish.acts(), title, wrong));
    }

    private static List<Act> acts(@Nullable List<Act> wanted, String title, List<Reason> wrong) {
        if (wanted == null) {
            return List.of();
        }
        List<Act> acts = new ArrayList<>();
        for (Act act : wanted) {
            String target =
                    act == null || act.target() == null ? "" : act.target().strip();
            if (act == null || act.kind() == null) {
                throw new IllegalArgumentException("items.acts.kind: PIN");
            }
            if (act.kind().isTargeted() && (target.isEmpty() || target.length() > 100)) {
                wrong.add(CueRefusal.TARGET.with(
                        "title",
                        CueText.shown(title),
                        "actKo",
                        act.kind().ko(),
                        "actEn",
                        act.kind().en()));
            }
            acts.add(new Act(act.kind(), act.kind().isTargeted() ? target : null));
        }
        if (acts.size() > MOST_ACTS) {
            wrong.add(CueRefusal.TOO_MANY_ACTS.with("title", CueText.shown(title), "max", MOST_ACTS));
        }
        return acts;
    }

    /** What has begun stays as it is, and before all that has not. */
    private static void begun(CueRows.Sheet before, List<Item> after, List<Reason> wrong) {
        List<Item> kept = before.items().stream()
                .filter(item ->
                        before.step(item.id()).filter(step -> !step.skipped()).isPresent())
                .toList();
        List<Item> there = after.stream().filter(kept::contains).toList();
        for (Item item : kept) {
            if (!there.contains(item)) {
                wrong.add(CueRefusal.BEGUN.with("title", item.title()));
            }
        }
        if (wrong.isEmpty() && !there.equals(kept)) {
            wrong.add(CueRefusal.BEGUN.with("title", there.get(0).title()));
        }
    }

    /** Whether only lengths, order, hosts, notes and chapters differ: what is said and done is the same. */
    static boolean saysTheSame(List<Item> before, List<Item> after) {
        return said(before).equals(said(after));
    }

    /** Ids of the items that say or do something else than they did, or were not there. */
    static List<String> saidAnew(List<Item> before, List<Item> after) {
        return after.stream()
                .filter(item -> before.stream()
                        .noneMatch(was -> was.id().equals(item.id()) && saysTheSame(List.of(was), List.of(item))))
                .map(item -> item.id().toString())
                .toList();
    }

    private static Set<List<Object>> said(List<Item> items) {
        Set<List<Object>> said = new HashSet<>();
        items.forEach(item -> said.add(List.of(item.title(), item.lines(), item.caption(), item.acts())));
        return said;
    }
}
