package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** The same said by many viewers within a short while: one decision for all of it. */
@Singleton
@Transactional
@Guarded
public class Raids {

    private final RaidBook book;

    @Inject
    Raids(RaidBook book) {
        this.book = book;
    }

    /**
     * Lines that say the same, but for spaces, signs and repeated letters.
     *
     * @param alike what is the same in them
     * @param text as one of them said it
     * @param members of so many viewers
     * @param lines so many that viewers still read
     */
    public record Raid(String show, String alike, String text, long members, long lines, Instant since, Instant last) {}

    /**
     * From when on it is one.
     *
     * @param members so many viewers who say it, 2 to 100
     * @param seconds within so long, 10 to 600
     */
    public record RaidWatch(int members, int seconds) {}

    /** How many lines were taken away. */
    public record RaidHidden(String show, String alike, int lines) {}

    /** What goes on in a show: what most viewers say first. Nothing that a moderator has decided about. */
    @AllowedTo
    public List<Raid> of(String show) {
        return book.of(show);
    }

    /** Takes all of it away from viewers, of the last {@link RaidBook#WHILE}. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "raids.hide", ko = "모두 숨기기", en = "Hide all")
    public Outcome<RaidHidden> hide(String show, @Nullable String alike, @Nullable String reason) {
        return book.hide(show, alike == null ? "" : alike, reason);
    }

    /** It may be said; it is not asked about again in this show. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "raids.leave", ko = "그대로 두기", en = "Let it be")
    public Outcome<RaidHidden> leave(String show, @Nullable String alike) {
        return book.leave(show, alike == null ? "" : alike);
    }

    /** From when on what many say alike is one. */
    @AllowedTo
    public RaidWatch threshold() {
        return book.watch();
    }

    /** From when on it is one, in all shows. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "raids.watch", ko = "도배 기준", en = "Raid threshold", danger = Action.Danger.CAREFUL)
    public Outcome<RaidWatch> watch(int members, int seconds) {
        return book.watch(new RaidWatch(members, seconds));
    }
}
