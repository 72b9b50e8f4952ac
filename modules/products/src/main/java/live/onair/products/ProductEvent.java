package live.onair.products;

import java.util.Map;
import live.onair.kernel.DomainEvent;

/** What happens to products and sellers, told inside the transaction in which it happens. The subject is its id. */
public sealed interface ProductEvent extends DomainEvent {

    /** There is a new product. */
    record Added(String subject, String name, String sku, String seller) implements ProductEvent {}

    /** Fields were changed; each says {@code from -> to}. */
    record Changed(String subject, String name, Map<String, String> fields) implements ProductEvent {
        /** Whether what is left of it, or of one of its options, is another number. */
        public boolean movesStock() {
            return fields.containsKey("stock") || fields.containsKey("options");
        }
    }

    /** It was put away. */
    record Archived(String subject, String name) implements ProductEvent {}

    /** It was taken out again. */
    record Restored(String subject, String name) implements ProductEvent {}

    /** Few are left, by what was sold. */
    record RanLow(String subject, String name, int left) implements ProductEvent {}

    /** Nothing is left, by what was sold. */
    record SoldOut(String subject, String name) implements ProductEvent {}

    /** Something is left again that was held and not bought. */
    record CameBack(String subject, String name, int left) implements ProductEvent {}

    /** One of its forms has run low, sold out or come back. */
    record OptionMoved(String subject, String name, String option, int left) implements ProductEvent {}

    /** It is exclusive from now on for so many hours around each show, or no longer; empty for not. */
    record ExclusivitySet(String subject, String name, String before, String after) implements ProductEvent {}

    /** There is a new seller. */
    record SellerAdded(String subject, String name) implements ProductEvent {}

    /** Fields of a seller were changed; each says {@code from -> to}. */
    record SellerChanged(String subject, String name, Map<String, String> fields) implements ProductEvent {}

    /** A seller was put away. */
    record SellerArchived(String subject, String name) implements ProductEvent {}

    /** A seller was taken out again. */
    record SellerRestored(String subject, String name) implements ProductEvent {}

    /** A document that proves something was kept; the digest is that of its content. */
    record EvidenceAdded(String subject, String evidence, String title, String digest) implements ProductEvent {}

    /** Such a document was taken away. */
    record EvidenceRemoved(String subject, String evidence, String title, String digest) implements ProductEvent {}

    /** A catalogue came in as a file. */
    record Imported(String subject, String name, int added, int changed) implements ProductEvent {}

    /** An import was taken back. */
    record ImportUndone(String subject, String name) implements ProductEvent {}
}
