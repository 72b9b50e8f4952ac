package live.onair.cloudaws;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What a call touches, read from its request and its answer: the names by which AWS knows it, and the channel and the show
 * that its tags or names say. No value of a field that is not a name is looked at: keys and secrets stay where they are.
 */
final class AwsTouch {

    /** What AWS names things by, in requests and answers alike. */
    private static final Pattern NAMING =
            Pattern.compile("(?i)(arn|id|name|key|bucket|.+(arn|arns|id|ids|name|names))");
    /** These name something else than what is touched, or nothing. */
    private static final Pattern BESIDE =
            Pattern.compile("(?i).*(role|token|client|request|owner|version|pipeline|topic|metric).*");

    private static final Pattern CHANNEL = Pattern.compile("\\b(CH|MON)-[0-9A-Z]+");
    private static final Pattern SHOW = Pattern.compile("\\bSH-[0-9]+");

    private static final int LONG_ENOUGH = 6;
    private static final int MOST = 40;
    /** How deep names lie: an answer has the thing inside. */
    private static final int DEEP = 2;

    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> resource = new ArrayList<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final AwsSettings settings;

    private AwsTouch(AwsSettings settings) {
        this.settings = settings;
    }

    /** Of a call, before it is answered or after. */
    static AwsTouch of(AwsSettings settings, SdkPojo request, @Nullable SdkPojo answer) {
        AwsTouch touch = new AwsTouch(settings);
        touch.read(request, DEEP);
        touch.resource.addAll(touch.names);
        if (answer != null) {
            touch.read(answer, DEEP);
        }
        return touch;
    }

    /** Everything that it is named by, but for the installation's own name: many things share it. */
    Set<String> names() {
        return names.stream()
                .filter(name -> name.length() >= LONG_ENOUGH && !name.equals(settings.name()))
                .limit(MOST)
                .collect(Collectors.toSet());
    }

    /** As a person reads it: what the request names. */
    String resource() {
        String all = String.join(" / ", resource);
        return all.length() <= 300 ? all : all.substring(0, 300);
    }

    /** Id of the channel or monitor, if a tag or a name of ours says it. */
    @Nullable
    String channel() {
        String tagged = tags.get(AwsTags.CHANNEL);
        return tagged != null ? tagged : said(CHANNEL);
    }

    /** Id of the show, if a tag or a name of ours says it. */
    @Nullable
    String show() {
        String tagged = tags.getOrDefault(AwsTags.SHOW, tags.get(AwsTags.RUN));
        Matcher run = tagged == null ? null : SHOW.matcher(tagged);
        return run != null && run.find() ? run.group() : said(SHOW);
    }

    private @Nullable String said(Pattern wanted) {
        return names.stream()
                .filter(name -> name.startsWith(settings.name()) || name.startsWith("onair/" + settings.env() + "/"))
                .map(wanted::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse(null);
    }

    private void read(SdkPojo pojo, int deep) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Optional<Object> value = Optional.ofNullable(field.getValueOrDefault(pojo));
            value.ifPresent(it -> read(field.memberName(), it, deep));
        }
    }

    private void read(String field, Object value, int deep) {
        if (value instanceof Map<?, ?> map && field.equalsIgnoreCase("tags")) {
            map.forEach((key, word) -> tags.put(String.valueOf(key), String.valueOf(word)));
        } else if (value instanceof SdkPojo inner && deep > 0) {
            read(inner, deep - 1);
        } else if (isNaming(field)) {
            if (value instanceof String word) {
                names.add(word);
            } else if (value instanceof List<?> words) {
                words.stream()
                        .filter(String.class::isInstance)
                        .map(Objects::toString)
                        .forEach(names::add);
            }
        }
    }

    private static boolean isNaming(String field) {
        return NAMING.matcher(field).matches() && !BESIDE.matcher(field).matches();
    }
}
