package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Policy;
import live.onair.scheduling.OnAirList;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** The shows whose viewers can be steered: those that are live and served by CDNs of ours. */
@Singleton
class LiveShows {

    private final OnAirList list;
    private final Shows shows;

    @Inject
    LiveShows(OnAirList list, Shows shows) {
        this.list = list;
        this.shows = shows;
    }

    /** A show, and what of it a policy asks for. */
    record LiveShow(String id, String title, int tier, OnAirList.Watched watched) {

        /** Of its playlist below each CDN. */
        String path() {
            return Objects.requireNonNullElse(watched.path(), "");
        }

        /** Whether that playlist names others, as those of an origin of a backend do. */
        boolean hasLadder() {
            return !watched.onEdges();
        }

        /** The CDNs that a policy has for its viewers; none without one. */
        Set<String> cdns(@Nullable Policy policy) {
            return policy == null ? Set.of() : cdns(branches(policy));
        }

        /** The CDNs that a policy has for the viewers of these branches. */
        static Set<String> cdns(List<Branch> branches) {
            return branches.stream()
                    .flatMap(branch -> branch.weights().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The branches that its viewers can be in. */
        List<Branch> branches(Policy policy) {
            return policy.branches().stream()
                    .filter(branch -> branch.tier() == null || branch.tier() == tier)
                    .toList();
        }
    }

    List<LiveShow> all() {
        return list.live().stream()
                .filter(show -> show.watched().path() != null)
                .flatMap(show -> read(show).stream())
                .toList();
    }

    /** Whether there is such a show at all, live or not. */
    boolean isKnown(String id) {
        return shows.find(id).isPresent();
    }

    Optional<LiveShow> find(String id) {
        return all().stream().filter(show -> show.id().equals(id)).findFirst();
    }

    private Optional<LiveShow> read(ShowRows.Listed show) {
        return shows.find(show.id()).map(found -> new LiveShow(show.id(), show.title(), found.tier(), show.watched()));
    }
}
