package live.onair.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of one version.
 *
 * @param version names it; newer ones sort behind
 * @param date the day it was written, {@code yyyy-MM-dd}
 * @param reviewed whether counsel confirmed it
 * @param sources texts of law and guidance it rests on
 */
public record RulePack(String version, String date, boolean reviewed, List<String> sources, List<Rule> rules) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps its lists unchangeable. */
    public RulePack {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
    }

    /** One rule: what it finds, unless, and what it says then. */
    record Rule(
            String id,
            ClaimGroup group,
            ClaimLevel level,
            List<ClaimPattern> match,
            List<ClaimPattern> except,
            boolean negatable,
            String basis,
            Set<ClaimEvidence.Kind> allowedBy,
            String rewording) {}

    /**
     * A rule as people read it.
     *
     * @param allowedBy any of these allows what it finds; empty means nothing does
     */
    public record Summary(
            String id,
            ClaimGroup group,
            ClaimLevel level,
            String basis,
            Set<ClaimEvidence.Kind> allowedBy,
            String rewording) {}

    /** The rules, to be read. */
    public List<Summary> rows() {
        return rules.stream()
                .map(rule -> new Summary(
                        rule.id(),
                        rule.group(),
                        rule.level(),
                        rule.basis(),
                        Set.copyOf(rule.allowedBy()),
                        rule.rewording()))
                .toList();
    }

    /** The one that comes with Onair. */
    public static RulePack shipped() {
        try (InputStream in = RulePack.class.getResourceAsStream("rules.json")) {
            if (in == null) {
                throw new IllegalStateException("rules.json is missing");
            }
            return of(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a pack.
     *
     * @throws IllegalArgumentException that names the rule and what is wrong with it
     */
    public static RulePack of(String json) {
        try {
            JsonNode pack = JSON.readTree(json);
            List<Rule> rules = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (JsonNode rule : pack.path("rules")) {
                String id = text(rule, "id", "?");
                if (!ids.add(id)) {
                    throw new IllegalArgumentException(id + ": stands twice");
                }
                rules.add(rule(id, rule));
            }
            return new RulePack(
                    text(pack, "version", "pack"),
                    text(pack, "date", "pack"),
                    pack.path("reviewed").asBoolean(false),
                    texts(pack.path("sources")),
                    rules);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static Rule rule(String id, JsonNode rule) {
        try {
            Set<ClaimEvidence.Kind> allowedBy = EnumSet.noneOf(ClaimEvidence.Kind.class);
            texts(rule.path("allowedBy")).forEach(kind -> allowedBy.add(ClaimEvidence.Kind.valueOf(kind)));
            List<ClaimPattern> match = patterns(rule.path("match"));
            if (match.isEmpty()) {
                throw new IllegalArgumentException("no words to match");
            }
            return new Rule(
                    id,
                    ClaimGroup.valueOf(text(rule, "group", id)),
                    ClaimLevel.valueOf(text(rule, "level", id)),
                    match,
                    patterns(rule.path("except")),
                    rule.path("negatable").asBoolean(true),
                    text(rule, "basis", id),
                    allowedBy,
                    text(rule, "rewording", id));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
        }
    }

    private static List<ClaimPattern> patterns(JsonNode list) {
        return texts(list).stream().map(ClaimPattern::of).toList();
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
