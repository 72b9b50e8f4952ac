package live.onair.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.webhooks.WebhookRows.DoorMade;
import live.onair.webhooks.WebhookRows.Receipt;
import live.onair.webhooks.WebhookRows.ShopDoor;
import org.jspecify.annotations.Nullable;

/** Shops that tell of orders, stock and what was done with products; each signs with a secret of its own. */
@Singleton
@Transactional
@Guarded
public class ShopDoors {

    private final ShopBook book;
    private final Inbox inbox;

    @Inject
    ShopDoors(ShopBook book, Inbox inbox) {
        this.book = book;
        this.inbox = inbox;
    }

    /**
     * A shop as somebody wants it.
     *
     * @param seller number of the seller whose products it may tell of
     */
    public record ShopTerms(@Nullable String name, @Nullable String seller) {}

    /** What a shop has sent, as it came: the three headers of Standard Webhooks, and the body. */
    public record Told(
            @Nullable String door,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature,
            byte[] body) {}

    /** All of them. */
    @AllowedTo({Role.ADMIN, Role.OPS, Role.AUDITOR})
    public List<ShopDoor> list() {
        return book.list();
    }

    /** Lets a shop tell of things. The secret is in this answer and nowhere else. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "shopDoors.add", ko = "상점 연결 추가", en = "Add a shop")
    public Outcome<DoorMade> add(ShopTerms wanted) {
        return book.add(wanted);
    }

    /** Lets it no longer. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "shopDoors.remove", ko = "상점 연결 끊기", en = "Remove a shop", danger = Action.Danger.CAREFUL)
    public Outcome<ShopDoor> remove(String id) {
        return book.remove(id);
    }

    /** Takes what a shop tells, if it is signed: once more is the same. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Receipt> take(Told told) {
        return inbox.take(told);
    }
}
