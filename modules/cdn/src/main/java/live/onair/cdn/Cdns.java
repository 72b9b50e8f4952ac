package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Capability;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** The CDNs viewers can be served by. */
@Singleton
@Transactional
@Guarded
public class Cdns {

    private final CdnBook book;
    private final LookBook looks;
    private final StandingBook standings;

    @Inject
    Cdns(CdnBook book, LookBook looks, StandingBook standings) {
        this.book = book;
        this.looks = looks;
        this.standings = standings;
    }

    /**
     * What is told of a CDN; null is nothing, as in {@link Cdn}.
     *
     * @param version of the one that was looked at; null not to look
     */
    public record CdnTerms(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Audience audience,
            @Nullable List<String> regions,
            @Nullable String baseUrl,
            @Nullable String healthUrl,
            @Nullable Integer capacityMbps,
            @Nullable List<Capability> capabilities,
            @Nullable TokenScheme tokens,
            @Nullable Long commitmentGb,
            @Nullable List<CdnPrice> prices) {}

    /** All, retired ones last. */
    @AllowedTo
    public List<Cdn> list() {
        return book.list();
    }

    /** What was seen last of each show on air through each CDN, and what it comes to. */
    @AllowedTo
    public List<CdnLook> health() {
        return looks.health();
    }

    /**
     * Whether a CDN gives live pictures to whoever asks.
     *
     * @param signs whether it asks for signed addresses, and we have its key
     * @param bareStatus what it answered to an address without a token, 403 where all is well, 0 for no answer; null where that was not
     *     looked at
     */
    public record Door(
            String cdn,
            boolean signs,
            @Nullable Integer bareStatus,
            @Nullable Instant at) {}

    /** Each CDN that is not retired, and whether it was seen to refuse what is not signed. */
    @AllowedTo
    public List<Door> doors() {
        return book.doors();
    }

    /**
     * How a CDN is set up.
     *
     * @param address host under which it serves
     * @param deployed whether its last change is at all of its edges
     * @param enabled whether it serves
     * @param open origins that answer others than this CDN, by their names: nothing keeps viewers from going there
     * @param spare whether another origin is asked when the first fails
     * @param signs whether it refuses playlists to who has no signed address
     * @param firewall name of the rules that requests pass first; null for none
     * @param shielded whether it has the provider's paid protection against floods; null where that is not told
     * @param originShields one cache that all edges ask before an origin, by origin; none where that is not told
     */
    public record CdnSetup(
            String address,
            boolean deployed,
            boolean enabled,
            List<String> open,
            boolean spare,
            boolean signs,
            @Nullable String firewall,
            @Nullable Boolean shielded,
            List<OriginShield> originShields) {
        /** Keeps it as it is. */
        public CdnSetup {
            open = List.copyOf(open);
            originShields = List.copyOf(originShields);
        }
    }

    /**
     * The one cache that asks an origin for all edges.
     *
     * @param origin its name
     * @param region of the provider in which that cache is; null where there is none before this origin
     */
    public record OriginShield(String origin, @Nullable String region) {}

    /**
     * What a CDN's own account says of it.
     *
     * @param at when it was seen; null where it never was
     * @param seen how it is set up; null where it never was seen, or the account does not tell
     * @param month {@code 2026-11}, of what it has carried; null where the account does not tell
     * @param carriedBytes by its own count
     * @param trouble why the last look brought nothing; null where it did
     */
    public record CdnStanding(
            String cdn,
            @Nullable Instant at,
            @Nullable CdnSetup seen,
            @Nullable String month,
            @Nullable Long carriedBytes,
            @Nullable String trouble) {}

    /**
     * What a CDN's health address answered last; asked every thirty seconds, whether a show is on air or not.
     *
     * @param status of HTTP, 200 to 299 where it is well; 0 for no answer
     * @param millis until the answer was there; null where none was
     * @param failed so many times in a row it was not well
     */
    public record CdnHealth(
            String cdn, Instant at, int status, @Nullable Integer millis, int failed) {}

    /** Each CDN that is not retired and has a health address. */
    @AllowedTo
    public List<CdnHealth> healths() {
        return standings.healths();
    }

    /** Each CDN whose account can be asked. */
    @AllowedTo
    public List<CdnStanding> standings() {
        return standings.list();
    }

    /** One of them. */
    @AllowedTo
    public Optional<Cdn> find(String id) {
        return book.find(id);
    }

    /** The address of a show's live picture as this CDN takes it: signed where it asks for that. */
    @AllowedTo
    public String signed(String cdn, String show, String address) {
        return book.signed(cdn, show, address);
    }

    /** Takes one in. Nobody is sent to it before a policy says so. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "cdns.add", ko = "CDN 등록", en = "Add a CDN")
    public Outcome<Cdn> add(String id, CdnTerms terms) {
        return book.add(id, terms);
    }

    /** Writes it anew; players of shows that are on air learn of another address with their next order. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "cdns.change", ko = "CDN 바꾸기", en = "Change a CDN", danger = Action.Danger.CAREFUL)
    public Outcome<Cdn> change(String id, CdnTerms terms) {
        return book.change(id, terms);
    }

    /** Keeps it, and sends nobody to it any more: only one that the policy does not name. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "cdns.retire", ko = "CDN 빼기", en = "Retire a CDN", danger = Action.Danger.CAREFUL)
    public Outcome<Cdn> retire(String id) {
        return book.retire(id, true);
    }

    /** A retired one can be used again. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "cdns.restore", ko = "CDN 되살리기", en = "Restore a CDN")
    public Outcome<Cdn> restore(String id) {
        return book.retire(id, false);
    }
}
