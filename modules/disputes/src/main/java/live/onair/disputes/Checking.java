package live.onair.disputes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Collectors;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.SealRows.SealVerdict;
import live.onair.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Holds ZIPs against their seals; what was found is on record. Works inside the caller's transaction. */
@Singleton
class Checking {

    static final long MOST_MEGABYTES = 1024;

    private final PackShelf shelf;
    private final PackStore store;
    private final ZipCheck check;
    private final Event<DisputeEvent> events;

    @Inject
    Checking(PackShelf shelf, PackStore store, ZipCheck check, Event<DisputeEvent> events) {
        this.shelf = shelf;
        this.store = store;
        this.check = check;
        this.events = events;
    }

    Outcome<SealVerdict> kept(String id) {
        Pack pack = shelf.find(id).orElse(null);
        if (pack == null) {
            return Outcome.refused(DisputeRefusal.NO_PACK.with("id", id));
        }
        if (pack.sha256() == null) {
            return Outcome.refused(DisputeRefusal.NOT_READY.with());
        }
        try {
            Path zip = Files.createTempFile("onair-check", ".zip");
            try (InputStream in = store.read(id)) {
                Files.copy(in, zip, StandardCopyOption.REPLACE_EXISTING);
                return Outcome.done(told(check.of(zip), id));
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome<SealVerdict> brought(@Nullable Path zip) {
        try {
            if (zip == null || Files.size(zip) == 0) {
                return Outcome.refused(DisputeRefusal.NO_FILE.with("field", "file"));
            }
            if (Files.size(zip) > MOST_MEGABYTES * 1024 * 1024) {
                return Outcome.refused(DisputeRefusal.TOO_LARGE.with("field", "file", "max", MOST_MEGABYTES));
            }
            return Outcome.done(told(check.of(zip), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SealVerdict told(SealVerdict verdict, @Nullable String kept) {
        String subject = Objects.requireNonNullElse(kept, Objects.requireNonNullElse(verdict.pack(), "ZIP"));
        String show = shelf.find(subject).map(Pack::show).orElse("");
        events.fire(new DisputeEvent.Verified(
                show,
                subject,
                verdict.state().ko() + " / " + verdict.state().en(),
                verdict.sha256(),
                verdict.findings().stream().map(one -> one.file()).collect(Collectors.joining(", "))));
        return verdict;
    }
}
