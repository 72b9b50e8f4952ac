package live.onair.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of webhooks. */
public final class WebhookRows {

    private WebhookRows() {}

    /** Where an endpoint stands. */
    public enum EndpointState {
        /** News go there. */
        ACTIVE("보내는 중", "Active"),
        /** News wait. */
        PAUSED("멈춤", "Paused"),
        /** It is gone. */
        REMOVED("삭제됨", "Removed");

        private final String ko;
        private final String en;

        EndpointState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /** Where a delivery stands. */
    public enum DeliveryState {
        /** It will be sent, once more or for the first time. */
        WAITING("보내는 중", "Waiting"),
        /** It was taken. */
        DELIVERED("전달됨", "Delivered"),
        /** It is not sent any more. */
        GIVEN_UP("그만둠", "Given up");

        private final String ko;
        private final String en;

        DeliveryState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /** Why news rest, in words of both languages. */
    public record Because(String ko, String en) {}

    /**
     * Where news go.
     *
     * @param mark the first letters of the secret, by which people tell it from another
     * @param oldUntil until when what is sent is signed with the secret before, too; null for no longer
     * @param because why it is paused; null where it is not
     * @param waiting how many news wait to go there
     */
    public record Endpoint(
            String id,
            String name,
            String url,
            List<WebhookKind> kinds,
            String mark,
            @Nullable Instant oldUntil,
            EndpointState state,
            @Nullable Because because,
            @Nullable Instant failingSince,
            long waiting,
            Instant madeAt,
            String madeBy) {}

    /** An endpoint with its secret, which is told this once. */
    public record Made(Endpoint endpoint, String secret) {}

    /**
     * One time that something was sent.
     *
     * @param status what the server answered; null where it did not
     * @param fault why there was no answer, as a code; null where there was one
     * @param answer the first letters of the answer, or what went wrong
     */
    public record Attempt(
            int number,
            Instant at,
            long millis,
            @Nullable Integer status,
            @Nullable String fault,
            String answer) {}

    /**
     * Something that is sent to an endpoint.
     *
     * @param id the {@code webhook-id}: the same each time
     * @param show the show it is about; null for none
     * @param nextAt when it is sent next; null for never
     * @param last the newest attempt; null before the first
     */
    public record Delivery(
            String id,
            String endpoint,
            WebhookKind kind,
            @Nullable String show,
            Instant madeAt,
            DeliveryState state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Attempt last) {}

    /** Some of the deliveries, newest first; {@code next} is where to read on, null for nowhere. */
    public record DeliveryPage(
            List<Delivery> items, @Nullable String next) {}

    /** A delivery with what is sent and each time that it was. */
    public record Sent(Delivery delivery, String body, List<Attempt> attempts) {}

    /**
     * A shop that tells of orders and stock.
     *
     * @param seller whose products it may tell of
     * @param lastAt when it told something last; null for never
     */
    public record ShopDoor(
            String id,
            String name,
            String seller,
            String mark,
            long received,
            @Nullable Instant lastAt,
            Instant madeAt,
            String madeBy) {}

    /** A shop's door with its secret, which is told this once. */
    public record DoorMade(ShopDoor door, String secret) {}

    /** What became of what a shop told; {@code again} if it was told before. */
    public record Receipt(String id, String type, String effect, boolean again) {}
}
