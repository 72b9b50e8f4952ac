package live.onair.chatrules;

import java.util.Optional;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to rules. The subject is the rule. */
public sealed interface ChatRuleEvent extends DomainEvent {

    /** The rule. */
    String rule();

    /** The show it counts for; null for all. */
    @Nullable
    String show();

    @Override
    default String subject() {
        return rule();
    }

    @Override
    default Optional<String> aboutShow() {
        return Optional.ofNullable(show());
    }

    /** A rule was written. */
    record Added(String rule, @Nullable String show, String action, String words) implements ChatRuleEvent {}

    /** It is another one now. */
    record Changed(String rule, @Nullable String show, String from, String to) implements ChatRuleEvent {}

    /** It counts. */
    record Enabled(String rule, @Nullable String show) implements ChatRuleEvent {}

    /** It counts no more. */
    record Disabled(String rule, @Nullable String show) implements ChatRuleEvent {}

    /** One that comes with the program counts otherwise. */
    record ShippedChanged(String rule, String from, String to) implements ChatRuleEvent {
        @Override
        public @Nullable String show() {
            return null;
        }
    }

    /** It was taken away. */
    record Removed(String rule, @Nullable String show, String words) implements ChatRuleEvent {}
}
