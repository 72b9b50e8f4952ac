package live.onair.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import live.onair.audit.HeadFile.Head;
import live.onair.sql.Statements;

/** Numbers and chains one batch in a transaction of its own, while it holds the one sealer's row. */
@Singleton
@Transactional(TxType.REQUIRES_NEW)
class Sealing {

    static final int BATCH = 1000;

    private final Statements sql;

    @Inject
    Sealing(Statements sql) {
        this.sql = sql;
    }

    /**
     * What one batch came to.
     *
     * @param sealed how many were sealed
     * @param head where the chain ends now, if it has begun
     */
    record Batch(int sealed, Optional<Head> head) {}

    /** Where the chain ends in the table. */
    Optional<Head> tail() {
        return sql.one(
                "select seq, hash from audit.entry where seq is not null order by seq desc limit 1",
                row -> new Head(row.big("seq"), row.text("hash")));
    }

    /**
     * Seals the oldest unsealed entries; none when another node is at it. What the head file remembers counts even where
     * the table has lost it: a number is never given twice, so a loss stays visible.
     */
    Batch next(Optional<Head> remembered) {
        boolean mine = sql.one("select one from audit.sealer for update skip locked", row -> true)
                .isPresent();
        if (!mine) {
            return new Batch(0, Optional.empty());
        }
        Optional<Head> tail = tail();
        Head last = tail.filter(t -> remembered.map(r -> r.seq() <= t.seq()).orElse(true))
                .or(() -> remembered)
                .orElse(new Head(0, Entries.GENESIS));
        List<AuditRow> waiting = sql.list(
                "select " + Entries.COLUMNS + " from audit.entry where seq is null order by id limit " + BATCH,
                Entries::read);
        if (waiting.isEmpty()) {
            return new Batch(0, tail);
        }
        return new Batch(waiting.size(), Optional.of(chain(last, waiting)));
    }

    private Head chain(Head last, List<AuditRow> waiting) {
        int count = waiting.size();
        Long[] ids = new Long[count];
        Long[] numbers = new Long[count];
        String[] previous = new String[count];
        String[] hashes = new String[count];
        Head head = last;
        for (int i = 0; i < count; i++) {
            AuditRow row = waiting.get(i);
            ids[i] = row.id();
            numbers[i] = head.seq() + 1;
            previous[i] = head.hash();
            hashes[i] = Entries.hash(numbers[i], previous[i], row);
            head = new Head(numbers[i], hashes[i]);
        }
        sql.run("""
                update audit.entry e set seq = s.seq, prev_hash = s.prev_hash, hash = s.hash
                from unnest(?, ?, ?, ?) as s(id, seq, prev_hash, hash) where e.id = s.id
                """, ids, numbers, previous, hashes);
        return head;
    }
}
