package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.ModerationRows.Talker;
import org.jspecify.annotations.Nullable;

/** What is said in the chats of shows, and what moderators do about it. */
@Singleton
@Transactional
@Guarded
public class Moderation {

    /** So many lines are read at once of a stretch of time: four minutes at a hundred a second. */
    public static final int MOST_BETWEEN = 24_000;

    private final ChatBook book;
    private final ChatReads reads;
    private final DeedBook deeds;
    private final MemberBook members;
    private final BanBook bans;
    private final ShieldBook shields;

    @Inject
    Moderation(ChatBook book, ChatReads reads, DeedBook deeds, MemberBook members, BanBook bans, ShieldBook shields) {
        this.book = book;
        this.reads = reads;
        this.deeds = deeds;
        this.members = members;
        this.bans = bans;
        this.shields = shields;
    }

    /**
     * Which lines of a chat, the newest first.
     *
     * @param words in the text or the name, null for all
     * @param before only those with lower numbers, null for the newest
     * @param most at most so many, up to 500
     */
    public record Wanted(
            String show,
            @Nullable LineState state,
            @Nullable String member,
            @Nullable String words,
            @Nullable Long before,
            int most) {}

    /** Who may come into a chat, and under which name. */
    public record Joining(String show, String member, String name) {}

    /** The chat of a show; empty if it never had one. */
    @AllowedTo
    public Optional<Chat> of(String show) {
        return reads.of(show);
    }

    /** Whether the show has a chat, or had one: counts nothing. */
    @AllowedTo
    public boolean hasChat(String show) {
        return book.of(show).isPresent();
    }

    /** Lines of a chat. */
    @AllowedTo
    public List<ChatLine> lines(Wanted wanted) {
        return reads.lines(wanted);
    }

    /** What was said from then until then, the oldest first, at most {@link #MOST_BETWEEN}. */
    @AllowedTo
    public List<ChatLine> between(String show, Instant from, Instant to) {
        return reads.between(show, from, to, MOST_BETWEEN);
    }

    /** The last so many of what was said from then until then, the oldest first. */
    @AllowedTo
    public List<ChatLine> last(String show, Instant from, Instant to, int most) {
        return reads.last(show, from, to, most);
    }

    /** What was said after the line of this number, the oldest first, at most so many: to read a chat on and on. */
    @AllowedTo
    public List<ChatLine> after(String show, long number, int most) {
        return reads.after(show, number, most);
    }

    /** The lines of these numbers, as far as the show has them. */
    @AllowedTo
    public List<ChatLine> numbered(String show, List<Long> numbers) {
        return reads.numbered(show, numbers);
    }

    /** What viewers said in the shows that talked last, so many of them, the newest first; at most so many lines. */
    @AllowedTo
    public List<ChatLine> lately(int shows, int most) {
        return reads.lately(shows, most);
    }

    /** What waits for a decision, the oldest first; of all shows for null. */
    @AllowedTo
    public List<ChatLine> held(@Nullable String show) {
        return reads.held(show);
    }

    /** What moderators did in a show, the newest first. */
    @AllowedTo
    public List<ChatDeed> deeds(String show, int most) {
        return reads.deeds(show, most);
    }

    /** What was done last about a line, or about whoever said it in its show, and still stands: what is taken back first. */
    @AllowedTo
    public Optional<ChatDeed> standing(long line) {
        return members.standing(line);
    }

    /** What is known of each of these members. */
    @AllowedTo
    public List<Talker> talkers(List<String> who) {
        return members.talkers(who);
    }

    /** Who is put out of a show's chat, the newest first. */
    @AllowedTo
    public List<ChatBan> bans(String show) {
        return reads.bans(show);
    }

    /** Changes how a chat is held; {@code version} is the one that was looked at. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.settings", ko = "채팅 설정 적용", en = "Apply chat settings")
    public Outcome<Chat> settings(String show, @Nullable ChatSettings wanted, int version) {
        return shields.settings(show, wanted, version);
    }

    /** Takes a line away from all viewers. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.hide", ko = "숨기기", en = "Hide")
    public Outcome<ChatLine> hide(long number, @Nullable String reason) {
        return deeds.hide(number, reason);
    }

    /** Brings a line back that a moderator took away. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.restore", ko = "되돌리기", en = "Restore")
    public Outcome<ChatLine> restore(long number) {
        return deeds.restore(number);
    }

    /** Lets a held line out. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.approve", ko = "내보내기", en = "Let out")
    public Outcome<ChatLine> approve(long number) {
        return deeds.settle(number, true, null);
    }

    /** Does not let a held line out. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.deny", ko = "막기", en = "Deny")
    public Outcome<ChatLine> deny(long number, @Nullable String reason) {
        return deeds.settle(number, false, reason);
    }

    /** Puts somebody out of a show's chat, under every name, for a reason of two characters or more. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.ban", ko = "차단", en = "Ban", danger = Action.Danger.CAREFUL)
    public Outcome<ChatBan> ban(String show, String member, @Nullable String reason) {
        return bans.out(show, member, null, reason, false);
    }

    /** Puts somebody out of a show's chat for so many minutes, 1 to 1,440; after them they come in again by themselves. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.timeout", ko = "잠시 내보내기", en = "Time out")
    public Outcome<ChatBan> timeout(String show, String member, int minutes, @Nullable String reason) {
        return bans.out(show, member, minutes, reason, false);
    }

    /**
     * Puts somebody out of the chats of all shows, those that open later, too: for so many minutes, 1 to 1,440, or until it is
     * lifted; for a reason of two characters or more.
     */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(
            id = "moderation.banEverywhere",
            ko = "모든 방송에서 차단",
            en = "Ban from all shows",
            danger = Action.Danger.DANGEROUS)
    public Outcome<ChatBan> banEverywhere(
            String show, String member, @Nullable Integer minutes, @Nullable String reason) {
        return bans.out(show, member, minutes, reason, true);
    }

    /** Tells somebody alone, in up to 200 characters, what to leave be. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.warn", ko = "경고", en = "Warn")
    public Outcome<ChatDeed> warn(String show, String member, @Nullable String text) {
        return deeds.warn(show, member, text);
    }

    /** Who somebody is across all shows: what they said, what was done about them, what was written down. */
    @AllowedTo
    public ChatPerson person(String member) {
        return members.person(member);
    }

    /** Writes something down about somebody, for whoever meets them in another show. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.note", ko = "메모 남기기", en = "Add a note")
    public Outcome<ChatPerson> note(String show, String member, @Nullable String text) {
        return members.note(show, member, text);
    }

    /** Lets them in again: into this chat, and into all where they were put out of all. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "moderation.unban", ko = "차단 풀기", en = "Unban")
    public Outcome<ChatBan> unban(String show, String member) {
        return bans.unban(show, member);
    }

    /** Whether a viewer may come into a chat, and as whom: not who is put out, not where it is closed. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Joining> joining(String show, String viewer, String name) {
        return members.joining(show, viewer, name);
    }
}
