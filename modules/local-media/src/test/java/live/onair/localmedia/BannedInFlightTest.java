package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import live.onair.testkit.Talkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A member is banned while their lines are on their way: what others have heard when the ban is answered is all they ever hear.
 * Small here, 10,000 times with {@code ./onair prove ban-in-flight}.
 */
class BannedInFlightTest {

    private static final int TIMES = Integer.getInteger("onair.proof.size", 100);
    private static final int LINES = 8;
    /** Then somebody else listens: what they have heard is looked through each time. */
    private static final int AT_ONCE = 20;

    private static final int ROOMS = 8;

    @TempDir
    Path folder;

    @Test
    void nothing_of_a_banned_member_is_heard_after_the_answer() throws IOException {
        AtomicInteger heard = new AtomicInteger();
        try (RunningMedia media = RunningMedia.inside(folder.resolve("state"))) {
            ExecutorService rooms = Executors.newFixedThreadPool(ROOMS);
            List<CompletableFuture<Void>> all = IntStream.range(0, ROOMS)
                    .mapToObj(room -> CompletableFuture.runAsync(() -> heard.addAndGet(inOne(media, room)), rooms))
                    .toList();
            all.forEach(CompletableFuture::join);
            rooms.shutdown();
        }
        System.out.printf(
                "PROOF|ban-in-flight|%d|0|%d times banned with %d lines on their way: %d of %d were heard before the answer, 0 after it%n",
                TIMES, TIMES, LINES, heard.get(), TIMES * LINES);
        assertThat(heard.get()).as("some were on their way").isBetween(TIMES / 2, TIMES * LINES - 1);
    }

    /** Every so many-th time lies in this room. */
    private static int inOne(RunningMedia media, int room) {
        String show = "SH-FLIGHT-" + room;
        media.does("PUT", "chat/rooms/" + show, Json.object());
        int heard = 0;
        for (int i = room; i < TIMES; i += ROOMS * AT_ONCE) {
            try (Chatter good = Chatter.joins(media, show, Chatter.pass(media, show, "좋은 손님", "moderate"), -1)) {
                for (int time = i; time < Math.min(TIMES, i + ROOMS * AT_ONCE); time += ROOMS) {
                    heard += theirsHeard(media, show, good, time);
                }
            }
        }
        return heard;
    }

    /** How many of theirs were heard; none after the answer. */
    private static int theirsHeard(RunningMedia media, String show, Chatter good, int time) {
        try (Chatter bad = Chatter.joins(media, show, "손님 " + Talkers.spelt(time))) {
            for (int i = 0; i < LINES; i++) {
                bad.says("나쁜 말 " + Talkers.spelt(time) + " " + Talkers.spelt(i));
                if (i == LINES / 2 && time / ROOMS % 2 == 0) {
                    // every other time some of them have just gone out
                    until(10, () -> !theirs(good.heard(), time).isEmpty());
                }
            }
            String member = bad.told("welcome").get(0).path("member").asText();
            act(media, show, "ban", member);
            int before = theirs(good.heard(), time).size();
            String end = "조용하네요 " + Talkers.spelt(time);
            good.answer(end);
            until(10, () -> good.heard().contains(end));
            assertThat(theirs(good.heard(), time)).as("after the answer").hasSize(before);
            act(media, show, "unban", member);
            return before;
        }
    }

    private static List<String> theirs(List<String> heard, int time) {
        return heard.stream()
                .filter(line -> line.startsWith("나쁜 말 " + Talkers.spelt(time) + " "))
                .toList();
    }

    private static void act(RunningMedia media, String show, String act, String about) {
        media.does(
                "POST",
                "chat/rooms/" + show + "/" + act,
                Json.object().put("about", about).put("by", "moderator"));
    }
}
