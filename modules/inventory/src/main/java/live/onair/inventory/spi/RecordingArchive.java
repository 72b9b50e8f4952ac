package live.onair.inventory.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.CloudException;
import org.jspecify.annotations.Nullable;

/** Where the cloud keeps recordings: what lies there of a show, and what has become of it. */
public interface RecordingArchive {

    /** Of so many objects at most it is asked in one look what has become of them; each is a call. */
    int MOST = 100;

    /** How an object's copy elsewhere stands. */
    enum Copy {
        /** It is on its way. */
        PENDING,
        /** It is there, everywhere it should be. */
        COMPLETED,
        /** It did not get there, and nobody tries again by himself. */
        FAILED,
        /** It is a copy itself. */
        REPLICA
    }

    /**
     * What has become of one object.
     *
     * @param copy null if no rule copies it
     * @param goneAt when it is deleted by a rule, null if it is not
     */
    record Fate(String key, @Nullable Copy copy, @Nullable Instant goneAt) {}

    /**
     * What lies there.
     *
     * @param objects how many, all counted
     * @param bytes how much, all counted
     * @param classes how many lie in each storage class
     * @param goneAt when the oldest object is deleted by a rule, null if it is not
     * @param fates of at most {@link #MOST}: those from the asked one on, the newest first
     */
    record Look(
            long objects,
            long bytes,
            Map<String, Long> classes,
            @Nullable Instant goneAt,
            List<Fate> fates) {

        /** Keeps it unchangeable. */
        public Look {
            classes = Map.copyOf(classes);
            fates = List.copyOf(fates);
        }
    }

    /**
     * Looks at what lies there of the show, its published replay with it. Changes nothing.
     *
     * @param backend word of the backend that has recorded it
     * @param from how many of the newest objects are passed over; of those that follow it is asked what has become of them
     * @return empty if nothing lies there, also where no place for recordings is set
     * @throws CloudException if any part of it could not be read
     */
    Optional<Look> look(String show, String backend, int from);
}
