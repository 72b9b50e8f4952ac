package live.onair.pins;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.cues.CueRows.Level;
import live.onair.cues.Prompter;
import live.onair.cues.Prompter.Notice;
import live.onair.kernel.Outcome;
import live.onair.pins.PinRows.End;
import live.onair.pins.PinRows.Pin;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.products.ProductEvent;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.products.Stock;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/**
 * A pinned product of which nothing is left makes room for the next one of the line-up that can be bought, and the host is
 * told; of one that runs low the host is told as well.
 */
@Singleton
class MoveOnPinHandler implements WorkHandler<MoveOnPinHandler.MoveOnPin> {

    private static final int NAME = 100;

    private final MovingOn moving;
    private final WorkQueue queue;

    @Inject
    MoveOnPinHandler(MovingOn moving, WorkQueue queue) {
        this.moving = moving;
        this.queue = queue;
    }

    /** Look at the pins of this product; what is left says which look it is. */
    record MoveOnPin(String product, int left) implements Work {
        @Override
        public String key() {
            return product + ":" + left;
        }
    }

    void sold(@Observes ProductEvent event) {
        if (event instanceof ProductEvent.SoldOut out) {
            queue.put(new MoveOnPin(out.subject(), 0));
        } else if (event instanceof ProductEvent.RanLow low) {
            queue.put(new MoveOnPin(low.subject(), low.left()));
        } else if ((event instanceof ProductEvent.OptionMoved
                        || event instanceof ProductEvent.Changed change && change.movesStock())
                && !moving.shows(event.subject()).isEmpty()) {
            queue.put(new MoveOnPin(event.subject(), 0));
        }
    }

    @Override
    public Class<MoveOnPin> type() {
        return MoveOnPin.class;
    }

    @Override
    public Next handle(MoveOnPin work) {
        moving.on(work.product());
        return Next.done();
    }

    /** The half that lies in a transaction: what becomes of the pin and what the host is told are one. */
    @Singleton
    @Transactional
    static class MovingOn {

        private final Statements sql;
        private final PinBook book;
        private final PinReads reads;
        private final LineUps lineUps;
        private final Products products;
        private final Prompter prompter;

        @Inject
        MovingOn(Statements sql, PinBook book, PinReads reads, LineUps lineUps, Products products, Prompter prompter) {
            this.sql = sql;
            this.book = book;
            this.reads = reads;
            this.lineUps = lineUps;
            this.products = products;
            this.prompter = prompter;
        }

        /** Some may have come back meanwhile: what counts is what is left now. */
        public void on(String id) {
            Product product = products.find(id).orElse(null);
            Integer left = product == null ? null : product.stock();
            if (product == null || left == null) {
                return;
            }
            for (String show : shows(product.id())) {
                if (left == 0) {
                    next(show, product).ifPresent(notice -> prompter.announce(show, notice));
                } else {
                    few(product).forEach(notice -> prompter.announce(show, notice));
                }
            }
        }

        /** Of a product with options the host is told of each option, and not of their sum. */
        private static List<Notice> few(Product product) {
            if (product.options().isEmpty()) {
                return Notices.few(product.id(), brief(product.name()), product.stock());
            }
            return product.options().stream()
                    .flatMap(option -> Notices.few(
                            product.id() + " " + option.sku(),
                            brief(product.name()) + " " + brief(option.name()),
                            option.stock())
                            .stream())
                    .toList();
        }

        /** What the host reads fits on one line. */
        private static String brief(String name) {
            return name.length() > NAME ? name.substring(0, NAME) + "…" : name;
        }

        /** The shows that have it pinned. */
        public List<String> shows(String product) {
            return sql.list(
                    "select show_id from pins.pin where product_id = ? and unpinned_at is null order by show_id",
                    row -> row.text("show_id"),
                    product);
        }

        /** Empty where somebody has taken it down meanwhile. */
        private Optional<Notice> next(String show, Product gone) {
            if (!book.unpin(show, gone.id(), End.SOLD_OUT).isDone()) {
                return Optional.empty();
            }
            Optional<String> after = candidate(show, gone.id())
                    .map(item -> book.pin(show, item.product().id(), null))
                    .filter(Outcome::isDone)
                    .map(pinned -> brief(pinned.orThrow().name()));
            return Optional.of(Notices.gone(gone.id(), brief(gone.name()), after));
        }

        /** The next after it in the line-up, from the beginning again at its end, that can be bought and is not pinned. */
        private Optional<LineUpItem> candidate(String show, String gone) {
            List<LineUpItem> items = lineUps.of(show).items();
            List<String> pinned = reads.open(show).stream().map(Pin::product).collect(Collectors.toList());
            int at = items.stream().map(item -> item.product().id()).toList().indexOf(gone);
            for (int i = 1; i < items.size(); i++) {
                LineUpItem item = items.get((at + i) % items.size());
                boolean buyable = !item.product().archived()
                        && !Objects.equals(item.product().stock(), 0);
                if (buyable && !pinned.contains(item.product().id())) {
                    return Optional.of(item);
                }
            }
            return Optional.empty();
        }
    }

    /** What the host reads of it. */
    private static final class Notices {

        static List<Notice> few(String about, String name, @Nullable Integer left) {
            if (left == null || left > Stock.FEW) {
                return List.of();
            }
            return List.of(
                    left == 0
                            ? new Notice(Level.WARN, about, "품절: " + name, "Sold out: " + name)
                            : new Notice(Level.NOTE, about, name + ": " + left + "개 남음", name + ": " + left + " left"));
        }

        static Notice gone(String about, String name, Optional<String> after) {
            return new Notice(
                    Level.WARN,
                    about,
                    "품절: " + name + after.map(next -> " → 다음 상품 고정: " + next).orElse(""),
                    "Sold out: " + name
                            + after.map(next -> " → pinned next: " + next).orElse(""));
        }
    }
}
