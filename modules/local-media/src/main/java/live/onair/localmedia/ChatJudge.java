package live.onair.localmedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import live.onair.filter.ChatManners;
import live.onair.filter.FilterVerdict;
import live.onair.filter.ShowFilters;
import org.jspecify.annotations.Nullable;

/** Says why something may not be said, and what the filter makes of the rest: by a snapshot of the rules. */
final class ChatJudge {

    private final Path file;
    private volatile @Nullable ShowFilters snapshot;

    /** Judges by what this file has, if it is there. */
    ChatJudge(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try {
                ready(Files.readString(file));
            } catch (IllegalArgumentException e) {
                // those of another program: the shipped ones count until the console has told its own
                Log.warn("chat-rules-unreadable", e);
            }
        }
    }

    /**
     * From now on lines are judged by these, also after a restart.
     *
     * @throws IllegalArgumentException for a pack that cannot be read
     */
    void rules(String pack) {
        ready(pack);
        try {
            Durable.write(file, pack.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(String pack) {
        snapshot = ShowFilters.of(pack);
    }

    String version() {
        return snapshot().version();
    }

    FilterVerdict check(String show, String text) {
        return snapshot().ofShow(show).check(text);
    }

    /** The shipped rules are made ready when somebody first needs them: a process without chats starts without. */
    private ShowFilters snapshot() {
        ShowFilters ready = snapshot;
        if (ready == null) {
            ready = ShowFilters.shipped();
            snapshot = ready;
        }
        return ready;
    }

    /** Why not, by the settings; null when it may be judged. */
    @Nullable
    String refusal(ChatSettings settings, ChatPass who, ChatTalker talker, String text) {
        long now = System.nanoTime();
        boolean free = who.may(ChatPass.Can.MODERATE);
        if (!free && talker.isTooFast(now)) {
            return "RATE";
        }
        if (!who.may(ChatPass.Can.SAY) && !free) {
            return "SILENT";
        }
        String wrong = ChatManners.wrong(text);
        if (wrong != null || free) {
            return wrong;
        }
        return talker.isMisnamed(who.name(), snapshot().ofShow(who.show()))
                ? "NAME"
                : settings.manners().refusal(talker.speaker(who.may(ChatPass.Can.FOLLOW), now), text);
    }
}
