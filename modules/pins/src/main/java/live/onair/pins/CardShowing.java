package live.onair.pins;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Outcome;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardBoard;
import live.onair.pins.CardRows.CardKind;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;

/** Which cards viewers of a show see. Works inside the caller's transaction. */
@Singleton
class CardShowing {

    /** So many notices at once: they lie over the picture. */
    static final int NOTICES = 2;

    /** So many questions at once. */
    static final int QUESTIONS = 20;

    private final Statements sql;
    private final Clock clock;
    private final Boards boards;
    private final CardReads reads;
    private final Shows shows;
    private final Event<CardEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    CardShowing(
            Statements sql,
            Clock clock,
            Boards boards,
            CardReads reads,
            Shows shows,
            Event<CardEvent> events,
            Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.boards = boards;
        this.reads = reads;
        this.shows = shows;
        this.events = events;
        this.watching = watching;
    }

    private Outcome<Card> find(String show, String id) {
        boards.lock(show);
        ShowState state = shows.find(show).map(found -> found.state()).orElse(null);
        if (state == null) {
            return Outcome.refused(CardRefusal.NO_SHOW.with("show", show));
        }
        Card card = all(reads.board(show))
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (card != null) {
            return state.isOver() && card.shownSince() == null
                    ? Outcome.refused(CardRefusal.OVER.with())
                    : Outcome.done(card);
        }
        return Outcome.refused(
                reads.find(id).isPresent() ? CardRefusal.ELSEWHERE.with() : CardRefusal.NO_CARD.with("id", id));
    }

    private static Stream<Card> all(CardBoard board) {
        return Stream.concat(board.notices().stream(), board.faq().stream());
    }

    Outcome<Card> show(String show, String id) {
        return find(show, id).then(card -> {
            if (card.shownSince() != null) {
                return Outcome.refused(CardRefusal.AS_IT_IS.with());
            }
            CardKind kind = card.kind();
            List<Card> seen =
                    all(reads.shown(show)).filter(one -> one.kind() == kind).toList();
            int most = kind == CardKind.NOTICE ? NOTICES : QUESTIONS;
            if (seen.size() >= most) {
                String names = seen.stream().map(Card::title).collect(Collectors.joining(" / "));
                return Outcome.refused(CardRefusal.SHOWN_FULL.with(
                        "kindKo", kind.ko(), "kindEn", kind.en(), "max", most, "names", names));
            }
            sql.run(
                    "insert into pins.card_shown (show_id, card_id, since) values (?, ?, ?)",
                    show,
                    id,
                    clock.instant());
            events.fire(new CardEvent.Shown(id, card.title(), List.of(show)));
            return find(show, id).then(shown -> ClaimWatch.ask(watching, List.of(show), List.of(id), shown));
        });
    }

    Outcome<Card> hide(String show, String id) {
        return find(show, id).then(card -> {
            if (card.shownSince() == null) {
                return Outcome.refused(CardRefusal.AS_IT_IS.with());
            }
            sql.run("delete from pins.card_shown where show_id = ? and card_id = ?", show, id);
            events.fire(new CardEvent.Hidden(id, card.title(), List.of(show)));
            return Outcome.done(reads.find(id).orElseThrow());
        });
    }
}
