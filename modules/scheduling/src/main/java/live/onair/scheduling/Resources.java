package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Studios and hosts: what a show needs besides its channel. */
@Singleton
@Transactional
@Guarded
public class Resources {

    private final ResourceBook book;

    @Inject
    Resources(ResourceBook book) {
        this.book = book;
    }

    /** What can be reserved. */
    public enum Kind {
        /** An encoder output; see {@link Channels}. */
        CHANNEL("채널", "Channel", "CH-", "channel_number"),
        /** A room. */
        STUDIO("스튜디오", "Studio", "ST-", "studio_number"),
        /** A person before the camera. */
        HOST("진행자", "Host", "HO-", "host_number");

        private final String ko;
        private final String en;
        final String prefix;
        final String sequence;

        Kind(String ko, String en, String prefix, String sequence) {
            this.ko = ko;
            this.en = en;
            this.prefix = prefix;
            this.sequence = sequence;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /** A studio or a host. */
    public record Row(String id, Kind kind, String name, boolean archived, int version) {}

    /** Adds a studio. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "studios.create", ko = "스튜디오 추가", en = "Add studio")
    public Outcome<Row> createStudio(@Nullable String name) {
        return book.create(Kind.STUDIO, name);
    }

    /** Adds a host. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "hosts.create", ko = "진행자 추가", en = "Add host")
    public Outcome<Row> createHost(@Nullable String name) {
        return book.create(Kind.HOST, name);
    }

    /** Renames a studio or a host. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "resources.rename", ko = "이름 바꾸기", en = "Rename")
    public Outcome<Row> rename(String id, @Nullable Integer version, @Nullable String name) {
        return book.rename(id, version, name);
    }

    /** Puts a studio or a host away that no open show needs. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "resources.archive", ko = "자원 보관", en = "Archive", danger = Action.Danger.CAREFUL)
    public Outcome<String> archive(String id) {
        return book.archive(id, false);
    }

    /** All of one kind in use, by name. */
    @AllowedTo
    public List<Row> list(Kind kind) {
        return book.list(kind);
    }

    /** What happens to channels, studios and hosts. */
    public sealed interface ResourceEvent extends DomainEvent {

        /** Its id. */
        String id();

        @Override
        default String subject() {
            return id();
        }

        /** It is there. */
        record Added(String id, String name) implements ResourceEvent {}

        /** It was changed. */
        record Changed(String id, String from, String to) implements ResourceEvent {}

        /** It was put away. */
        record Archived(String id) implements ResourceEvent {}

        /** Somebody presses on a channel by the plan that was shown. */
        record PlanApproved(String id, Encoders.ChannelPress press, String wish, String hash)
                implements ResourceEvent {}

        /** What was called is what was approved. */
        record PlanKept(String id, Encoders.ChannelPress press) implements ResourceEvent {}

        /** Calls were made that nobody has approved. */
        record PlanBroken(String id, Encoders.ChannelPress press, String calls) implements ResourceEvent {}

        /** Other calls would have been needed than were approved: nothing was called. */
        record PlanNotBegun(String id, Encoders.ChannelPress press) implements ResourceEvent {}

        /** It got a new stream key. */
        record KeyRotated(String id, @Nullable Instant oldValidUntil) implements ResourceEvent {}

        /** Its backend was asked for the key of an input, or for a new one. */
        record KeyAsked(String id, Channels.Input input, boolean fresh) implements ResourceEvent {}

        /** Somebody has seen the key of an input. */
        record KeyShown(String id, Channels.Input input) implements ResourceEvent {}

        /** Its backend gave no key. */
        record KeyFailed(String id, String fault) implements ResourceEvent {}
    }
}
