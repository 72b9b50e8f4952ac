package live.onair.cdn.spi;

import java.util.Map;
import java.util.Optional;

/**
 * Where viewers' players read playlists and steering manifests, without the console and its database. Outgoing port: called by this
 * room's work handler only, never inside a transaction, but for {@link #isHere}, {@link #address} and {@link #readAt}, which wait for nothing.
 */
public interface ManifestStore {

    /** Whether this installation's players read here. */
    boolean isHere();

    /** The address below which players read a show's folder, without a slash at its end; empty where they have read their playlist. */
    Optional<String> address();

    /** Where a viewer's player reads this object; empty where this installation does not know its viewers' address. */
    Optional<String> readAt(String show, String path);

    /**
     * Puts objects there, each whole: a player reads the old or the new one, never a part. All lie there when it returns; after a
     * trouble some may. Idempotent.
     *
     * @param show whose they are
     * @param objects their contents by path below the show: {@code default/7.json}; the content type follows from the ending
     * @throws live.onair.kernel.CloudException on any trouble
     */
    void put(String show, Map<String, String> objects);

    /**
     * Takes away all of a show. Nothing there: nothing happens.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    void remove(String show);
}
