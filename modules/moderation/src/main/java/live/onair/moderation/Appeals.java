package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.Appeal;
import org.jspecify.annotations.Nullable;

/** What those who were banned say against it. Somebody else than who banned them decides, once. */
@Singleton
@Transactional
@Guarded
public class Appeals {

    private final AppealBook book;
    private final BanBook bans;

    @Inject
    Appeals(AppealBook book, BanBook bans) {
        this.book = book;
        this.bans = bans;
    }

    /** Those that nobody has decided, the oldest first; of all shows for null. */
    @AllowedTo
    public List<Appeal> waiting(@Nullable String show) {
        return book.waiting(show);
    }

    /** Opens one for somebody who is banned, in 2 to 500 characters: whoever finds a ban wrong lets another moderator decide. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "appeals.open", ko = "이의 열기", en = "Open an appeal")
    public Outcome<Appeal> open(String show, String member, @Nullable String why) {
        return book.open(show, member, why);
    }

    /** Lifts the ban. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "appeals.grant", ko = "받아들이기", en = "Grant")
    public Outcome<Appeal> grant(long number, @Nullable String answer) {
        Outcome<Appeal> granted = book.settle(number, true, answer);
        if (granted.isDone()) {
            bans.unban(granted.orThrow().show(), granted.orThrow().member());
        }
        return granted;
    }

    /** The ban stays; the viewer reads why. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "appeals.refuse", ko = "차단 유지", en = "Keep the ban")
    public Outcome<Appeal> refuse(long number, @Nullable String answer) {
        return book.settle(number, false, answer);
    }

    /** A viewer who is banned says why they should not be, once for each ban, in up to 500 characters. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Appeal> appeal(String show, String viewer, @Nullable String text) {
        return book.appeal(show, viewer, text);
    }

    /** What became of this viewer's last one in a show. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Optional<Appeal> of(String show, String viewer) {
        return book.of(show, MemberBook.member(viewer));
    }
}
