package live.onair.chatrules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import live.onair.chatrules.ChatRules.ChatRule;
import live.onair.filter.FilterRule;
import live.onair.filter.FilterRules;
import org.jspecify.annotations.Nullable;

/** The rules that come with the program, and the enabled ones that are written here. Works inside the caller's transaction. */
@Singleton
class RulePacks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RuleBook book;
    private final ShippedBook shippedBook;
    private final Editions editions;

    @Inject
    RulePacks(RuleBook book, ShippedBook shippedBook, Editions editions) {
        this.book = book;
        this.shippedBook = shippedBook;
        this.editions = editions;
    }

    /** An edition as it is told. */
    record Told(int number, String pack) {}

    /** By which lines of a show are judged; of no show for null. */
    FilterRules of(@Nullable String show) {
        FilterRules shipped = shippedBook.rules();
        List<FilterRule> rules = new ArrayList<>(shipped.rules());
        enabled()
                .filter(rule -> rule.show() == null || rule.show().equals(show))
                .forEach(rule -> rules.add(as(rule)));
        return new FilterRules(shipped.version(), shipped.date(), rules, shipped.innocents());
    }

    /** What is caught wrongly by no rule. */
    List<String> innocents() {
        return shippedBook.rules().innocents();
    }

    private Stream<ChatRule> enabled() {
        return book.list().stream().filter(rule -> rule.enabled() && rule.sound());
    }

    private static FilterRule as(ChatRule rule) {
        return new FilterRule(rule.id(), rule.action(), rule.words(), rule.expressions(), rule.note());
    }

    /** What is told, in the writing of {@link FilterRules}. */
    Told told() {
        int number = editions.now().number();
        FilterRules shipped = shippedBook.rules();
        ObjectNode pack = JSON.createObjectNode()
                .put("version", shipped.version() + "+" + number)
                .put("date", shipped.date());
        ArrayNode all = pack.putArray("rules");
        shipped.rules().forEach(rule -> all.add(written(rule)));
        shipped.innocents().forEach(pack.withArray("innocents")::add);
        ObjectNode shows = pack.putObject("shows");
        enabled().forEach(rule -> (rule.show() == null ? all : shows.withArray(rule.show())).add(written(as(rule))));
        try {
            return new Told(number, JSON.writeValueAsString(pack));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode written(FilterRule rule) {
        ObjectNode one = JSON.createObjectNode()
                .put("id", rule.id())
                .put("action", rule.action().name());
        rule.words().forEach(one.withArray("words")::add);
        rule.expressions().forEach(one.withArray("expressions")::add);
        return one.put("note", rule.note());
    }
}
