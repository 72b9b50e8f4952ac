package live.onair.cdn;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.LiveShows.LiveShow;
import live.onair.cdn.SteeringFiles.Played;
import live.onair.cdn.published.Copies;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.cdn.spi.Ladder;
import live.onair.kernel.Ids;
import live.onair.sql.Statements;

/** What should lie where players read, and what lies there: the halves of a publication that are in transactions. */
@Singleton
@Transactional
class Publication {

    /** No digest: of an object that not all stores have. */
    private static final String SOMEWHERE = "";

    private final Statements sql;
    private final CdnBook cdns;
    private final PolicyBook policies;
    private final MoveBook moves;
    private final LiveShows live;
    private final CdnAdapters adapters;
    private final Copies copies;
    private final Clock clock;
    private final Event<CdnEvent> events;

    @Inject
    Publication(
            Statements sql,
            CdnBook cdns,
            PolicyBook policies,
            MoveBook moves,
            LiveShows live,
            CdnAdapters adapters,
            Copies copies,
            Clock clock,
            Event<CdnEvent> events) {
        this.sql = sql;
        this.cdns = cdns;
        this.policies = policies;
        this.moves = moves;
        this.live = live;
        this.adapters = adapters;
        this.copies = copies;
        this.clock = clock;
        this.events = events;
    }

    /** What has to be written; empty where nothing of the show should lie there. */
    public Optional<Map<String, String>> changed(String show) {
        Policy policy = policies.current().orElse(null);
        LiveShow found = live.find(show).orElse(null);
        if (policy == null || found == null) {
            return Optional.empty();
        }
        Played played = played(found).orElse(null);
        if (played == null) {
            return Optional.of(Map.of());
        }
        Map<String, String> wanted = wanted(played, policy);
        Map<String, String> there = new HashMap<>();
        sql.list(
                "select path, digest from cdn.object where show_id = ?",
                row -> there.put(row.text("path"), row.text("digest")),
                show);
        wanted.entrySet().removeIf(one -> Ids.digest(one.getValue()).equals(there.get(one.getKey())));
        return Optional.of(wanted);
    }

    /** Addresses at which it has to be read what the show's origin offers; none where that is known, or nothing is to be read. */
    public List<String> unread(String show) {
        Policy policy = policies.current().orElse(null);
        LiveShow found = live.find(show).filter(LiveShow::hasLadder).orElse(null);
        if (policy == null || found == null || ladder(show).isPresent()) {
            return List.of();
        }
        AddressSigner signer = adapters.signer();
        Set<String> used = found.cdns(policy);
        return cdns.list().stream()
                .filter(cdn -> used.contains(cdn.id()))
                .map(cdn -> SteeringFiles.live(cdn, found, signer))
                .toList();
    }

    /** A show as it is played; empty while nobody knows what its origin offers. */
    public Optional<Played> played(LiveShow show) {
        return show.hasLadder()
                ? ladder(show.id()).map(ladder -> new Played(show, ladder))
                : Optional.of(new Played(show, null));
    }

    /** What the show's origin offers, as far as it was read. */
    public Optional<Ladder> ladder(String show) {
        return sql.one("select text from cdn.ladder where show_id = ?", row -> row.text("text"), show)
                .flatMap(Ladder::of);
    }

    /** What it offers was read; where it lies is kept for good. */
    public void read(String show, Ladder ladder) {
        live.find(show)
                .ifPresent(found -> sql.run(
                        "insert into cdn.place (show_id, path) values (?, ?)"
                                + " on conflict (show_id) do update set path = excluded.path",
                        show,
                        found.path()));
        sql.run(
                "insert into cdn.ladder (show_id, text, read_at) values (?, ?, ?)"
                        + " on conflict (show_id) do update set text = excluded.text, read_at = excluded.read_at",
                show,
                ladder.text(),
                clock.instant());
    }

    private Map<String, String> wanted(Played played, Policy policy) {
        LiveShow show = played.show();
        Map<String, Cdn> known = cdns.list().stream().collect(Collectors.toMap(Cdn::id, Function.identity()));
        ActiveMoves active = moves.active();
        Set<String> troubled = moves.troubled();
        AddressSigner signer = adapters.signer();
        String base = adapters.manifests().map(there -> there + "/" + show.id()).orElse("");
        Map<String, String> wanted = new LinkedHashMap<>();
        ways(show, policy).forEach((way, branch) -> {
            Shares shares = active.shares(branch, show.id());
            Assignment home = home(show.id(), way, branch.weights());
            List<String> buckets = shares.buckets(home.buckets());
            List<Cdn> declared = cdns(home.declared(), known);
            int ttl = active.ttlSeconds(show.id(), branch.id(), troubled);
            for (int i = 0; i < buckets.size(); i++) {
                List<Cdn> order = cdns(shares.order(buckets.get(i)), known);
                List<Cdn> named = cdns(shares.named(buckets.get(i)), known);
                String name = SteeringFiles.manifestName(i);
                String address = base.isEmpty() ? name : base + "/" + way + "/" + name;
                wanted.put(way + "/" + name, SteeringFiles.manifest(address, ttl, order, declared, signer));
                wanted.put(
                        way + "/" + SteeringFiles.playlistName(i),
                        SteeringFiles.playlist(played, address, named, signer));
            }
        });
        wanted.put("branches.json", SteeringFiles.branches(show.branches(policy)));
        return wanted;
    }

    private static List<Cdn> cdns(List<String> ids, Map<String, Cdn> known) {
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** By which branches viewers came in: the policy's own, and those it has no more with the one that holds what they asked for. */
    private Map<String, Branch> ways(LiveShow show, Policy policy) {
        Map<String, Branch> ways = new LinkedHashMap<>();
        show.branches(policy).forEach(branch -> ways.put(branch.id(), branch));
        sql.list(
                        "select distinct on (b.id) b.* from cdn.assignment a join cdn.branch b on b.id = a.branch"
                                + " where a.show_id = ? order by b.id, b.policy desc",
                        row -> PolicyBook.branch(row, Map.of()),
                        show.id())
                .forEach(came -> show.branches(policy).stream()
                        .filter(branch -> BranchText.holds(branch, came))
                        .findFirst()
                        .ifPresent(branch -> ways.putIfAbsent(came.id(), branch)));
        return ways;
    }

    /**
     * The buckets of a branch as the policy alone has them.
     *
     * @param declared the CDNs that its first playlists named
     */
    private record Assignment(List<String> buckets, List<String> declared) {}

    /** As few buckets as can be differ from what they were before. */
    private Assignment home(String show, String branch, Map<String, Integer> weights) {
        Assignment before = sql.one(
                        "select * from cdn.assignment where show_id = ? and branch = ?",
                        row -> new Assignment(row.texts("buckets"), row.texts("declared")),
                        show,
                        branch)
                .orElseGet(() -> new Assignment(List.of(), List.copyOf(weights.keySet())));
        List<String> home = Shares.of(weights).buckets(before.buckets());
        if (!home.equals(before.buckets())) {
            sql.run(
                    "insert into cdn.assignment (show_id, branch, buckets, declared) values (?, ?, ?, ?)"
                            + " on conflict (show_id, branch) do update set buckets = excluded.buckets",
                    show,
                    branch,
                    home,
                    before.declared());
        }
        return new Assignment(home, before.declared());
    }

    /** Whether what is published runs out by itself: then it has to be written anew in time. */
    public boolean runsOut() {
        AddressSigner signer = adapters.signer();
        return cdns.list().stream().anyMatch(cdn -> signer.signs(cdn.id()));
    }

    /**
     * It was written.
     *
     * @param everywhere whether all stores have it; else it is written once more the next time
     */
    public void lies(String show, Map<String, String> objects, boolean everywhere) {
        boolean before = copies.isPublished(show);
        List<String> paths = List.copyOf(objects.keySet());
        sql.run(
                "insert into cdn.object (show_id, path, digest, written_at) select ?, path, digest, ?"
                        + " from unnest(?::text[], ?::text[]) as lies (path, digest)"
                        + " on conflict (show_id, path) do update set digest = excluded.digest, written_at = excluded.written_at",
                show,
                clock.instant(),
                paths,
                paths.stream()
                        .map(path -> everywhere ? Ids.digest(objects.getOrDefault(path, "")) : SOMEWHERE)
                        .toList());
        if (!before) {
            events.fire(new CdnEvent.Steered(show, true));
        }
    }

    /** Nothing of it lies there any more; told where something did. */
    public void gone(String show, boolean told) {
        sql.run("delete from cdn.object where show_id = ?", show);
        sql.run("delete from cdn.assignment where show_id = ?", show);
        sql.run("delete from cdn.ladder where show_id = ?", show);
        if (told) {
            events.fire(new CdnEvent.Steered(show, false));
        }
    }
}
