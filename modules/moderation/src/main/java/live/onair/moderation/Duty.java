package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.HandOver;
import live.onair.moderation.ModerationRows.OnDuty;
import org.jspecify.annotations.Nullable;

/** Who watches chats now, how much each of them has to do, and what they leave to whoever comes next. */
@Singleton
@Transactional
@Guarded
public class Duty {

    private final DutyBook book;

    @Inject
    Duty(DutyBook book) {
        this.book = book;
    }

    /** Who is on duty, the longest first. */
    @AllowedTo
    public List<OnDuty> now() {
        return book.now();
    }

    /** What those who went off duty left behind, the newest first, at most so many. */
    @AllowedTo
    public List<HandOver> handOvers(int most) {
        return book.handOvers(most);
    }

    /** Goes on duty; it ends by itself after {@link DutyBook#LONGEST}. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "duty.begin", ko = "근무 시작", en = "Go on duty")
    public Outcome<OnDuty> begin() {
        return book.begin();
    }

    /** Goes off duty, with what the next one has to know: up to 1,000 characters, or nothing. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "duty.end", ko = "근무 마치기", en = "Go off duty")
    public Outcome<HandOver> end(@Nullable String note) {
        return book.end(note);
    }
}
