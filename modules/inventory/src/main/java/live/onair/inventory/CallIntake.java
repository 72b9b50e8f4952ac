package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.inventory.spi.CallReports;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down our calls as they are sent. A database that is away keeps no call back: what could not be written is kept in
 * memory, bounded, and written with the next call or reading; the log has it at once.
 */
@Singleton
class CallIntake implements CallReports {

    private static final Logger LOG = LoggerFactory.getLogger(CallIntake.class);
    /** So many are kept in memory; then the oldest goes. */
    static final int MOST = 1_000;

    private static final Pattern FOR_A_SHOW = Pattern.compile("work-(SH-[0-9]+)~");

    private final CallNotes notes;
    /** What could not be written, by id, each with its last word. */
    private final Map<UUID, Noted> left = new LinkedHashMap<>();

    @Inject
    CallIntake(CallNotes notes) {
        this.notes = notes;
    }

    private record Noted(Sent call, CallShelf.Asked asked) {}

    @Override
    public void sent(Sent call) {
        Actor actor = Acting.current().orElse(Actor.ONAIR);
        String request = Acting.requestId().orElse(null);
        Noted noted = new Noted(call, new CallShelf.Asked(actor.name(), request, show(request)));
        if (!isWritten(noted)) {
            remember(noted);
        } else {
            catchUp();
        }
    }

    /** Work for a show has its id for a key. */
    private static @Nullable String show(@Nullable String request) {
        Matcher work = request == null ? null : FOR_A_SHOW.matcher(request);
        return work != null && work.lookingAt() ? work.group(1) : null;
    }

    /** Writes what is left, until it cannot. */
    void catchUp() {
        for (Noted noted : take()) {
            if (!isWritten(noted)) {
                remember(noted);
                return;
            }
            synchronized (left) {
                left.remove(noted.call().id(), noted);
            }
        }
    }

    private List<Noted> take() {
        synchronized (left) {
            return new ArrayList<>(left.values());
        }
    }

    private void remember(Noted noted) {
        synchronized (left) {
            left.put(noted.call().id(), noted);
            if (left.size() > MOST) {
                UUID oldest = left.keySet().iterator().next();
                left.remove(oldest);
                LOG.warn("more than {} calls could not be written down: {} is in this log only", MOST, oldest);
            }
        }
    }

    private boolean isWritten(Noted noted) {
        try {
            notes.keep(noted.call(), noted.asked());
            return true;
        } catch (RuntimeException e) {
            Sent call = noted.call();
            LOG.warn(
                    "{} {} of {} ({}, request {}) is not written down yet: {}",
                    call.about().service(),
                    call.about().operation(),
                    call.about().resource(),
                    call.outcome(),
                    call.requestId(),
                    e.getMessage());
            return false;
        }
    }
}
