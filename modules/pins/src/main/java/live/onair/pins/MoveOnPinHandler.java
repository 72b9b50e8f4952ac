package live.onair.pins;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.cues.CueRows;
import live.onair.cues.Prompter;
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

/**
 * A pinned product of which nothing is left makes room for the next one of the line-up that can be bought, and the host is
 * told; of one that runs low the host is told as well.
 */
@Singleton
class MoveOnPinHandler implements WorkHandler<MoveOnPinHandler.MoveOnPin> {

    private static final int NAME = 100;

    private final MovingOn moving;
    private final Prompter prompter;
    private final WorkQueue queue;

    @Inject
    MoveOnPinHandler(MovingOn moving, Prompter prompter, WorkQueue queue) {
        this.moving = moving;
        this.prompter = prompter;
        this.queue = queue;
    }

    /** Look at the pins of this product, of which so many are left. */
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
        } else if (event instanceof ProductEvent.Changed change
                && change.movesStock()
                && !moving.shows(change.subject()).isEmpty()) {
            queue.put(new MoveOnPin(change.subject(), 0));
        }
    }

    @Override
    public Class<MoveOnPin> type() {
        return MoveOnPin.class;
    }

    @Override
    public Next handle(MoveOnPin work) {
        for (Told told : moving.on(work)) {
            prompter.tell(told.show(), told.level(), told.words());
        }
        return Next.done();
    }

    /** What the host of a show is told. */
    record Told(String show, CueRows.Level level, String words) {}

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class MovingOn {

        private final Statements sql;
        private final PinBook book;
        private final PinReads reads;
        private final LineUps lineUps;
        private final Products products;

        @Inject
        MovingOn(Statements sql, PinBook book, PinReads reads, LineUps lineUps, Products products) {
            this.sql = sql;
            this.book = book;
            this.reads = reads;
            this.lineUps = lineUps;
            this.products = products;
        }

        /** Some may have come back meanwhile: what counts is what is left now. */
        public List<Told> on(MoveOnPin work) {
            Product product = products.find(work.product()).orElse(null);
            Integer left = product == null ? null : product.stock();
            if (product == null || left == null || left > (work.left() == 0 ? 0 : Stock.FEW)) {
                return List.of();
            }
            List<Told> told = new ArrayList<>();
            for (String show : shows(product.id())) {
                if (left == 0) {
                    next(show, product).ifPresent(told::add);
                } else {
                    told.add(new Told(show, CueRows.Level.NOTE, brief(product.name()) + ": " + left + "개 남음"));
                }
            }
            return told;
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
        private Optional<Told> next(String show, Product gone) {
            if (!book.unpin(show, gone.id(), End.SOLD_OUT).isDone()) {
                return Optional.empty();
            }
            String after = candidate(show, gone.id())
                    .map(item -> book.pin(show, item.product().id(), null))
                    .filter(Outcome::isDone)
                    .map(pinned -> " → 다음 상품 고정: " + brief(pinned.orThrow().name()))
                    .orElse("");
            return Optional.of(new Told(show, CueRows.Level.WARN, "품절: " + brief(gone.name()) + after));
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
}
