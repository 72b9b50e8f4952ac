package live.onair.questions;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.questions.ForgetQuestionsHandler.ForgetQuestions;
import live.onair.questions.SortQuestionsHandler.SortQuestions;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.Shows;
import live.onair.work.WorkQueue;

/** Begins to sort what is asked when a show goes on air, and with the console for those that are. */
@Singleton
public class QuestionRounds {

    private final WorkQueue queue;
    private final Shows shows;

    @Inject
    QuestionRounds(WorkQueue queue, Shows shows) {
        this.queue = queue;
        this.shows = shows;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        queue.put(new ForgetQuestions());
        shows.onAir().forEach(show -> queue.put(new SortQuestions(show.id())));
    }

    void wentOnAir(@Observes ShowEvent.WentOnAir event) {
        queue.put(new SortQuestions(event.show()));
    }
}
