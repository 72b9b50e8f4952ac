package live.onair.audit;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Refusal;
import live.onair.kernel.Role;

/** A small room with acts to log. */
@Singleton
@Transactional
@Guarded
public class Theatre {

    enum Mood {
        CALM
    }

    record Seat(String row, int number) {}

    sealed interface PlayEvent extends DomainEvent {
        record Opened(
                String subject,
                Instant at,
                Mood mood,
                Optional<String> note,
                List<Seat> seats,
                BigDecimal price,
                boolean sold)
                implements PlayEvent {
            @Override
            public Optional<String> aboutShow() {
                return Optional.of("show-" + subject);
            }
        }

        record Told(String subject, String what) implements PlayEvent {}
    }

    enum No implements Refusal {
        CLOSED;

        @Override
        public String ko() {
            return "닫혔습니다.";
        }

        @Override
        public String en() {
            return "Closed.";
        }
    }

    private final Event<DomainEvent> events;

    @Inject
    Theatre(Event<DomainEvent> events) {
        this.events = events;
    }

    @AllowedTo
    public void tell(String subject, String what) {
        events.fire(new PlayEvent.Told(subject, what));
    }

    @AllowedTo
    public void tellMany(String subject, int count) {
        for (int i = 0; i < count; i++) {
            events.fire(new PlayEvent.Told(subject, "말 " + i));
        }
    }

    @AllowedTo
    public void open(PlayEvent.Opened event) {
        events.fire(event);
    }

    @AllowedTo(Role.ADMIN)
    @Action(id = "theatre.close", ko = "닫기", en = "Close")
    public Outcome<String> close(String subject) {
        events.fire(new PlayEvent.Told(subject, "never"));
        return Outcome.refused(No.CLOSED.with("who", "비밀"));
    }

    @AllowedTo
    public void fail(String subject) {
        events.fire(new PlayEvent.Told(subject, "never"));
        throw new IllegalStateException("oops");
    }

    /** Where the heads of the tests lie. */
    static class HeadPath {
        @Produces
        @Singleton
        @Named("onair.audit.head")
        Path head() throws IOException {
            return Files.createTempDirectory("audit-heads").resolve("log").resolve("head");
        }
    }
}
