package live.onair.moderation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What moderators do. The subject is the show. */
public sealed interface ModerationEvent extends DomainEvent {

    /** The show. */
    String show();

    @Override
    default String subject() {
        return show();
    }

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** Something that counts for the chats of all shows. The subject is {@code chats}. */
    sealed interface OfAll extends ModerationEvent {

        @Override
        default String show() {
            return "";
        }

        @Override
        default String subject() {
            return "chats";
        }

        @Override
        default Optional<String> aboutShow() {
            return Optional.empty();
        }
    }

    /** Lines are kept longer, or not so long; in days. */
    record RetentionChanged(int from, int to) implements OfAll {}

    /** What a shield brings was changed: each setting that is another now, with what it was. */
    record ShieldSaved(Map<String, String> fields) implements OfAll {}

    /** What many say alike is a raid from another number on: each that is another now, with what it was. */
    record RaidWatchChanged(Map<String, String> fields) implements OfAll {}

    /** Words are kept for a place; none empty it. */
    record CannedKept(int place, String text) implements OfAll {}

    /** What was said was handed out. */
    record ChatExported(String show, int lines, String reason) implements ModerationEvent {}

    /** How the chat is held was changed: each setting that is another now, with what it was. */
    record Settings(String show, Map<String, String> fields) implements ModerationEvent {}

    /** A line was taken away. */
    record Hidden(String show, long line, String member, String reason) implements ModerationEvent {}

    /** A line that was taken away is there again. */
    record Restored(String show, long line, String member) implements ModerationEvent {}

    /** A held line was let out. */
    record LetOut(String show, long line, String member) implements ModerationEvent {}

    /** A held line was not let out. */
    record Denied(String show, long line, String member, String reason) implements ModerationEvent {}

    /** Somebody was put out. */
    record Banned(String show, String member, String name, String reason) implements ModerationEvent {}

    /** Somebody was put out for a while. */
    record TimedOut(String show, String member, String name, Instant until, String reason) implements ModerationEvent {}

    /** Somebody was put out of the chats of all shows, from this one; null until it is lifted. */
    record BannedEverywhere(
            String show,
            String member,
            String name,
            @Nullable Instant until,
            String reason) implements ModerationEvent {}

    /** Somebody alone was told what to leave be. */
    record Warned(String show, String member, String name, String text) implements ModerationEvent {}

    /** Something was written down about somebody. */
    record Noted(String show, String member, String name, String text) implements ModerationEvent {}

    /** A viewer was the first to report a line. */
    record Reported(String show, long line, String member, String reason) implements ModerationEvent {}

    /** What viewers reported is as it may be. */
    record ReportDismissed(String show, long line, String member) implements ModerationEvent {}

    /** Somebody who was banned says something against it. */
    record Appealed(String show, String member, String name, String text) implements ModerationEvent {}

    /** They are right. */
    record AppealGranted(String show, String member, String name) implements ModerationEvent {}

    /** They are not. */
    record AppealRefused(String show, String member, String name, String reason) implements ModerationEvent {}

    /** A line is held up above the chat. */
    record LinePinned(String show, long line, String name, String text) implements ModerationEvent {}

    /** It is no more. */
    record LineUnpinned(String show, long line, String name, String text) implements ModerationEvent {}

    /** Moderators said something themselves. */
    record Announced(String show, String style, String text) implements ModerationEvent {}

    /** It is said again each so many minutes. */
    record RepeatBegun(String show, String text, int minutes) implements ModerationEvent {}

    /** It is said no more. */
    record RepeatEnded(String show, String text) implements ModerationEvent {}

    /** The chat is held as it is under attack. */
    record ShieldRaised(String show) implements ModerationEvent {}

    /** It is held as before. */
    record ShieldLowered(String show) implements ModerationEvent {}

    /** Nobody says anything in it until then; null for the end of the show. */
    record Frozen(String show, @Nullable Instant until) implements ModerationEvent {}

    /** They may talk again. */
    record Thawed(String show) implements ModerationEvent {}

    /** What many said alike was taken away. */
    record RaidHidden(String show, String text, int lines) implements ModerationEvent {}

    /** What many say alike may be said. */
    record RaidLeft(String show, String text) implements ModerationEvent {}

    /** They may come in again. */
    record Unbanned(String show, String member, String name) implements ModerationEvent {}

    /** They may come into the chats of all shows again. */
    record UnbannedEverywhere(String show, String member, String name) implements ModerationEvent {}
}
