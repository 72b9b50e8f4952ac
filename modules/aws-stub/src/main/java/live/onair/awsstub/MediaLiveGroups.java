package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import live.onair.awsstub.wire.Json;

/** MediaLive's input security groups, and everybody's tags. */
final class MediaLiveGroups extends Script {

    private static final Pattern CIDR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}");

    private final MediaLiveShelf shelf;

    MediaLiveGroups(Ground ground, MediaLiveShelf shelf) {
        super(ground);
        this.shelf = shelf;
        act("CreateInputSecurityGroup", this::create);
        act("DescribeInputSecurityGroup", input -> shelf.groupView(find(input)));
        act("ListInputSecurityGroups", this::list);
        act("UpdateInputSecurityGroup", this::update);
        act("DeleteInputSecurityGroup", this::delete);
        TagActs tags = new TagActs(
                "ResourceArn", "Tags", "TagKeys", this::taggable, MediaLiveShelf.refused(404, "Resource not found"));
        act("CreateTags", tags::put);
        act("DeleteTags", tags::remove);
        act("ListTagsForResource", tags::list);
    }

    private java.util.Optional<Resource> taggable(String arn) {
        return List.of(shelf.groups, shelf.inputs, shelf.channels).stream()
                .flatMap(all -> all.byArn(arn).stream())
                .findFirst();
    }

    private Resource find(ObjectNode input) {
        String id = input.path("InputSecurityGroupId").asText();
        return shelf.groups
                .find(id)
                .orElseThrow(() -> MediaLiveShelf.refused(404, "InputSecurityGroup " + id + " not found"));
    }

    private ObjectNode create(ObjectNode input) {
        shelf.quotas.mediaLive(Quotas.SECURITY_GROUPS, shelf.groups.alive().size());
        String id = ground.number();
        ObjectNode group = Json.object(Map.of(
                "Arn",
                Ground.arn("medialive", "inputSecurityGroup:" + id),
                "Id",
                id,
                "State",
                "IDLE",
                "Channels",
                List.of(),
                "Tags",
                Map.of(),
                "WhitelistRules",
                List.of()));
        copy(input, group, "Tags");
        rules(input, group);
        Resource made = shelf.groups.add(new Resource(ground, id, "State", group));
        return Json.object(Map.of("SecurityGroup", shelf.groupView(made)));
    }

    // MediaLive user guide, "Creating an input security group": IPv4 CIDR blocks
    private static void rules(ObjectNode input, ObjectNode group) {
        for (JsonNode rule : input.path("WhitelistRules")) {
            if (!CIDR.matcher(rule.path("Cidr").asText()).matches()) {
                throw MediaLiveShelf.refused(
                        400,
                        "whitelistRules: invalid CIDR block: "
                                + rule.path("Cidr").asText());
            }
        }
        copy(input, group, "WhitelistRules");
    }

    private ObjectNode list(ObjectNode input) {
        return new Page("InputSecurityGroups", "MaxResults", "NextToken")
                .of(shelf.groups.alive().stream().map(shelf::groupView).toList(), input, ground);
    }

    private ObjectNode update(ObjectNode input) {
        Resource group = find(input);
        rules(input, group.tree);
        copy(input, group.tree, "Tags");
        return Json.object(Map.of("SecurityGroup", shelf.groupView(group)));
    }

    // said by the API itself to people who clean up in the wrong order: "still being used by inputs"
    private ObjectNode delete(ObjectNode input) {
        Resource group = find(input);
        if (shelf.groupView(group).path("State").asText().equals("IN_USE")) {
            throw MediaLiveShelf.refused(
                    400,
                    "The input security group is still being used by inputs: "
                            + Json.texts(shelf.groupView(group).path("Inputs")));
        }
        group.becomes("DELETED");
        return Json.object();
    }
}
