package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/**
 * CloudFront's distributions, each with its configuration exactly as it was given, an ETag that is another after each change, and a status
 * that says for a while that the change is on its way; and their invalidations.
 */
final class CloudFronts extends Script {

    private static final String STATUS = "Status";
    private static final String CONFIG = "DistributionConfig";
    private static final String KEY_GROUP = "KeyGroupConfig";
    private static final String DEPLOYED = "Deployed";

    private final Resources distributions = new Resources();
    private final Resources invalidations = new Resources();
    private final Resources keyGroups = new Resources();

    CloudFronts(Ground ground) {
        super(ground);
        act("CreateDistribution", this::create);
        act("GetDistribution", input -> whole(found(input, "Id")));
        act("GetDistributionConfig", this::config);
        act("UpdateDistribution", this::update);
        act("CreateKeyGroup", this::group);
        act("GetKeyGroup", this::keyGroup);
        act("CreateInvalidation", this::invalidate);
        act("GetInvalidation", this::invalidation);
    }

    @Override
    List<Resources> keeps() {
        return List.of(distributions, invalidations, keyGroups);
    }

    private String id() {
        return "E" + ground.letters(13).toUpperCase(Locale.ROOT);
    }

    private Resource found(ObjectNode input, String member) {
        return distributions
                .alive(input.path(member).asText())
                .orElseThrow(
                        () -> new Refused("NoSuchDistribution", 404, "The specified distribution does not exist."));
    }

    private ObjectNode create(ObjectNode input) {
        String id = id();
        ObjectNode tree = Json.object()
                .put("Id", id)
                .put("ARN", "arn:aws:cloudfront::" + Ground.ACCOUNT + ":distribution/" + id)
                .put("LastModifiedTime", ground.time.seconds())
                .put("InProgressInvalidationBatches", 0)
                .put("DomainName", ground.host(14) + ".cloudfront.net");
        tree.set(CONFIG, input.get(CONFIG).deepCopy());
        Resource made = distributions.add(new Resource(ground, id, STATUS, tree));
        made.tree.put("ETag", id());
        return whole(made.goes("InProgress", DEPLOYED))
                .put("Location", "https://cloudfront.amazonaws.com/2020-05-31/distribution/" + id);
    }

    private static ObjectNode whole(Resource distribution) {
        ObjectNode view = distribution.view();
        String tag = view.remove("ETag").asText();
        ObjectNode answer = Json.object().put("ETag", tag);
        answer.set("Distribution", view);
        return answer;
    }

    private ObjectNode config(ObjectNode input) {
        ObjectNode view = found(input, "Id").view();
        ObjectNode answer = Json.object().put("ETag", view.path("ETag").asText());
        answer.set(CONFIG, view.get(CONFIG));
        return answer;
    }

    /** CloudFront API, UpdateDistribution: If-Match is needed, and 412 where it is not the present ETag. */
    private ObjectNode update(ObjectNode input) {
        Resource distribution = found(input, "Id");
        if (!input.has("IfMatch")) {
            throw new Refused(
                    "InvalidIfMatchVersion", 400, "The If-Match version is missing or not valid for the resource.");
        }
        if (!distribution
                .tree
                .path("ETag")
                .asText()
                .equals(input.path("IfMatch").asText())) {
            throw new Refused(
                    "PreconditionFailed", 412, "The request failed because it didn't meet the preconditions.");
        }
        distribution.tree.set(CONFIG, input.get(CONFIG).deepCopy());
        distribution.tree.put("ETag", id());
        return whole(distribution.goes("InProgress", DEPLOYED));
    }

    private ObjectNode group(ObjectNode input) {
        String id = ground.letters(36);
        ObjectNode tree = Json.object().put("Id", id).put("LastModifiedTime", ground.time.seconds());
        tree.set(KEY_GROUP, input.get(KEY_GROUP).deepCopy());
        return answer(keyGroups.add(new Resource(ground, id, STATUS, tree)).view())
                .put("Location", "https://cloudfront.amazonaws.com/2020-05-31/key-group/" + id);
    }

    private ObjectNode keyGroup(ObjectNode input) {
        return answer(keyGroups
                .alive(input.path("Id").asText())
                .orElseThrow(() -> new Refused("NoSuchResource", 404, "The specified key group does not exist."))
                .view());
    }

    private ObjectNode answer(ObjectNode view) {
        view.remove(STATUS);
        ObjectNode answer = Json.object().put("ETag", id());
        answer.set("KeyGroup", view);
        return answer;
    }

    private ObjectNode invalidate(ObjectNode input) {
        String id = "I" + ground.letters(13).toUpperCase(Locale.ROOT);
        found(input, "DistributionId");
        ObjectNode tree = Json.object().put("Id", id).put("CreateTime", ground.time.seconds());
        tree.set("InvalidationBatch", input.get("InvalidationBatch").deepCopy());
        Resource made =
                invalidations.add(new Resource(ground, id, STATUS, tree)).goes("InProgress", "Completed");
        ObjectNode answer = Json.object().put("Location", "https://cloudfront.amazonaws.com/invalidation/" + id);
        answer.set("Invalidation", made.view());
        return answer;
    }

    private ObjectNode invalidation(ObjectNode input) {
        found(input, "DistributionId");
        Resource asked = invalidations
                .alive(input.path("Id").asText())
                .orElseThrow(
                        () -> new Refused("NoSuchInvalidation", 404, "The specified invalidation does not exist."));
        ObjectNode answer = Json.object();
        answer.set("Invalidation", asked.view());
        return answer;
    }
}
