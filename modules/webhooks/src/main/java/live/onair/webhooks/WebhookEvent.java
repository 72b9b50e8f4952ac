package live.onair.webhooks;

import live.onair.kernel.DomainEvent;

/** What happens to endpoints and shops' doors, told inside the transaction in which it happens. The subject is its id. */
public sealed interface WebhookEvent extends DomainEvent {

    /** News go to another place, too. */
    record Added(String subject, String name, String url, String kinds) implements WebhookEvent {}

    /** It was changed. */
    record Changed(String subject, String name, String url, String kinds) implements WebhookEvent {}

    /** News rest. */
    record Paused(String subject, String name, String why) implements WebhookEvent {}

    /** News go there again; so many have waited. */
    record Resumed(String subject, String name, int waited) implements WebhookEvent {}

    /** It has another secret. */
    record SecretRenewed(String subject, String name) implements WebhookEvent {}

    /** It is gone. */
    record Removed(String subject, String name, String why) implements WebhookEvent {}

    /** Somebody tries whether it arrives. */
    record Pinged(String subject, String name, String delivery) implements WebhookEvent {}

    /** Something is sent once more by hand. */
    record Resent(String subject, String name, String delivery) implements WebhookEvent {}

    /** A shop may tell of orders and stock. */
    record ShopAdded(String subject, String name, String seller) implements WebhookEvent {}

    /** A shop no longer may. */
    record ShopRemoved(String subject, String name) implements WebhookEvent {}
}
