package live.onair.cdn.spi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;

/** Of each port the adapter that says that a CDN is its own: the first that does, the local one only where no other does. */
@Singleton
public class CdnAdapters {

    private final List<AddressSigner> signers;
    private final List<CachePurger> purgers;
    private final List<ManifestStore> stores;
    private final List<CdnAccount> accounts;

    /** Has all of them made at once: what one is told by a file is wrong at the start of the console, or never. */
    @Inject
    CdnAdapters(
            @Any Instance<AddressSigner> signers,
            @Any Instance<CachePurger> purgers,
            @Any Instance<ManifestStore> stores,
            @Any Instance<CdnAccount> accounts) {
        this.signers = Backend.Named.localLast(signers);
        this.purgers = Backend.Named.localLast(purgers);
        this.stores = Backend.Named.localLast(stores);
        this.accounts = Backend.Named.localLast(accounts);
    }

    private static <T> Optional<T> first(List<T> adapters, Predicate<T> isIts) {
        return adapters.stream().filter(isIts).findFirst();
    }

    /** Signs for each CDN as its own adapter does; a CDN without one asks for nothing. */
    public AddressSigner signer() {
        return new Signer(signers, new HashMap<>());
    }

    /** For one piece of work: a hundred playlists name the same few addresses, and some signatures are dear. */
    private record Signer(List<AddressSigner> all, Map<String, String> known) implements AddressSigner {

        @Override
        public boolean signs(String cdn) {
            return all.stream().anyMatch(one -> one.signs(cdn));
        }

        @Override
        public String signed(String cdn, String show, String address) {
            return all.stream()
                    .filter(one -> one.signs(cdn))
                    .findFirst()
                    .map(one -> known.computeIfAbsent(
                            cdn + " " + show + " " + address, any -> one.signed(cdn, show, address)))
                    .orElse(address);
        }
    }

    /** Whether a CDN's caches can be emptied from here. */
    public boolean purges(String cdn) {
        return first(purgers, one -> one.purges(cdn)).isPresent();
    }

    /**
     * Who empties a CDN's caches.
     *
     * @throws CloudException {@code INVALID} where nobody does any more
     */
    public CachePurger purger(String cdn) {
        return first(purgers, one -> one.purges(cdn))
                .orElseThrow(() -> new CloudException(CloudFault.INVALID, cdn + " cannot be purged from here"));
    }

    /** Where players read, the nearest first; nowhere in an installation that serves none by itself. */
    public List<ManifestStore> stores() {
        return stores.stream()
                .filter(ManifestStore::isHere)
                .sorted(Comparator.comparing(store -> store.address().isPresent()))
                .toList();
    }

    /** The address below which players find their orders again; empty for that of the playlist which named them. */
    public Optional<String> manifests() {
        return stores().stream().flatMap(store -> store.address().stream()).findFirst();
    }

    /** What a CDN's own account can be asked; empty where nobody can ask it. */
    public Optional<CdnAccount> account(String cdn) {
        return first(accounts, one -> one.knows(cdn));
    }
}
