package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import live.onair.chatrules.spi.ChatJudges;
import live.onair.kernel.CloudException;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.spi.ChatLog;
import live.onair.moderation.spi.ChatRooms;
import live.onair.moderation.spi.ChatRooms.Capability;
import live.onair.moderation.spi.ChatRooms.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** M4: rules written in the console count in the media process, some of them in one show only, also after it died. */
class LocalChatJudgesTest {

    private static final String PACK = """
            {"version": "t-1", "date": "2026-11-28", "innocents": [],
             "rules": [{"id": "own.1", "action": "HOLD", "words": ["복숭아"], "note": ""}],
             "shows": {"%s": [{"id": "own.2", "action": "BLOCK", "expressions": ["딸기+"], "note": ""}]}}""";

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private final String one = "SH-" + UUID.randomUUID().toString().substring(0, 8);
    private final String two = "SH-" + UUID.randomUUID().toString().substring(0, 8);

    private List<ChatLog.Judged> judged(String show, String... lines) {
        ChatRooms rooms = new LocalChatRooms(media.control());
        rooms.hold(show, ChatSettings.USUAL);
        for (String line : lines) {
            Guest guest = new Guest(show, "m-" + UUID.randomUUID(), "하나", Set.of(Capability.SAY), 60);
            LocalChatTest.say(media, show, rooms.pass(guest), line);
        }
        return new LocalChatLog(media.control())
                .read(0, 500).entries().stream()
                        .filter(entry -> entry.show().equals(show))
                        .map(ChatLog.Entry::judged)
                        .toList();
    }

    @Test
    void rules_count_at_once_and_after_the_process_died_and_those_of_a_show_in_no_other() {
        ChatJudges judges = new LocalChatJudges(media.control());
        assertThat(judges.isHere()).isTrue();
        judges.judgeBy(PACK.formatted(one));
        judges.judgeBy(PACK.formatted(one));
        media.dies();
        assertThat(judged(one, "복숭아 맛", "딸기 맛", "사과 맛"))
                .containsExactly(ChatLog.Judged.HOLD, ChatLog.Judged.BLOCK, ChatLog.Judged.ALLOW);
        assertThat(judged(two, "복숭아 맛", "딸기 맛")).containsExactly(ChatLog.Judged.HOLD, ChatLog.Judged.ALLOW);
        assertThatThrownBy(() -> judges.judgeBy("{\"version\": \"t-2\"}")).isInstanceOf(CloudException.class);
        assertThat(judged(two, "복숭아 맛")).as("the ones before go on").contains(ChatLog.Judged.HOLD);
    }
}
