package live.onair.games;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of games. */
public final class GameRows {

    private GameRows() {}

    /** What viewers do in it. */
    public enum GameKind {
        /** They choose; nobody wins. */
        POLL("투표", "Poll"),
        /** They answer; who is right wins. */
        QUIZ("퀴즈", "Quiz"),
        /** They enter; some are drawn. */
        DRAW("추첨", "Draw"),
        /** They watch for so many minutes; all of them win, or some are drawn. */
        WATCH("시청 보상", "Watch-time reward");

        private final String ko;
        private final String en;

        GameKind(String ko, String en) {
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

        /** Whether viewers choose one of several. */
        public boolean hasChoices() {
            return this == POLL || this == QUIZ;
        }
    }

    /** Where a game stands. */
    public enum GameState {
        /** Nobody has opened it yet. */
        READY("준비", "Ready"),
        /** Viewers take part. */
        OPEN("진행 중", "Open"),
        /** Nobody can take part any more. */
        CLOSED("마감", "Closed"),
        /** The right answer and the winners are told. */
        SETTLED("발표함", "Results told");

        private final String ko;
        private final String en;

        GameState(String ko, String en) {
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

    /** Why nobody can take part any more. */
    public enum GameEnd {
        /** Somebody closed it. */
        HAND("손으로 마감", "Closed by hand"),
        /** The cue sheet closed it. */
        CUE("큐시트가 마감", "Closed by cue"),
        /** Its time is over. */
        TIME("시간이 끝남", "Time is over"),
        /** The show ended. */
        SHOW_OVER("방송이 끝남", "The show ended");

        private final String ko;
        private final String en;

        GameEnd(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }
    }

    /**
     * What was written of a game.
     *
     * @param question a question, or what a draw is called
     * @param choices two to six for a poll and a quiz, none otherwise
     * @param right which of them are right, counted from 1; of a quiz only
     * @param winners how many are drawn; null for all who are right, or have watched for long enough
     * @param minutes how long one has to watch; of a reward for watching only
     * @param seconds how long it stays open; null until it is closed
     * @param changeable whether a viewer may choose anew while a poll is open
     * @param live whether viewers see the counts of a poll while it is open
     * @param once whether who has won in this show wins no more
     */
    public record Setup(
            String question,
            List<String> choices,
            List<Integer> right,
            String prize,
            @Nullable Integer winners,
            @Nullable Integer minutes,
            @Nullable Integer seconds,
            boolean changeable,
            boolean live,
            boolean once) {
        /** Keeps the lists as they are. */
        public Setup {
            choices = List.copyOf(choices);
            right = List.copyOf(right);
        }
    }

    /**
     * How a game went.
     *
     * @param cue the item of the cue sheet that opened it; null for a hand
     * @param commitment digest of the seed, told when the game opens; null where nobody is drawn
     * @param seed what the winners are drawn by; null until the result is told
     * @param entries how many took part, once it is closed
     * @param entrants digest of who took part, once it is closed
     */
    public record Course(
            @Nullable String cue,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Instant closedAt,
            @Nullable GameEnd end,
            @Nullable String commitment,
            @Nullable String seed,
            @Nullable Integer entries,
            @Nullable String entrants,
            @Nullable Instant settledAt) {}

    /** A game of a show. */
    public record Game(
            String id,
            String show,
            int version,
            GameKind kind,
            Setup setup,
            GameState state,
            Course course,
            String changedBy,
            Instant changedAt) {

        /** Whether viewers can take part at this instant: its time may be over before anybody has closed it. */
        public boolean takes(Instant now) {
            return state == GameState.OPEN && (course.closesAt() == null || now.isBefore(course.closesAt()));
        }
    }

    /** How many took part, and how many chose each, in the order of the choices. */
    public record Turnout(String game, long entries, List<Long> counts) {
        /** Keeps the counts as they are. */
        public Turnout {
            counts = List.copyOf(counts);
        }
    }

    /**
     * What a viewer has done in a game.
     *
     * @param tag the number by which the viewer is called out: no more than that is told of anybody
     * @param choice counted from 1; null in a draw
     * @param won null until the result is told
     * @param reached whether the winner has left how to be reached
     */
    public record Play(
            String game,
            String tag,
            @Nullable Integer choice,
            @Nullable Boolean won,
            boolean reached) {}

    /** How long a viewer has watched. {@code entered} once it was long enough. */
    public record Watched(String game, long seconds, int minutes, boolean entered, String tag) {}

    /**
     * Somebody who won, or had won.
     *
     * @param place in the order in which they were drawn
     * @param name masked; null where nothing was left, or it is deleted
     * @param phone masked
     * @param contactAt when it was left; null for not yet
     * @param replacedAt when another was drawn instead; null for who still wins
     * @param why another was drawn
     */
    public record Winner(
            int place,
            String tag,
            Instant drawnAt,
            @Nullable String name,
            @Nullable String phone,
            @Nullable Instant contactAt,
            @Nullable Instant replacedAt,
            @Nullable String why) {}

    /** Somebody who cannot win. */
    public record Excluded(String tag, String reason, String by, Instant at) {}

    /** The winners of a game and who could not be one. */
    public record WinnerList(String game, List<Winner> winners, List<Excluded> excluded) {}

    /**
     * A draw, done again from what is kept.
     *
     * @param seed as told; whether it is the one that was promised, whether nobody came or went after the end, and whether
     *     the same win
     * @param recomputed the numbers of the winners, drawn again
     */
    public record Verification(
            String game,
            String seed,
            boolean seedKept,
            boolean entrantsKept,
            boolean winnersSame,
            List<String> recomputed) {
        /** Whether all of it is as it should be. */
        public boolean holds() {
            return seedKept && entrantsKept && winnersSame;
        }
    }
}
