package live.onair.adreview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import live.onair.claims.ClaimEvidence;
import live.onair.claims.ClaimFinding;
import live.onair.claims.RulePack;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What a show says and may not say, found by versioned rules; a second pair of eyes, no reviewer. */
@Singleton
@Transactional
@Guarded
public class AdReview {

    private final ReviewBook book;

    @Inject
    AdReview(ReviewBook book) {
        this.book = book;
    }

    /** Where a text stands. */
    public enum Where {
        /** The show's title. */
        TITLE("방송 제목", "Title"),
        /** The show's description. */
        DESCRIPTION("방송 소개", "Description"),
        /** A product's name, brand and options. */
        PRODUCT("상품", "Product"),
        /** An item of the cue sheet: its name and lines. */
        CUE("큐시트", "Cue sheet"),
        /** What stands over the picture while an item goes on. */
        CAPTION("자막", "Caption"),
        /** A notice, or a question with its answer. */
        CARD("공지·질문", "Notice or question"),
        /** What viewers read of a coupon. */
        OFFER("쿠폰", "Coupon"),
        /** What viewers read of a game: its question, choices and prize. */
        GAME("참여 이벤트", "Game"),
        /** What viewers read of a gift. */
        GIFT("사은품", "Gift"),
        /** What the host is told, and may say. */
        MESSAGE("진행자 메시지", "Message to the host"),
        /** What moderators say in the chat. */
        ANNOUNCEMENT("채팅 공지", "Announcement in the chat");

        private final String ko;
        private final String en;

        Where(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /**
     * A finding in a text of a show.
     *
     * @param id of the finding: the same words at the same place of the same text have the same
     * @param subject id of the product, item or offer the text belongs to; the show's otherwise
     * @param name what the text is called
     * @param text all of it
     * @param finding what was found in it
     * @param cleared who decided that it may stand, and why; null while it is open
     */
    public record Found(
            String id,
            Where where,
            String subject,
            String name,
            String text,
            ClaimFinding finding,
            @Nullable Cleared cleared) {

        /** Whether the show cannot be approved because of it. */
        public boolean holdsBack() {
            return cleared == null && finding.level().isRed();
        }
    }

    /** Somebody decided that a finding may stand. */
    public record Cleared(String reason, String by, Instant at) {}

    /**
     * What is said in a show.
     *
     * @param pack version of the rules
     * @param applies whether the show sells cosmetics: otherwise nothing is held back
     * @param texts how many texts were read
     */
    public record ShowReview(String show, String pack, boolean applies, int texts, List<Found> found) {}

    /**
     * The rules that are in force.
     *
     * @param reviewed whether counsel has confirmed them
     */
    public record Rules(
            String version, String date, boolean reviewed, List<String> sources, List<RulePack.Summary> rules) {}

    /** What is found in a show's texts as they are now. */
    @AllowedTo
    public ShowReview of(String show) {
        return book.of(show);
    }

    /** What would be found in this text if all that is registered or proven were these kinds; keeps nothing. */
    @AllowedTo
    public List<ClaimFinding> look(String text, Set<ClaimEvidence.Kind> proven) {
        return book.look(text, proven);
    }

    /**
     * What would be found in this text if the show said it now; keeps nothing.
     *
     * @param product the one it speaks of; null for any of the show's
     */
    @AllowedTo
    public List<ClaimFinding> lookIn(String show, @Nullable String product, String text) {
        return book.lookIn(show, product, text);
    }

    /** The rules. */
    @AllowedTo
    public Rules rules() {
        return book.rules();
    }

    /** Decides, with a reason, that a finding may stand: whoever approves the show sees who and why. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "adReview.clear", ko = "문제없음으로", en = "Let it stand", danger = Action.Danger.CAREFUL)
    public Outcome<ShowReview> clear(String show, String finding, @Nullable String reason) {
        return book.clear(show, finding, reason);
    }

    /** Takes that decision back. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "adReview.reopen", ko = "판단 되돌리기", en = "Open again")
    public Outcome<ShowReview> reopen(String show, String finding) {
        return book.reopen(show, finding);
    }
}
