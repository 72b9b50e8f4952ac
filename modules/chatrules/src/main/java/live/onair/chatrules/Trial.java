package live.onair.chatrules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.chatrules.ChatRules.CaughtLine;
import live.onair.chatrules.ChatRules.LineVerdict;
import live.onair.chatrules.ChatRules.RuleHit;
import live.onair.chatrules.ChatRules.RuleTrial;
import live.onair.chatrules.ChatRules.RuleWish;
import live.onair.chatrules.RuleCheck.Checked;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterHit;
import live.onair.filter.FilterRule;
import live.onair.filter.FilterRules;
import live.onair.filter.FilterVerdict;
import live.onair.kernel.Outcome;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import org.jspecify.annotations.Nullable;

/** Says what the filter makes of a line, and what a rule would have made of what was said. Works inside the caller's transaction. */
@Singleton
class Trial {

    private static final int MOST_FILTERS = 8;

    static final int SHOWS = 30;
    /** So many lines are looked through: more than that nobody waits for. */
    static final int LINES = 50_000;

    private static final int LONGEST = 300;
    /** So many of the stopped, and so many of the doubtful ones. */
    static final int EXAMPLES = 15;

    private final RulePacks packs;
    private final Moderation moderation;

    private final Map<String, ChatFilter> filters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ChatFilter> eldest) {
            return size() > MOST_FILTERS;
        }
    };

    @Inject
    Trial(RulePacks packs, Moderation moderation) {
        this.packs = packs;
        this.moderation = moderation;
    }

    Outcome<LineVerdict> test(@Nullable String show, @Nullable String line) {
        if (line == null || line.isBlank() || line.length() > LONGEST) {
            return Outcome.refused(ChatRuleRefusal.LINE.with("field", "line"));
        }
        FilterRules rules = packs.of(show);
        Map<String, FilterRule> byId =
                rules.rules().stream().collect(Collectors.toMap(FilterRule::id, rule -> rule, (a, b) -> a));
        FilterVerdict verdict = ready(show == null ? "" : show, rules).check(line);
        return Outcome.done(new LineVerdict(
                verdict.action(),
                verdict.text(),
                verdict.hits().stream()
                        .map(hit -> hit(hit, byId.get(hit.rule())))
                        .toList()));
    }

    /** Making rules ready takes longer than a hundred lines: those of a show are kept until they are others. */
    private synchronized ChatFilter ready(String show, FilterRules rules) {
        ChatFilter known = filters.get(show);
        if (known == null || !known.rules().equals(rules)) {
            known = new ChatFilter(rules);
            filters.put(show, known);
        }
        return known;
    }

    private static RuleHit hit(FilterHit hit, @Nullable FilterRule rule) {
        return new RuleHit(
                hit.rule(),
                hit.action(),
                hit.words(),
                hit.reading().name(),
                ReadAs.steps(hit, rule),
                rule == null ? "" : rule.note());
    }

    Outcome<RuleTrial> tryOut(RuleWish wish) {
        return RuleCheck.of(wish).map(this::tried);
    }

    private RuleTrial tried(Checked rule) {
        FilterRules one = new FilterRules("trial", "2000-01-01", List.of(rule.as("trial")), packs.innocents());
        ChatFilter filter = new ChatFilter(one);
        List<ChatLine> lines = moderation.lately(SHOWS, LINES);
        List<CaughtLine> stopped = new ArrayList<>();
        List<CaughtLine> doubtful = new ArrayList<>();
        for (ChatLine line : lines) {
            if (rule.show() != null && !rule.show().equals(line.show())) {
                continue;
            }
            filter.check(line.text()).hits().stream()
                    .filter(hit -> hit.rule().equals("trial"))
                    .findFirst()
                    .ifPresent(hit -> (isStopped(line) ? stopped : doubtful).add(caught(line, hit.words())));
        }
        List<CaughtLine> examples = new ArrayList<>(first(doubtful));
        examples.addAll(first(stopped));
        int shows = (int) lines.stream().map(ChatLine::show).distinct().count();
        return new RuleTrial(
                shows, lines.size(), stopped.size() + doubtful.size(), stopped.size(), doubtful.size(), examples);
    }

    private static List<CaughtLine> first(List<CaughtLine> all) {
        return all.subList(0, Math.min(EXAMPLES, all.size()));
    }

    /** Whether somebody, or the filter, found it wrong then. */
    private static boolean isStopped(ChatLine line) {
        return line.state() != LineState.SHOWN || line.banned();
    }

    static CaughtLine caught(ChatLine line, String words) {
        return new CaughtLine(line.show(), line.name(), line.text(), line.state(), words);
    }
}
