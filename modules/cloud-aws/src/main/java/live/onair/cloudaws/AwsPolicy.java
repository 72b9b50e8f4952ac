package live.onair.cloudaws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The least that an adapter must be allowed, as an IAM policy: made from the operations that it can call, so that it
 * cannot lag behind them. Capital words stand for what the owner of an account fills in: REGION, ACCOUNT, ENV ({@code
 * onair.aws.env}), BUCKET ({@code onair.aws.bucket}) and ACCESS ({@code onair.aws.access}).
 */
public final class AwsPolicy {

    private AwsPolicy() {}

    /** The policy, as text in one fixed form. */
    public static String of(List<AwsOperation<?, ?, ?>> operations) {
        Map<AwsScopes.Scope, TreeSet<String>> statements = new TreeMap<>(
                Comparator.comparing(scope -> scope.resources() + scope.when().name()));
        for (AwsOperation<?, ?, ?> operation : operations) {
            for (String action : operation.permissions()) {
                AwsScopes.of(action)
                        .forEach(scope -> statements
                                .computeIfAbsent(scope, key -> new TreeSet<>())
                                .add(action));
            }
        }
        List<String> lines = new ArrayList<>();
        statements.forEach((scope, actions) -> lines.add(statement(scope, new ArrayList<>(actions))));
        lines.sort(Comparator.naturalOrder());
        return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n" + String.join(",\n", lines) + "\n  ]\n}\n";
    }

    private static String statement(AwsScopes.Scope scope, List<String> actions) {
        String condition = scope.when().condition();
        return "    {\n      \"Effect\": \"Allow\",\n      \"Action\": " + list(actions)
                + ",\n      \"Resource\": " + list(scope.resources())
                + (condition.isEmpty() ? "" : ",\n      \"Condition\": {" + condition.strip() + "}") + "\n    }";
    }

    private static String list(List<String> words) {
        return words.stream()
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(",\n        ", "[\n        ", "\n      ]"));
    }
}
