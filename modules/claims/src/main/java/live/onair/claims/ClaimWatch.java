package live.onair.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;

/**
 * Watches over words that are about to reach viewers or the host of a show on air. The rooms that keep words ask it inside
 * the transaction in which they write or show them, when the words are written; what it objects to is undone with them.
 */
public interface ClaimWatch {

    /**
     * Why these may not go out as they are now: what is red in them, and that a reason is needed. Empty when nothing red is
     * found, when the show is not on air, and when a reason was {@link ClaimReason given}: then it is kept, and the same
     * words are not asked about again.
     *
     * @param show the show whose viewers or host read them
     * @param subjects ids of the cards, items, offers or messages
     */
    List<Reason> objections(String show, Collection<String> subjects);

    /** Done with this, unless one of those who watch objects for one of these shows. */
    static <T> Outcome<T> ask(
            Iterable<ClaimWatch> watching, Collection<String> shows, Collection<String> subjects, T done) {
        List<Reason> objections = new ArrayList<>();
        for (ClaimWatch watch : watching) {
            for (String show : shows) {
                objections.addAll(watch.objections(show, subjects));
            }
        }
        return objections.isEmpty()
                ? Outcome.done(done)
                : Outcome.refused(objections.stream().distinct().toList());
    }
}
