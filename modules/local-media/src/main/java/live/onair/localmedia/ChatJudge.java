package live.onair.localmedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterRules;
import live.onair.filter.FilterVerdict;
import org.jspecify.annotations.Nullable;

/** Says why something may not be said, and what the filter makes of the rest: by a snapshot of the rules. */
final class ChatJudge {

    static final int LONGEST = 300;

    private static final Pattern LINK =
            Pattern.compile("(?i)(https?://|www\\.)|\\b[a-z0-9-]{2,}\\.(com|net|org|kr|io|me|shop|link|gg|tv|ly)\\b");

    /** By which lines are judged: those of some shows by rules of their own besides. */
    private record Snapshot(ChatFilter all, Map<String, ChatFilter> shows) {}

    private final Path file;
    private volatile @Nullable Snapshot snapshot;

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
        Map<String, ChatFilter> shows = new HashMap<>();
        FilterRules.showsOf(pack).forEach(show -> shows.put(show, new ChatFilter(FilterRules.of(pack, show))));
        snapshot = new Snapshot(new ChatFilter(FilterRules.of(pack)), Map.copyOf(shows));
    }

    String version() {
        return snapshot().all().rules().version();
    }

    FilterVerdict check(String show, String text) {
        Snapshot now = snapshot();
        return now.shows().getOrDefault(show, now.all()).check(text);
    }

    /** The shipped rules are made ready when somebody first needs them: a process without chats starts without. */
    private Snapshot snapshot() {
        Snapshot ready = snapshot;
        if (ready == null) {
            ready = new Snapshot(new ChatFilter(FilterRules.shipped()), Map.of());
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
        if (text.isBlank() || text.length() > LONGEST) {
            return text.isBlank() ? "EMPTY" : "TOO_LONG";
        }
        return free ? null : bySettings(settings, who, talker, text, now);
    }

    private static @Nullable String bySettings(
            ChatSettings settings, ChatPass who, ChatTalker talker, String text, long now) {
        if (settings.frozen()) {
            return "FROZEN";
        }
        if (settings.followersOnly() && !who.may(ChatPass.Can.FOLLOW)) {
            return "FOLLOWERS";
        }
        if (settings.linksOff() && LINK.matcher(text).find()) {
            return "LINK";
        }
        if (settings.duplicatesOff() && talker.repeats(text)) {
            return "DUPLICATE";
        }
        return talker.isWithin(now, settings.slowSeconds()) ? "SLOW" : null;
    }
}
