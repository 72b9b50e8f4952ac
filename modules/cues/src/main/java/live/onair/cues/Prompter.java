package live.onair.cues;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What the host of a show reads beside the cue sheet: messages of those who watch. They stay until they are cleared. */
@Singleton
@Transactional
@Guarded
public class Prompter {

    private final PromptBook book;

    @Inject
    Prompter(PromptBook book) {
        this.book = book;
    }

    /** The messages that stand there, the most urgent and newest first. */
    @AllowedTo
    public List<CueRows.Message> of(String show) {
        return book.of(show);
    }

    /** Tells the host something, up to 300 characters; the level null stands for a note. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "prompter.tell", ko = "진행자에게 보내기", en = "Tell the host")
    public Outcome<CueRows.Message> tell(String show, CueRows.@Nullable Level level, @Nullable String text) {
        return book.tell(show, level == null ? CueRows.Level.NOTE : level, text);
    }

    /** Tells the host what Onair has noticed. While a message about the same thing is unread, this one takes its place. */
    @AllowedTo(Role.ADMIN)
    public Outcome<CueRows.Message> announce(String show, Notice notice) {
        return book.announce(show, notice);
    }

    /**
     * What Onair has noticed, in its two languages.
     *
     * @param about what it is about, such as a product's id: of one thing the host reads the newest only
     */
    public record Notice(CueRows.Level level, String about, String ko, String en) {}

    /** Says that the host has read it. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "prompter.read", ko = "읽음", en = "Read")
    public Outcome<CueRows.Message> read(UUID message) {
        return book.read(message);
    }

    /** Takes it off the prompter. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "prompter.clear", ko = "메시지 내리기", en = "Clear message")
    public Outcome<CueRows.Message> clear(UUID message) {
        return book.clear(message);
    }
}
