package live.onair.cloudaws.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import live.onair.cloudaws.chat.ChatFolder.Paper;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** The papers of rooms. Several consoles may change one at a time: each change is made on the newest edition, or again. */
@Singleton
class ChatPapers {

    private static final int ATTEMPTS = 5;

    private final ChatFolder folder;

    @Inject
    ChatPapers(ChatFolder folder) {
        this.folder = folder;
    }

    Optional<RoomPaper> of(String show) {
        return folder.find(RoomPaper.name(show)).map(paper -> RoomPaper.read(paper.text()));
    }

    /** The paper of a chat that is open: {@code NOT_FOUND} without one. */
    RoomPaper open(String show) {
        return of(show).filter(paper -> paper.open)
                .orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, "no open chat of " + show));
    }

    /** Makes the change, on a new paper if there was none; gives the paper as it is then. */
    RoomPaper change(String show, Consumer<RoomPaper> change) {
        for (int attempt = 1; ; attempt++) {
            Paper before = folder.find(RoomPaper.name(show)).orElse(null);
            RoomPaper paper = before == null ? new RoomPaper() : RoomPaper.read(before.text());
            change.accept(paper);
            if (before != null && paper.text().equals(before.text())) {
                return paper;
            }
            try {
                folder.replace(RoomPaper.name(show), paper.text(), before == null ? null : before.edition());
                return paper;
            } catch (CloudException trouble) {
                if (trouble.fault() != CloudFault.CONFLICT || attempt == ATTEMPTS) {
                    throw trouble;
                }
            }
        }
    }
}
