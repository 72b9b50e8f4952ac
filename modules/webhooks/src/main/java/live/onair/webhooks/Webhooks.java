package live.onair.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.webhooks.WebhookRows.Delivery;
import live.onair.webhooks.WebhookRows.DeliveryPage;
import live.onair.webhooks.WebhookRows.DeliveryState;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.Made;
import live.onair.webhooks.WebhookRows.Sent;
import org.jspecify.annotations.Nullable;

/** Where news go, and what became of each. */
@Singleton
@Transactional
@Guarded
public class Webhooks {

    private final EndpointBook book;
    private final EndpointShelf shelf;
    private final Outbox outbox;

    @Inject
    Webhooks(EndpointBook book, EndpointShelf shelf, Outbox outbox) {
        this.book = book;
        this.shelf = shelf;
        this.outbox = outbox;
    }

    /** An endpoint as somebody wants it. */
    public record EndpointTerms(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<WebhookKind> kinds) {}

    /**
     * Which deliveries; null for all.
     *
     * @param after the delivery after which to read on
     * @param size 1 to 200
     */
    public record DeliveryFilter(
            @Nullable String endpoint,
            @Nullable DeliveryState state,
            @Nullable WebhookKind kind,
            @Nullable String after,
            int size) {}

    /** All that are not removed, in the order in which they came. */
    @AllowedTo({Role.ADMIN, Role.OPS, Role.AUDITOR})
    public List<Endpoint> list() {
        return shelf.list();
    }

    /** One of them. */
    @AllowedTo({Role.ADMIN, Role.OPS, Role.AUDITOR})
    public Optional<Endpoint> find(String id) {
        return shelf.find(id);
    }

    /** The log, newest first. */
    @AllowedTo({Role.ADMIN, Role.OPS, Role.AUDITOR})
    public DeliveryPage deliveries(DeliveryFilter filter) {
        return outbox.list(filter);
    }

    /** One delivery with what is sent and each attempt. */
    @AllowedTo({Role.ADMIN, Role.OPS, Role.AUDITOR})
    public Optional<Sent> delivery(String id) {
        return outbox.sent(id);
    }

    /** Lets news go to another place. The secret is in this answer and nowhere else. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "webhooks.add", ko = "수신처 추가", en = "Add an endpoint")
    public Outcome<Made> add(EndpointTerms wanted) {
        return book.add(wanted);
    }

    /** Changes name, address and kinds: all of it. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "webhooks.change", ko = "수신처 고치기", en = "Change an endpoint")
    public Outcome<Endpoint> change(String id, EndpointTerms wanted) {
        return book.change(id, wanted);
    }

    /** Gives it another secret; for a day what is sent is signed with both. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "webhooks.renew", ko = "새 비밀 키", en = "New secret", danger = Action.Danger.CAREFUL)
    public Outcome<Made> renew(String id) {
        return book.renew(id);
    }

    /** Lets news wait. */
    @AllowedTo({Role.ADMIN, Role.OPS})
    @Action(id = "webhooks.pause", ko = "전송 멈추기", en = "Pause")
    public Outcome<Endpoint> pause(String id) {
        return book.pause(id);
    }

    /** Lets news go there again, those first that have waited. */
    @AllowedTo({Role.ADMIN, Role.OPS})
    @Action(id = "webhooks.resume", ko = "전송 다시 시작", en = "Resume")
    public Outcome<Endpoint> resume(String id) {
        return book.resume(id);
    }

    /** Takes it away; its log stays as long as any. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "webhooks.remove", ko = "수신처 삭제", en = "Remove an endpoint", danger = Action.Danger.CAREFUL)
    public Outcome<Endpoint> remove(String id, @Nullable String reason) {
        return book.remove(id, reason);
    }

    /** Sends something that says nothing, also where news wait. */
    @AllowedTo({Role.ADMIN, Role.OPS})
    @Action(id = "webhooks.ping", ko = "시험 전송", en = "Send a test")
    public Outcome<Delivery> ping(String id) {
        return book.ping(id);
    }

    /** Sends one now, under its id, whatever became of it. */
    @AllowedTo({Role.ADMIN, Role.OPS})
    @Action(id = "webhooks.resend", ko = "다시 보내기", en = "Send again")
    public Outcome<Delivery> resend(String delivery) {
        return book.resend(delivery);
    }
}
