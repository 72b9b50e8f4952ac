package live.onair.pins;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.CardRows.CardSpan;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What viewers of each show read, from when to when and in which words: kept when a card is hidden, reworded or taken away. */
@Singleton
class CardHistory {

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;

    @Inject
    CardHistory(Statements sql, Clock clock, Shows shows) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
    }

    void changed(@Observes CardEvent event) {
        if (event instanceof CardEvent.Shown) {
            event.shows().forEach(show -> begin(show, event.subject()));
        } else if (event instanceof CardEvent.Hidden) {
            event.shows().forEach(show -> end(show, event.subject()));
        } else if (event instanceof CardEvent.Removed) {
            open(event.subject()).forEach(show -> end(show, event.subject()));
        } else if (event instanceof CardEvent.Changed) {
            open(event.subject()).forEach(show -> {
                end(show, event.subject());
                begin(show, event.subject());
            });
        }
    }

    private List<String> open(String card) {
        return sql.list(
                "select show_id from pins.card_history where card_id = ? and until is null",
                row -> row.text("show_id"),
                card);
    }

    private void begin(String show, String card) {
        sql.run(
                "insert into pins.card_history (show_id, card_id, kind, product_id, question, words, version, since)"
                        + " select ?, id, kind, product_id, question, words, version, ? from pins.card where id = ?",
                show,
                clock.instant(),
                card);
    }

    private void end(String show, String card) {
        sql.run(
                "update pins.card_history set until = ? where show_id = ? and card_id = ? and until is null",
                clock.instant(),
                show,
                card);
    }

    List<CardSpan> of(String show) {
        MediaClock media =
                shows.mediaClock(show).filter(found -> !found.spans().isEmpty()).orElse(null);
        return sql.list(
                "select * from pins.card_history where show_id = ? order by since, card_id, version",
                row -> {
                    Instant since = row.instant("since");
                    Instant until = row.instantOrNull("until");
                    return new CardSpan(
                            row.text("card_id"),
                            CardKind.valueOf(row.text("kind")),
                            row.textOrNull("product_id"),
                            row.text("question"),
                            row.text("words"),
                            row.number("version"),
                            since,
                            until,
                            position(media, since),
                            position(media, until));
                },
                show);
    }

    private static @Nullable Duration position(@Nullable MediaClock media, @Nullable Instant at) {
        return media == null || at == null ? null : media.positionFrom(at);
    }
}
