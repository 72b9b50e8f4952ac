package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.scheduling.StreamMarks;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Puts the mark of a pin, or of its end, into the stream. Scheduling knows it by its id, so that once more is the same. A
 * mark that is refused leaves the pin as it is: viewers have it by the published file, and the pin says why.
 */
@Singleton
class PutPinMarkHandler implements WorkHandler<PutPinMarkHandler.PutPinMark> {

    private final StreamMarks marks;
    private final PinMarks pins;

    @Inject
    PutPinMarkHandler(StreamMarks marks, PinMarks pins) {
        this.marks = marks;
        this.pins = pins;
    }

    /** Put the mark of this pin, or that of its end. */
    record PutPinMark(String show, String pin, boolean off) implements Work {
        @Override
        public String key() {
            return off ? pin + ":off" : pin;
        }
    }

    @Override
    public Class<PutPinMark> type() {
        return PutPinMark.class;
    }

    @Override
    public Next handle(PutPinMark work) {
        StreamMarks.Put mark = pins.mark(work).orElse(null);
        if (mark != null) {
            Outcome<StreamMarks.Row> outcome = marks.put(mark);
            if (!outcome.isDone()) {
                pins.refused(work, outcome);
            }
        }
        return Next.done();
    }

    /** The halves that lie in a transaction. */
    @Singleton
    @Transactional
    static class PinMarks {

        private final Statements sql;

        @Inject
        PinMarks(Statements sql) {
            this.sql = sql;
        }

        /** The mark to be put. */
        public Optional<StreamMarks.Put> mark(PutPinMark work) {
            String id = work.off() ? "off_mark" : "id";
            return sql.one(
                    "select *, " + id + " as mark from pins.pin where id = ? and " + id + " is not null",
                    row -> new StreamMarks.Put(
                            UUID.fromString(row.text("mark")),
                            row.text("show_id"),
                            work.off() ? "unpin" : "pin",
                            payload(row),
                            null),
                    UUID.fromString(work.pin()));
        }

        private static String payload(Row row) throws java.sql.SQLException {
            JsonObjectBuilder json = Json.createObjectBuilder().add("product", row.text("product_id"));
            if (!row.isNull("price")) {
                Money price = new Money(row.big("price"), row.text("currency"));
                json.add(
                        "price",
                        Json.createObjectBuilder().add("minor", price.minor()).add("currency", price.currency()));
            }
            return json.build().toString();
        }

        /** It will not be there, for these reasons. */
        public void refused(PutPinMark work, Outcome<?> outcome) {
            String column = work.off() ? "off_why" : "mark_why";
            sql.run(
                    "update pins.pin set " + column + " = ? where id = ?",
                    Words.of(outcome),
                    UUID.fromString(work.pin()));
        }
    }
}
