package live.onair.pins;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardKind;
import live.onair.products.LineUps;
import live.onair.products.Products;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of cards. Works inside the caller's transaction. */
@Singleton
class CardBook {

    /** So many of one kind has a show, or a product. */
    static final int MOST = 30;

    private final Statements sql;
    private final Clock clock;
    private final Boards boards;
    private final CardReads reads;
    private final Shows shows;
    private final Products products;
    private final LineUps lineUps;
    private final Event<CardEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    CardBook(
            Statements sql,
            Clock clock,
            Boards boards,
            CardReads reads,
            Shows shows,
            Products products,
            LineUps lineUps,
            Event<CardEvent> events,
            Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.boards = boards;
        this.reads = reads;
        this.shows = shows;
        this.products = products;
        this.lineUps = lineUps;
        this.events = events;
        this.watching = watching;
    }

    Outcome<Card> add(Cards.NewCard wanted) {
        CardKind kind = wanted.kind() == null ? CardKind.FAQ : wanted.kind();
        String show = wanted.show();
        String product = wanted.product();
        List<Reason> wrong = new ArrayList<>();
        owner(kind, show, product, wrong);
        CardText text = CardText.of(kind, wanted.question(), wanted.text(), wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String owner = show == null ? Objects.requireNonNull(product) : show;
        boards.lock(owner);
        String id = keep(kind, show, product, text);
        Card card = reads.find(id).orElseThrow();
        if (reads.likes(card).size() > MOST) {
            return Outcome.refused(tooMany(kind));
        }
        events.fire(new CardEvent.Added(id, card.title(), reads.shows(card)));
        return asked(card);
    }

    /** A card of a product can be shown in every show that has the product. */
    private Outcome<Card> asked(Card card) {
        List<String> shows =
                card.show() == null ? lineUps.showsWith(Objects.requireNonNull(card.product())) : List.of(card.show());
        return ClaimWatch.ask(watching, shows, List.of(card.id()), card);
    }

    private String keep(CardKind kind, @Nullable String show, @Nullable String product, CardText text) {
        String id = String.format(
                Locale.ROOT,
                "CD-%05d",
                sql.one("select nextval('pins.card_number') n", row -> row.big("n"))
                        .orElseThrow());
        sql.run(
                "insert into pins.card (id, kind, show_id, product_id, question, words, position, version, changed_at,"
                        + " changed_name) values (?, ?, ?, ?, ?, ?, (select coalesce(max(position), -1) + 1 from pins.card"
                        + " where kind = ? and coalesce(show_id, product_id) = ?), 1, ?, ?)",
                id,
                kind,
                show,
                product,
                text.question(),
                text.text(),
                kind,
                show == null ? product : show,
                clock.instant(),
                Acting.actor().name());
        return id;
    }

    private static Reason tooMany(CardKind kind) {
        return CardRefusal.TOO_MANY.with("kindKo", kind.ko(), "kindEn", kind.en(), "max", MOST);
    }

    private void owner(CardKind kind, @Nullable String show, @Nullable String product, List<Reason> wrong) {
        if ((show == null) == (product == null) || (kind == CardKind.NOTICE && show == null)) {
            wrong.add(CardRefusal.OWNER.with());
        } else if (show != null && shows.find(show).isEmpty()) {
            wrong.add(CardRefusal.NO_SHOW.with("show", show));
        } else if (product != null && products.find(product).isEmpty()) {
            wrong.add(CardRefusal.NO_PRODUCT.with("product", product));
        }
    }

    /** The card, and nobody else changes what stands beside it until the transaction is over. */
    private Outcome<Card> locked(String id) {
        Card before = reads.find(id).orElse(null);
        if (before == null) {
            return Outcome.refused(CardRefusal.NO_CARD.with("id", id));
        }
        boards.lock(owner(before));
        return reads.find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(CardRefusal.NO_CARD.with("id", id)));
    }

    static String owner(Card card) {
        return card.show() == null ? Objects.requireNonNull(card.product()) : card.show();
    }

    Outcome<Card> change(String id, Cards.CardWords wanted) {
        return locked(id).then(card -> {
            List<Reason> wrong = new ArrayList<>();
            CardText text = CardText.of(card.kind(), wanted.question(), wanted.text(), wrong);
            if (wanted.version() != null && wanted.version() != card.version()) {
                wrong.add(CardRefusal.STALE.with());
            } else if (text.equals(new CardText(card.question(), card.text()))) {
                wrong.add(CardRefusal.AS_IT_IS.with());
            }
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            sql.run(
                    "update pins.card set question = ?, words = ?, version = version + 1, changed_at = ?, changed_name = ?"
                            + " where id = ?",
                    text.question(),
                    text.text(),
                    clock.instant(),
                    Acting.actor().name(),
                    id);
            Card after = reads.find(id).orElseThrow();
            events.fire(new CardEvent.Changed(id, words(card), words(after), reads.shows(after)));
            return asked(after);
        });
    }

    private static String words(Card card) {
        return card.question().isEmpty() ? card.text() : card.question() + " / " + card.text();
    }

    Outcome<Card> remove(String id) {
        return locked(id).map(card -> {
            List<String> seen = reads.shows(card);
            sql.run("update pins.card set removed_at = ? where id = ?", clock.instant(), id);
            sql.run("delete from pins.card_shown where card_id = ?", id);
            events.fire(new CardEvent.Removed(id, card.title(), seen));
            return card;
        });
    }

    Outcome<Card> restore(String id) {
        Card gone = reads.removed(id).orElse(null);
        if (gone == null) {
            return Outcome.refused(CardRefusal.NO_CARD.with("id", id));
        }
        boards.lock(owner(gone));
        sql.run("update pins.card set removed_at = null where id = ?", id);
        Card card = reads.find(id).orElseThrow();
        if (reads.likes(card).size() > MOST) {
            return Outcome.refused(tooMany(card.kind()));
        }
        events.fire(new CardEvent.Restored(id, card.title(), reads.shows(card)));
        return Outcome.done(card);
    }

    Outcome<Card> move(String id, int to) {
        return locked(id).then(card -> {
            List<String> order =
                    new ArrayList<>(reads.likes(card).stream().map(Card::id).toList());
            int place = Math.max(0, Math.min(to, order.size() - 1));
            if (order.indexOf(id) == place) {
                return Outcome.refused(CardRefusal.AS_IT_IS.with());
            }
            order.remove(id);
            order.add(place, id);
            for (int i = 0; i < order.size(); i++) {
                sql.run("update pins.card set position = ? where id = ?", i, order.get(i));
            }
            events.fire(new CardEvent.Moved(id, card.title(), reads.shows(card)));
            return Outcome.done(card);
        });
    }
}
