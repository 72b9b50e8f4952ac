package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules that hold for every service and stand in AWS's documentation, not in the models. */
public final class AwsRules {

    // AWS General Reference, "Tag naming limits and requirements"
    private static final int MOST_TAGS = 50;
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

    private AwsRules() {}

    public static List<String> problems(JsonNode input) {
        JsonNode tags = input.has("Tags") ? input.get("Tags") : input.path("tags");
        return tags.isObject() ? tagProblems(tags) : List.of();
    }

    public static void tags(JsonNode tags, String error) {
        List<String> problems = tagProblems(tags);
        if (!problems.isEmpty()) {
            throw new Refused(error, 400, String.join("; ", problems));
        }
    }

    private static List<String> tagProblems(JsonNode tags) {
        List<String> problems = new ArrayList<>();
        if (tags.size() > MOST_TAGS) {
            problems.add("Tags: at most " + MOST_TAGS + " tags per resource, not " + tags.size());
        }
        for (Map.Entry<String, JsonNode> tag : Json.fields(tags)) {
            if (!KEY.matcher(tag.getKey()).matches() || tag.getKey().startsWith("aws:")) {
                problems.add("Tags: not allowed as a key: " + tag.getKey());
            }
            if (!VALUE.matcher(tag.getValue().asText()).matches()) {
                problems.add("Tags." + tag.getKey() + ": not allowed as a value: "
                        + tag.getValue().asText());
            }
        }
        return problems;
    }
}
