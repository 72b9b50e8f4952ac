package live.onair.localmedia;

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

    private volatile @Nullable ChatFilter filter;

    /** From now on lines are judged by these. */
    void rules(FilterRules rules) {
        filter = new ChatFilter(rules);
    }

    String version() {
        return filter().rules().version();
    }

    FilterVerdict check(String text) {
        return filter().check(text);
    }

    /** The shipped rules are made ready when somebody first needs them: a process without chats starts without. */
    private ChatFilter filter() {
        ChatFilter ready = filter;
        if (ready == null) {
            ready = new ChatFilter(FilterRules.shipped());
            filter = ready;
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
