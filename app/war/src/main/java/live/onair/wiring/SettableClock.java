package live.onair.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of test mode: off by what it was started with, or by what the file {@code clock-offset} in the data folder
 * says now. So a test sets the time of a running console as somebody sets the time of its machine.
 */
final class SettableClock extends Clock {

    private final Clock base;
    private final Path file;
    private final Duration usual;

    SettableClock(Clock base, Path file, Duration usual) {
        this.base = base;
        this.file = file;
        this.usual = usual;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset());
    }

    /** The file is moved into place as a whole; one that says no duration does not count. */
    private Duration offset() {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : usual;
        } catch (IOException | DateTimeException e) {
            return usual;
        }
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SettableClock(base.withZone(zone), file, usual);
    }
}
