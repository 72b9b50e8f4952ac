package live.onair.shops;

import live.onair.kernel.DomainEvent;

/** What happens between a shop and the catalogue, told inside the transaction in which it happens. The subject is the pull. */
public sealed interface ShopEvent extends DomainEvent {

    /** A person has asked for what the shop has. */
    record Asked(String subject, String shop, ShopRows.PullKind how) implements ShopEvent {}

    /** What the shop has was taken over. */
    record Pulled(String subject, String shop, int added, int changed, int same, int refused, int held)
            implements ShopEvent {}

    /** What the shop has was compared, and nothing changed. */
    record Compared(String subject, String shop, int added, int changed, int same, int refused) implements ShopEvent {}

    /** Nothing was taken, for this reason. */
    record Failed(String subject, String shop, String why) implements ShopEvent {}

    /** A person has stopped it; nothing was taken. */
    record Stopped(String subject, String shop) implements ShopEvent {}
}
