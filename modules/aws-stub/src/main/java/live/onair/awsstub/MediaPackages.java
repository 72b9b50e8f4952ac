package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** MediaPackage v2's channel groups, policies and tags, and what all three kinds of things share. */
final class MediaPackages extends Script {

    final Resources groups = new Resources();
    final Resources channels = new Resources();
    final Resources endpoints = new Resources();
    private final Quotas quotas;
    private final Map<String, ObjectNode> policies = new HashMap<>();
    /** Client token and operation, to what was asked and which thing it made. */
    private final Map<String, Map.Entry<ObjectNode, Resource>> tokens = new HashMap<>();

    MediaPackages(Ground ground, Quotas quotas) {
        super(ground);
        this.quotas = quotas;
        act("CreateChannelGroup", this::create);
        act("GetChannelGroup", input -> group(input).view());
        act("ListChannelGroups", input -> list(groups, "", input, "Tags", "ETag", "EgressDomain"));
        act("UpdateChannelGroup", input -> update(group(input), input, "Description"));
        act("DeleteChannelGroup", this::delete);
        policy("Channel", channels);
        policy("OriginEndpoint", endpoints);
        TagActs tags = new TagActs(
                "ResourceArn",
                "Tags",
                "TagKeys",
                this::taggable,
                new Refused("ValidationException", 400, "Resource not found"));
        act("TagResource", tags::put);
        act("UntagResource", tags::remove);
        act("ListTagsForResource", tags::list);
    }

    static List<Script> all(Ground ground, Quotas quotas) {
        MediaPackages groups = new MediaPackages(ground, quotas);
        return List.of(groups, new MediaPackageChannels(groups), new MediaPackageEndpoints(groups));
    }

    @Override
    List<Resources> keeps() {
        return List.of(groups, channels, endpoints);
    }

    private Optional<Resource> taggable(String arn) {
        return List.of(groups, channels, endpoints).stream()
                .flatMap(all -> all.byArn(arn).stream())
                .findFirst();
    }

    /** The key of a thing: names of the group, the channel and the endpoint, as far as they are given. */
    static String key(JsonNode input) {
        String key = input.path("ChannelGroupName").asText();
        for (String part : List.of("ChannelName", "OriginEndpointName")) {
            key += input.has(part) ? "/" + input.path(part).asText() : "";
        }
        return key;
    }

    static Refused missing(String kind) {
        return new Refused(
                "ResourceNotFoundException",
                404,
                "The specified resource does not exist",
                Map.of("ResourceTypeNotFound", kind));
    }

    static Refused conflict(String kind, String sentence) {
        return new Refused("ConflictException", 409, sentence, Map.of("ConflictExceptionType", kind));
    }

    Resource group(ObjectNode input) {
        return groups.alive(input.path("ChannelGroupName").asText()).orElseThrow(() -> missing("CHANNEL_GROUP"));
    }

    /**
     * Makes a thing once: the same client token with the same words gives the same thing again, other words are a
     * conflict, and so is a name that is taken (MediaPackage v2 API, ConflictExceptionType).
     */
    ObjectNode once(Resources among, ObjectNode input, String operation, Supplier<ObjectNode> tree) {
        String token = operation + input.path("ClientToken").asText();
        Map.Entry<ObjectNode, Resource> before = input.has("ClientToken") ? tokens.get(token) : null;
        if (before != null) {
            if (!before.getKey().equals(input)) {
                throw conflict("IDEMPOTENT_PARAMETER_MISMATCH", "The client token was used with other parameters");
            }
            return before.getValue().view();
        }
        if (among.alive(key(input)).isPresent()) {
            throw conflict("RESOURCE_ALREADY_EXISTS", key(input) + " already exists");
        }
        within(among, key(input));
        ObjectNode made = tree.get();
        copy(input, made, "ChannelGroupName", "ChannelName", "OriginEndpointName", "Description", "Tags");
        made.put("CreatedAt", ground.time.seconds());
        touched(made);
        Resource resource = among.add(new Resource(ground, key(input), "none", made));
        tokens.put(token, Map.entry(input.deepCopy(), resource));
        return resource.view();
    }

    private void within(Resources among, String key) {
        String above = key.contains("/") ? key.substring(0, key.lastIndexOf('/') + 1) : "";
        long used = among.alive().stream()
                .filter(other -> other.id.startsWith(above))
                .count();
        String code = among == channels ? Quotas.PACKAGE_CHANNELS : Quotas.PACKAGE_ENDPOINTS;
        quotas.mediaPackage(among == groups ? Quotas.PACKAGE_GROUPS : code, used);
    }

    private void touched(ObjectNode tree) {
        tree.put("ModifiedAt", ground.time.seconds());
        tree.put("ETag", ground.letters(16));
    }

    ObjectNode update(Resource resource, ObjectNode input, String... members) {
        if (input.has("ETag") && !input.get("ETag").equals(resource.tree.get("ETag"))) {
            throw conflict("CONFLICTING_OPERATION", "The resource has been changed by somebody else meanwhile");
        }
        copy(input, resource.tree, members);
        touched(resource.tree);
        return resource.view();
    }

    ObjectNode list(Resources of, String below, ObjectNode input, String... without) {
        List<ObjectNode> views = of.alive().stream()
                .filter(resource -> below.isEmpty() || resource.id.startsWith(below + "/"))
                .map(resource -> resource.view().remove(List.of(without)))
                .toList();
        return new Page("Items", "MaxResults", "NextToken").of(views, input, ground);
    }

    boolean holds(Resources of, String key) {
        return of.alive().stream().anyMatch(resource -> resource.id.startsWith(key + "/"));
    }

    private ObjectNode create(ObjectNode input) {
        String name = input.path("ChannelGroupName").asText();
        return once(
                groups,
                input,
                "CreateChannelGroup",
                () -> Json.object(Map.of(
                        "Arn",
                        Ground.arn("mediapackagev2", "channelGroup/" + name),
                        "EgressDomain",
                        ground.host(6) + ".egress." + ground.host(6) + ".mediapackagev2." + Ground.REGION
                                + ".amazonaws.com")));
    }

    // MediaPackage v2 API, DeleteChannelGroup: "You must delete any channels in the channel group before"; deleting
    // what is
    // not there succeeds: the operation has no ResourceNotFoundException
    private ObjectNode delete(ObjectNode input) {
        String name = input.path("ChannelGroupName").asText();
        if (holds(channels, name)) {
            throw conflict("RESOURCE_IN_USE", "The channel group still has channels");
        }
        groups.remove(name);
        return Json.object();
    }

    private void policy(String kind, Resources among) {
        String upper = kind.equals("Channel") ? "CHANNEL" : "ORIGIN_ENDPOINT";
        act("Put" + kind + "Policy", input -> {
            if (among.alive(key(input)).isEmpty()) {
                throw missing(upper);
            }
            readable(input.path("Policy").asText());
            policies.put(key(input), input.deepCopy());
            return Json.object();
        });
        act("Get" + kind + "Policy", input -> {
            ObjectNode policy = policies.get(key(input));
            if (policy == null) {
                throw missing(upper + "_POLICY");
            }
            return policy.deepCopy();
        });
        act("Delete" + kind + "Policy", input -> {
            policies.remove(key(input));
            return Json.object();
        });
    }

    // ValidationExceptionType INVALID_POLICY
    private static void readable(String policy) {
        try {
            if (Json.MAPPER.readTree(policy).path("Statement").isMissingNode()) {
                throw new Refused(
                        "ValidationException",
                        400,
                        "Policy: no Statement",
                        Map.of("ValidationExceptionType", "INVALID_POLICY"));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new Refused(
                    "ValidationException",
                    400,
                    "Policy: not JSON",
                    Map.of("ValidationExceptionType", "INVALID_POLICY"));
        }
    }

    void forgetPolicy(String key) {
        policies.remove(key);
    }
}
