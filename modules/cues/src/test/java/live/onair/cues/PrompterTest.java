package live.onair.cues;

import static live.onair.cues.Studio.AUDITOR;
import static live.onair.cues.Studio.MODERATOR;
import static live.onair.cues.Studio.as;
import static live.onair.cues.Studio.done;
import static live.onair.cues.Studio.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import live.onair.cues.CueRows.Level;
import live.onair.cues.CueRows.Message;
import live.onair.kernel.NotAllowedException;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class PrompterTest {

    @Inject
    Studio studio;

    private Message tell(String show, Level level, String text) {
        studio.clock.set(studio.clock.instant().plus(Duration.ofSeconds(1)));
        return as(MODERATOR, () -> studio.prompter.tell(show, level, text)).orThrow();
    }

    @Test
    void what_the_host_has_to_read_first_stands_first_until_it_is_cleared() {
        String show = studio.draft();
        Message note = tell(show, Level.NOTE, "물 드세요");
        Message urgent = tell(show, Level.URGENT, "의약품 표현 정정해 주세요\n지금");
        Message later = tell(show, Level.NOTE, "배송 질문이 많아요");
        assertThat(studio.prompter.of(show)).containsExactly(urgent, later, note);
        Message read = done(() -> studio.prompter.read(urgent.id()));
        assertThat(read.seenAt()).isNotNull();
        assertThat(studio.prompter.of(show)).containsExactly(later, note, read);
        assertThat(done(() -> studio.prompter.read(urgent.id())).seenAt()).isEqualTo(read.seenAt());
        done(() -> studio.prompter.clear(later.id()));
        assertThat(studio.prompter.of(show)).containsExactly(note, read);
        assertThat(refused(() -> studio.prompter.clear(later.id()))).containsExactly("NO_SUCH_MESSAGE");
        assertThat(refused(() -> studio.prompter.read(UUID.randomUUID()))).containsExactly("NO_SUCH_MESSAGE");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        String show = studio.draft();
        assertThat(refused(() -> studio.prompter.tell(show, null, "  "))).containsExactly("MESSAGE");
        assertThat(refused(() -> studio.prompter.tell(show, null, "가".repeat(301))))
                .containsExactly("MESSAGE");
        assertThat(refused(() -> studio.prompter.tell(show, null, "뒤집힌 \u202E글")))
                .containsExactly("MESSAGE");
        assertThat(refused(() -> studio.prompter.tell("SH-0", null, "글"))).containsExactly("NO_SUCH_SHOW");
        for (int i = 0; i < PromptBook.MOST; i++) {
            tell(show, Level.NOTE, "메시지 " + i);
        }
        assertThat(refused(() -> studio.prompter.tell(show, null, "하나 더"))).containsExactly("TOO_MANY_MESSAGES");
        UUID first = studio.prompter.of(show).get(0).id();
        done(() -> studio.prompter.read(first));
        tell(show, Level.URGENT, "읽은 것은 자리를 내준다");
        assertThatThrownBy(() -> as(AUDITOR, () -> studio.prompter.tell(show, null, "글")))
                .isInstanceOf(NotAllowedException.class);
    }
}
