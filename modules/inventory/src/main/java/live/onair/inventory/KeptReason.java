package live.onair.inventory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import live.onair.kernel.Reason;
import live.onair.sql.Facts;

/** A refusal of ours as it is kept beside the cloud's own words: its code and its facts, so that each reads it in their language. */
final class KeptReason {

    private KeptReason() {}

    static String write(Reason reason) {
        return reason.code() + " " + Facts.write(reason.facts());
    }

    /** Empty for words of the cloud's. */
    static Optional<Reason> read(String kept) {
        int end = kept.indexOf(" {");
        return end < 0
                ? Optional.empty()
                : Arrays.stream(InventoryRefusal.values())
                        .filter(refusal -> refusal.name().equals(kept.substring(0, end)))
                        .findFirst()
                        .map(refusal -> new Reason(refusal, new LinkedHashMap<>(Facts.read(kept.substring(end + 1)))));
    }
}
