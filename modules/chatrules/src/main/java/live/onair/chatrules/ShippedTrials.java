package live.onair.chatrules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import live.onair.chatrules.ShippedRules.ShippedExample;
import live.onair.chatrules.ShippedRules.ShippedRule;
import live.onair.chatrules.ShippedRules.ShippedTrial;
import live.onair.chatrules.ShippedRules.ShippedWish;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterHit;
import live.onair.kernel.Outcome;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatLine;

/** Says what a change of a shipped rule would have made of what was said. Works inside the caller's transaction. */
@Singleton
class ShippedTrials {

    private final ShippedBook book;
    private final Moderation moderation;

    @Inject
    ShippedTrials(ShippedBook book, Moderation moderation) {
        this.book = book;
        this.moderation = moderation;
    }

    Outcome<ShippedTrial> tryOut(String rule, ShippedWish wish) {
        return book.wished(rule, wish).map(this::tried);
    }

    private ShippedTrial tried(ShippedRule to) {
        List<ShippedRule> now = book.list();
        List<ShippedRule> then =
                now.stream().map(rule -> rule.id().equals(to.id()) ? to : rule).toList();
        Count count = new Count(
                to, new ChatFilter(ShippedBook.rules(now)), new ChatFilter(ShippedBook.rules(then)), new Tally());
        List<ChatLine> lines = moderation.lately(Trial.SHOWS, Trial.LINES);
        lines.forEach(count::add);
        int shows = (int) lines.stream().map(ChatLine::show).distinct().count();
        return count.tally().trial(shows, lines.size());
    }

    /** What was counted so far. */
    private static final class Tally {
        private int caught;
        private int unseen;
        private int more;
        private int fewer;
        private final List<ShippedExample> examples = new ArrayList<>();

        private void turned(ChatLine line, boolean named, String words) {
            int before = named ? more++ : fewer++;
            if (before < Trial.EXAMPLES) {
                examples.add(new ShippedExample(named, Trial.caught(line, words)));
            }
        }

        private ShippedTrial trial(int shows, int lines) {
            return new ShippedTrial(shows, lines, caught, more, fewer, unseen, examples);
        }
    }

    /** Compares both readings of each line, as far as they speak of the rule. */
    private record Count(ShippedRule to, ChatFilter now, ChatFilter then, Tally tally) {

        private void add(ChatLine line) {
            List<FilterHit> before = hits(now, line);
            List<FilterHit> after = hits(then, line);
            // what was starred out is found by no words: the line's own record knows the rule
            boolean starred = before.isEmpty() && line.rules().contains(to.id());
            boolean caught = starred || !before.isEmpty();
            tally.caught += caught ? 1 : 0;
            if (starred && to.enabled()) {
                tally.unseen += to.leftOut().isEmpty() ? 0 : 1;
            } else if (caught && after.isEmpty()) {
                tally.turned(line, false, before.isEmpty() ? "" : before.get(0).words());
            } else if (!caught && !after.isEmpty()) {
                tally.turned(line, true, after.get(0).words());
            }
        }

        /** Innocent words speak of all rules. */
        private List<FilterHit> hits(ChatFilter filter, ChatLine line) {
            return filter.check(line.text()).hits().stream()
                    .filter(hit -> to.shippedAction() == FilterAction.ALLOW
                            || hit.rule().equals(to.id()))
                    .toList();
        }
    }
}
