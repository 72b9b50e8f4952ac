package live.onair.cloudaws;

import java.util.Map;
import java.util.TreeMap;

/**
 * The tags on everything that Onair creates. They say whose it is and what it is for; the run of a channel is kept in
 * them too, so that nothing has to be remembered here. Values keep to the characters that every service takes: letters,
 * digits, spaces and {@code _ . : / = + - @}.
 */
public final class AwsTags {

    /** Name of the installation. */
    public static final String ENV = "onair:env";
    /** Id of the channel. */
    public static final String CHANNEL = "onair:channel";
    /** Id of the show of the run. */
    public static final String SHOW = "onair:show";
    /** Id of the run. */
    public static final String RUN = "onair:run";
    /** How far the run is: {@code ready}, {@code started}, {@code stopped}. */
    public static final String RUN_STATE = "onair:run-state";

    /** When the run was started. */
    public static final String RUN_STARTED = "onair:run-started";

    private AwsTags() {}

    /** Those of something that serves the whole installation. */
    public static Map<String, String> shared(AwsSettings settings) {
        return Map.of(ENV, settings.env());
    }

    /** Those of something that belongs to a channel. */
    public static Map<String, String> ofChannel(AwsSettings settings, String channel) {
        return Map.of(ENV, settings.env(), CHANNEL, channel);
    }

    /** These, and the others over them. */
    public static Map<String, String> and(Map<String, String> tags, Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(tags);
        all.putAll(others);
        return all;
    }

    /** Whether somebody has tagged it as ours. */
    public static boolean isOurs(AwsSettings settings, Map<String, String> tags) {
        return settings.env().equals(tags.get(ENV));
    }
}
