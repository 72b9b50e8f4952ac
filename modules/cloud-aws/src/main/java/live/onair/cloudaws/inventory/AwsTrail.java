package live.onair.cloudaws.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsTags;
import live.onair.inventory.spi.AccountTrail;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** CloudTrail's history of the account: the management events of the last 90 days in this region, without those that only read. */
@Singleton
class AwsTrail implements AccountTrail {

    /** The most that a page holds. */
    private static final int PAGE = 50;
    /** Shorter words name too much. */
    private static final int LONG_ENOUGH = 6;

    private static final int MOST_NAMES = 200;

    private static final LookupAttribute WRITES = LookupAttribute.builder()
            .attributeKey(LookupAttributeKey.READ_ONLY)
            .attributeValue("false")
            .build();

    private final AwsCalls calls;

    @Inject
    AwsTrail(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean isUsed() {
        return calls.settings().enabled();
    }

    @Override
    public void writes(Instant from, Instant to, Consumer<List<TrailEvent>> page) {
        AwsPages.all(token -> ask(from, to, token), LookupEventsResponse::nextToken)
                .forEach(answer ->
                        page.accept(answer.events().stream().map(this::read).toList()));
    }

    private LookupEventsResponse ask(Instant from, Instant to, @Nullable String token) {
        return calls.send(
                InventoryOperations.LOOKUP,
                LookupEventsRequest.builder()
                        .lookupAttributes(WRITES)
                        .startTime(from)
                        .endTime(to)
                        .maxResults(PAGE)
                        .nextToken(token)
                        .build());
    }

    private TrailEvent read(Event event) {
        try (var json = Json.createReader(new StringReader(event.cloudTrailEvent()))) {
            return read(event, json.readObject());
        } catch (JsonException | ClassCastException e) {
            throw new CloudException(CloudFault.INVALID, "cloudtrail LookupEvents: event " + event.eventId(), e);
        }
    }

    private TrailEvent read(Event event, JsonObject whole) {
        Set<String> names = new HashSet<>();
        event.resources().stream()
                .map(software.amazon.awssdk.services.cloudtrail.model.Resource::resourceName)
                .forEach(name -> add(names, name));
        for (String part : List.of("requestParameters", "responseElements", "resources")) {
            collect(names, whole.get(part));
        }
        return new TrailEvent(
                event.eventId(),
                service(event.eventSource()),
                event.eventName(),
                event.eventTime(),
                text(whole, "requestID"),
                text(whole, "errorCode"),
                new Who(principal(event, whole), text(whole, "sourceIPAddress")),
                names,
                mark(names, whole));
    }

    /** CloudWatch signs its events by the name it had first. */
    private static String service(String source) {
        String word = source.replaceFirst("\\.amazonaws\\.com$", "");
        return word.equals("monitoring") ? "cloudwatch" : word;
    }

    /** A person or a role by its ARN, a service by its name. */
    private static String principal(Event event, JsonObject whole) {
        JsonValue identity = whole.get("userIdentity");
        if (identity instanceof JsonObject who) {
            for (String field : List.of("arn", "invokedBy", "userName", "principalId", "type")) {
                String word = text(who, field);
                if (word != null) {
                    return word;
                }
            }
        }
        return event.username() == null ? "?" : event.username();
    }

    private static @Nullable String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonString word ? word.getString() : null;
    }

    private static void collect(Set<String> names, @Nullable JsonValue value) {
        if (value instanceof JsonString word) {
            add(names, word.getString());
        } else if (value instanceof JsonObject object) {
            object.values().forEach(inner -> collect(names, inner));
        } else if (value instanceof JsonArray list) {
            list.forEach(inner -> collect(names, inner));
        }
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && name.length() >= LONG_ENOUGH && name.length() <= 300 && names.size() < MOST_NAMES) {
            names.add(name);
        }
    }

    /** By a name of ours, or by the installation's tag in whatever form the service tells it. */
    private @Nullable String mark(Set<String> names, JsonObject whole) {
        String prefix = calls.settings().name();
        Optional<String> named = names.stream()
                .filter(name -> name.equals(prefix) || name.startsWith(prefix + "-") || name.startsWith(prefix + "/"))
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        if (named.isPresent()) {
            return named.get();
        }
        boolean tagged = isTagged(whole.get("requestParameters")) || isTagged(whole.get("responseElements"));
        return tagged ? called(names, whole) : null;
    }

    /** By its name, or its ARN: any other word could be a key. */
    private static String called(Set<String> names, JsonObject whole) {
        if (whole.get("requestParameters") instanceof JsonObject request) {
            String name = text(request, "name");
            String other = name == null ? text(request, "Name") : name;
            if (other != null) {
                return other;
            }
        }
        return names.stream()
                .filter(name -> name.startsWith("arn:"))
                .sorted()
                .findFirst()
                .orElse(AwsTags.ENV);
    }

    private boolean isTagged(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            String key = text(object, "key");
            String word = text(object, "value");
            return calls.settings().env().equals(text(object, AwsTags.ENV))
                    || (AwsTags.ENV.equals(key == null ? text(object, "Key") : key)
                            && calls.settings().env().equals(word == null ? text(object, "Value") : word))
                    || object.values().stream().anyMatch(this::isTagged);
        }
        return value instanceof JsonArray list && list.stream().anyMatch(this::isTagged);
    }
}
