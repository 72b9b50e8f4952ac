package live.onair.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of one version.
 *
 * @param version names it
 * @param date the day it was written, {@code yyyy-MM-dd}
 * @param innocents words that hold a bad one and mean no harm, in the writing of the rules' words
 */
public record FilterRules(String version, String date, List<FilterRule> rules, List<String> innocents) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps its lists unchangeable. */
    public FilterRules {
        rules = List.copyOf(rules);
        innocents = List.copyOf(innocents);
        innocents.forEach(WordPattern::of);
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(rule.id() + ": stands twice");
            }
        });
    }

    /** The ones that come with Onair: read once, when they are first asked for. */
    public static FilterRules shipped() {
        return Shipped.RULES;
    }

    private static final class Shipped {
        private static final FilterRules RULES = readShipped();
    }

    private static FilterRules readShipped() {
        try (InputStream in = FilterRules.class.getResourceAsStream("rules.json")) {
            if (in == null) {
                throw new IllegalStateException("rules.json is missing");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a pack.
     *
     * @throws IllegalArgumentException that names the rule and what is wrong with it
     */
    public static FilterRules of(String json) {
        return of(json, "");
    }

    /** The shows for which a pack has rules of their own. */
    public static Set<String> showsOf(String json) {
        Set<String> shows = new HashSet<>();
        tree(json).path("shows").fieldNames().forEachRemaining(shows::add);
        return shows;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a pack with what it has for one show.
     *
     * @throws IllegalArgumentException that names the rule and what is wrong with it
     */
    public static FilterRules of(String json, String show) {
        JsonNode pack = tree(json);
        List<FilterRule> rules = new ArrayList<>();
        for (JsonNode rule : pack.path("rules")) {
            rules.add(rule(rule));
        }
        for (JsonNode rule : pack.path("shows").path(show)) {
            rules.add(rule(rule));
        }
        return new FilterRules(
                text(pack, "version", "pack"), text(pack, "date", "pack"), rules, texts(pack.path("innocents")));
    }

    private static FilterRule rule(JsonNode rule) {
        String id = text(rule, "id", "?");
        try {
            return new FilterRule(
                    id,
                    FilterAction.valueOf(text(rule, "action", id)),
                    texts(rule.path("words")),
                    texts(rule.path("expressions")),
                    rule.path("note").asText(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static String text(JsonNode node, String name, String where) {
        String text = node.path(name).asText("").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(where + ": " + name + " is missing");
        }
        return text;
    }
}
