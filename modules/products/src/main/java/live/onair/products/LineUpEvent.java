package live.onair.products;

import java.util.List;
import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to line-ups, told inside the transaction in which it happens. */
public sealed interface LineUpEvent extends DomainEvent {

    /** A show has other products, another order or other prices; each line is a product's name and price. */
    record Arranged(String show, List<String> before, List<String> after) implements LineUpEvent {
        @Override
        public String subject() {
            return show;
        }

        @Override
        public Optional<String> aboutShow() {
            return Optional.of(show);
        }
    }

    /** A product costs something else in a show that runs. */
    record Repriced(String show, String product, String name, String before, String after) implements LineUpEvent {
        @Override
        public String subject() {
            return product;
        }

        @Override
        public Optional<String> aboutShow() {
            return Optional.of(show);
        }
    }

    /** A show plans to sell so many of a product; empty for no plan. */
    record Allotted(String show, String product, String name, String before, String after) implements LineUpEvent {
        @Override
        public String subject() {
            return show;
        }

        @Override
        public Optional<String> aboutShow() {
            return Optional.of(show);
        }
    }

    /** A line-up was kept under a name. */
    record SetSaved(String subject, String name, int products) implements LineUpEvent {}

    /** A set was forgotten. */
    record SetDropped(String subject, String name) implements LineUpEvent {}
}
