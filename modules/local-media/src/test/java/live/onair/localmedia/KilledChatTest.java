package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed while people talk: what was acknowledged is there once, and the room goes on as it was held. */
class KilledChatTest {

    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_line_is_kept_once_and_bans_hold() throws Exception {
        Map<String, String> acknowledged = new HashMap<>();
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            media.does("PUT", "chat/rooms/SH-1", Json.object().put("linksOff", true));
            media.does("POST", "chat/rooms/SH-1/ban", Json.object().put("about", "m-bad"));
            for (int round = 0; round < KILLS; round++) {
                talk(media, round, acknowledged);
                media.kill();
                media.startChild();
            }
            Map<String, Integer> kept = new HashMap<>();
            long expected = 0;
            for (JsonNode entry : media.asks("chat/spool?from=0&max=5000").path("entries")) {
                assertThat(entry.path("offset").asLong()).isEqualTo(expected++);
                kept.merge(entry.at("/body/id").asText(), 1, Integer::sum);
            }
            acknowledged.keySet().forEach(id -> assertThat(kept.get(id)).as(id).isEqualTo(1));
            JsonNode room = media.asks("chat/rooms/SH-1");
            assertThat(room.at("/settings/linksOff").asBoolean()).isTrue();
            assertThat(room.path("banned").get(0).asText()).isEqualTo("m-bad");
            try (Chatter late = Chatter.joins(media, "SH-1", "늦은 손님")) {
                Set<String> heard = new HashSet<>();
                late.lines().forEach(line -> heard.add(line.path("id").asText()));
                assertThat(heard).containsAll(acknowledged.keySet());
            }
        }
    }

    private static void talk(RunningMedia media, int round, Map<String, String> acknowledged) {
        try (Chatter one = Chatter.joins(media, "SH-1", "손님 " + round);
                Chatter two = Chatter.joins(media, "SH-1", "손님 둘 " + round)) {
            for (int i = 0; i < 6; i++) {
                one.says("말 " + round + " " + i);
                two.says("답 " + round + " " + i);
            }
            until(5, () -> one.answers.size() >= 3 && two.answers.size() >= 3);
            for (Chatter chatter : new Chatter[] {one, two}) {
                chatter.answers.forEach((id, answer) -> {
                    if (answer.matches("\\d+")) {
                        acknowledged.put(id, answer);
                    }
                });
            }
        } catch (CompletionException gone) {
            throw new AssertionError(gone);
        }
    }
}
