package live.onair.audit;

import java.util.Optional;
import live.onair.audit.HeadFile.Head;
import live.onair.audit.Verification.Damage;
import live.onair.audit.Verification.FirstBad;
import org.jspecify.annotations.Nullable;

/** Follows the chain entry by entry beside the heads and keeps the first thing that does not fit. */
final class ChainCheck {

    private HeadFile.@Nullable Lines lines;
    private @Nullable Head head;
    private @Nullable AuditRow before;
    private @Nullable AuditRow suspect;
    private @Nullable FirstBad firstBad;
    private String expectedHash = Entries.GENESIS;
    private long expected = 1;
    private long anchored;

    void expect(HeadFile.Lines heads) {
        lines = heads;
        nextHead();
    }

    boolean isGoodSoFar() {
        return firstBad == null;
    }

    void next(AuditRow row) {
        if (firstBad != null) {
            return;
        }
        long seq = row.seq().orElseThrow();
        if (suspect != null) {
            afterSuspect(suspect, row);
        } else if (seq < expected) {
            found(seq, row, Damage.INSERTED);
        } else if (seq > expected) {
            found(expected, null, Damage.MISSING);
        } else if (!fitsItself(row)) {
            found(seq, row, Damage.CHANGED);
        } else if (!row.prevHash().equals(Optional.of(expectedHash))) {
            notChained(seq, row);
        } else {
            confirm(seq, row);
        }
    }

    private static boolean fitsItself(AuditRow row) {
        String hash = Entries.hash(row.seq().orElseThrow(), row.prevHash().orElse(""), row);
        return row.hash().equals(Optional.of(hash));
    }

    /** The entry fits itself but not the one before: then that one was computed anew. */
    private void notChained(long seq, AuditRow row) {
        if (before == null) {
            found(seq, row, Damage.REPLACED);
        } else {
            found(seq - 1, before, Damage.REPLACED);
        }
    }

    /** The head file disagrees. If the entry after it still hangs on the head's hash, it is this one entry alone. */
    private void afterSuspect(AuditRow replaced, AuditRow row) {
        boolean alone = head != null && row.prevHash().equals(Optional.of(head.hash())) && fitsItself(row);
        if (alone) {
            found(replaced.seq().orElseThrow(), replaced, Damage.REPLACED);
        } else {
            rewritten(replaced);
        }
    }

    /** Somewhere between the last head that agrees and this entry. */
    private void rewritten(AuditRow at) {
        boolean exact = at.seq().equals(Optional.of(anchored + 1));
        found(anchored + 1, exact ? at : null, Damage.REWRITTEN);
    }

    private void confirm(long seq, AuditRow row) {
        String hash = row.hash().orElseThrow();
        if (head != null && head.seq() == seq) {
            if (!head.hash().equals(hash)) {
                suspect = row;
                return;
            }
            anchored = seq;
            nextHead();
        }
        before = row;
        expectedHash = hash;
        expected = seq + 1;
    }

    /** Heads only grow; the same one twice is what a crash may leave. */
    private void nextHead() {
        if (lines == null) {
            return;
        }
        do {
            head = lines.next().orElse(null);
        } while (head != null && head.seq() == anchored);
        if (firstBad == null && (lines.isDamaged() || head != null && head.seq() < anchored)) {
            found(anchored + 1, null, Damage.HEAD_FILE);
        }
    }

    private void found(long seq, @Nullable AuditRow row, Damage what) {
        firstBad = new FirstBad(
                seq,
                Optional.ofNullable(row).map(AuditRow::id),
                Optional.ofNullable(row).map(AuditRow::kind),
                what);
    }

    Verification result(long unsealed) {
        if (firstBad == null && suspect != null) {
            rewritten(suspect);
        }
        if (firstBad == null && head != null) {
            found(expected, null, Damage.CUT_OFF);
        }
        return new Verification(expected - 1, unsealed, anchored, Optional.ofNullable(firstBad));
    }
}
