package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.disputes.HoldRows.Tape;
import live.onair.disputes.Making.Wanted;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;

/** What of the show and the order is kept for how long, as it stands when the pack is sealed. */
@Singleton
class RetentionPaper {

    /** 전자상거래법 시행령 제6조: contract, payment and supply. */
    private static final int ORDER_YEARS = 5;

    /** The same: complaints and disputes. */
    private static final int DISPUTE_YEARS = 3;

    private final Shows shows;
    private final HoldShelf holds;

    @Inject
    RetentionPaper(Shows shows, HoldShelf holds) {
        this.shows = shows;
        this.holds = holds;
    }

    Paper of(Wanted wanted, Instant now) {
        ShowRows.Show show = shows.find(wanted.show()).orElseThrow();
        Tape tape = holds.tape(wanted.show());
        Paper recording = new Paper()
                .put("state", Paper.said(tape.state().ko(), tape.state().en()))
                .put("seenAt", tape.seenAt())
                .put("bytes", tape.bytes())
                .put("beginningDropped", tape.cutShort())
                .put("length", show.replay().length())
                .put("publishedAsReplay", show.replay().published());
        return new Paper()
                .put("at", now)
                .put("recording", recording)
                .put(
                        "holds",
                        holds.open(wanted.show()).stream()
                                .map(RetentionPaper::hold)
                                .toList())
                .put("order", kept(wanted.at(), ORDER_YEARS, "계약·결제·공급 기록", "Contract, payment and supply"))
                .put("dispute", kept(now, DISPUTE_YEARS, "불만·분쟁 처리 기록", "Complaints and disputes"))
                .put("basis", "전자상거래법 시행령 제6조 / Enforcement decree of the E-Commerce Act, article 6");
    }

    private static Paper hold(DisputeHold hold) {
        return new Paper()
                .put("id", hold.id())
                .put("order", hold.order())
                .put("reason", hold.reason())
                .put("since", hold.heldAt())
                .put("by", hold.heldBy());
    }

    private static Paper kept(Instant from, int years, String ko, String en) {
        LocalDate until = from.atZone(Paper.SEOUL).toLocalDate().plusYears(years);
        return Paper.said(ko, en).put("years", years).put("keptUntil", until.toString());
    }
}
