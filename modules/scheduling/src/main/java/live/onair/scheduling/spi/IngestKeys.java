package live.onair.scheduling.spi;

import java.util.List;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.KeySeal;

/**
 * Where the encoder of a channel connects, and the keys that a backend makes or keeps itself. Outgoing port: called by
 * scheduling's work handlers only, never inside a transaction; one adapter per {@link Backend}. A key in clear never leaves
 * the adapter: it is closed with the seal of whoever asked.
 *
 * <p>Where the console makes the keys ({@link StreamKeyStore}), only the doors are told.
 */
public interface IngestKeys {

    /**
     * A place an encoder connects to.
     *
     * @param input the input it leads to
     * @param server its RTMP address, without the key
     */
    record Door(Input input, String server) {}

    /**
     * A question for a key.
     *
     * @param id of the question, unique for ever: letters, digits and {@code -}
     * @param seal closes the answer
     */
    record Order(String id, String channel, Input input, KeySeal seal) {}

    /**
     * The places to which the channel's encoders connect, in the order of their inputs and of the pipelines that they feed;
     * empty if the backend has none for this channel yet. Changes nothing.
     *
     * @throws CloudException on any trouble
     */
    List<Door> doors(String channel);

    /**
     * Gives the input a new key; the ones before open it no more. What the channel needs to have one is made first, and
     * nothing is started. May be called again with the same order after a lost answer ({@code UNKNOWN_OUTCOME}): however
     * often, in the end exactly one key opens the input, and it is the one that was told last. Takes at most a few seconds.
     *
     * @return the keys of the input's doors in their order, one a line, sealed
     * @throws CloudException {@code CONFLICT} while an encoder sends or the channel runs; {@code INVALID} for an input that
     *     the backend does not have, and where the console makes the keys
     */
    default String renew(Order order) {
        throw new CloudException(CloudFault.INVALID, "the keys of this backend are made by the console");
    }

    /**
     * The keys that open the input now, as {@link #renew} tells them; empty if it has none. Changes nothing.
     *
     * @throws CloudException {@code INVALID} for an input that the backend does not have, and where the console makes the
     *     keys: it knows only their hashes
     */
    default Optional<String> reveal(Order order) {
        throw new CloudException(CloudFault.INVALID, "the keys of this backend are known by their hashes only");
    }
}
