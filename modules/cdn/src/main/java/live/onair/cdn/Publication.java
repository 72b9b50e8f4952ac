package live.onair.cdn;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.Policy;
import live.onair.kernel.Ids;
import live.onair.sql.Statements;

/** What should lie where players read, and what lies there: the halves of a publication that are in transactions. */
@Singleton
@Transactional
class Publication {

    private final Statements sql;
    private final CdnBook cdns;
    private final PolicyBook policies;
    private final MoveBook moves;
    private final LiveShows live;
    private final Event<CdnEvent> events;

    @Inject
    Publication(
            Statements sql, CdnBook cdns, PolicyBook policies, MoveBook moves, LiveShows live, Event<CdnEvent> events) {
        this.sql = sql;
        this.cdns = cdns;
        this.policies = policies;
        this.moves = moves;
        this.live = live;
        this.events = events;
    }

    /** What has to be written; empty where nothing of the show should lie there. */
    public Optional<Map<String, String>> changed(String show) {
        Policy policy = policies.current().orElse(null);
        LiveShows.LiveShow found = live.find(show).orElse(null);
        if (policy == null || found == null) {
            return Optional.empty();
        }
        Map<String, String> wanted = wanted(found, policy);
        Map<String, String> there = new HashMap<>();
        sql.list(
                "select path, digest from cdn.object where show_id = ?",
                row -> there.put(row.text("path"), row.text("digest")),
                show);
        wanted.entrySet().removeIf(one -> Ids.digest(one.getValue()).equals(there.get(one.getKey())));
        return Optional.of(wanted);
    }

    private Map<String, String> wanted(LiveShows.LiveShow show, Policy policy) {
        Map<String, Cdn> known = cdns.list().stream().collect(Collectors.toMap(Cdn::id, Function.identity()));
        List<Branch> branches = show.branches(policy);
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Branch branch : branches) {
            Shares shares = moves.shares(branch, show.id());
            List<String> home = home(show.id(), branch);
            List<String> buckets = shares.buckets(home);
            List<String> declared = declared(show.id(), branch.id());
            int ttl = moves.ttlSeconds(show.id(), branch.id());
            for (int i = 0; i < buckets.size(); i++) {
                List<Cdn> order = shares.order(buckets.get(i)).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
                wanted.put(
                        branch.id() + "/" + SteeringFiles.manifestName(i),
                        SteeringFiles.manifest(i, ttl, order, declared));
                wanted.put(
                        branch.id() + "/" + SteeringFiles.playlistName(i), SteeringFiles.playlist(show.id(), i, order));
            }
        }
        wanted.put("branches.json", SteeringFiles.branches(branches));
        return wanted;
    }

    /** The buckets as the policy alone has them; as few as can be differ from what they were before. */
    private List<String> home(String show, Branch branch) {
        List<String> before = sql.one(
                        "select buckets from cdn.assignment where show_id = ? and branch = ?",
                        row -> row.texts("buckets"),
                        show,
                        branch.id())
                .orElse(List.of());
        List<String> home = Shares.of(branch.weights(), List.of()).buckets(before);
        if (!home.equals(before)) {
            sql.run(
                    "insert into cdn.assignment (show_id, branch, buckets, declared) values (?, ?, ?, ?)"
                            + " on conflict (show_id, branch) do update set buckets = excluded.buckets",
                    show,
                    branch.id(),
                    home,
                    new ArrayList<>(branch.weights().keySet()));
        }
        return home;
    }

    private List<String> declared(String show, String branch) {
        return sql.one(
                        "select declared from cdn.assignment where show_id = ? and branch = ?",
                        row -> row.texts("declared"),
                        show,
                        branch)
                .orElse(List.of());
    }

    public boolean isThere(String show) {
        return sql.one("select 1 from cdn.object where show_id = ? limit 1", row -> true, show)
                .isPresent();
    }

    /** It was written. */
    public void lies(String show, Map<String, String> objects) {
        boolean before = isThere(show);
        List<String> paths = new ArrayList<>(objects.keySet());
        sql.run(
                "insert into cdn.object (show_id, path, digest) select ?, path, digest"
                        + " from unnest(?::text[], ?::text[]) as lies (path, digest)"
                        + " on conflict (show_id, path) do update set digest = excluded.digest",
                show,
                paths,
                paths.stream()
                        .map(path -> Ids.digest(objects.getOrDefault(path, "")))
                        .toList());
        if (!before) {
            events.fire(new CdnEvent.Steered(show, true));
        }
    }

    /** It was taken away. */
    public void gone(String show) {
        sql.run("delete from cdn.object where show_id = ?", show);
        sql.run("delete from cdn.assignment where show_id = ?", show);
        events.fire(new CdnEvent.Steered(show, false));
    }
}
