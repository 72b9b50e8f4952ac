package live.onair.cloudaws.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsTags;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.spi.Resource;
import org.jspecify.annotations.Nullable;

/** Lists what the account holds of ours, service by service and page by page. */
final class AccountReading {

    /** Entries of a page. */
    static final int PAGE = 100;

    private final AwsCalls calls;
    /** How names of ours begin. */
    private final String prefix;

    AccountReading(AwsCalls calls) {
        this.calls = calls;
        this.prefix = calls.settings().name();
    }

    List<Resource> all() {
        List<Resource> found = new ArrayList<>();
        found.addAll(new MediaLiveReading(calls, this).all());
        found.addAll(new MediaPackageReading(calls, this).all());
        found.addAll(new StreamReading(calls, this).all());
        found.addAll(new AlarmReading(calls).all());
        return found;
    }

    String prefix() {
        return prefix;
    }

    boolean isMeant(@Nullable String name, Map<String, String> tags) {
        boolean named = name != null && (name.equals(prefix) || name.startsWith(prefix + "-"));
        return named || isOurs(tags);
    }

    boolean isOurs(Map<String, String> tags) {
        return AwsTags.isOurs(calls.settings(), tags);
    }

    /** The tag says it; without one the name does. */
    @Nullable
    String channel(String name, Map<String, String> tags) {
        String tagged = tags.get(AwsTags.CHANNEL);
        return tagged != null || !name.startsWith(prefix + "-") ? tagged : name.substring(prefix.length() + 1);
    }

    /**
     * What a reader knows of a thing before it is one of ours.
     *
     * @param names its ARN, its handle and its name
     */
    record Found(String service, String kind, Names names, String state, boolean running, Billing billing) {}

    /** By what a thing is known. */
    record Names(String arn, String handle, String name) {}

    /** The thing with whose it is. */
    Resource resource(Found it, Map<String, String> tags, @Nullable String channel, @Nullable String use) {
        return resource(it, tags, isOurs(tags), channel, use);
    }

    static Resource resource(
            Found it, Map<String, String> tags, boolean ours, @Nullable String channel, @Nullable String use) {
        return new Resource(
                it.names().arn(),
                it.service(),
                it.kind(),
                it.names().handle(),
                it.names().name(),
                it.state(),
                it.running(),
                it.billing(),
                ours,
                channel,
                use,
                tags);
    }
}
