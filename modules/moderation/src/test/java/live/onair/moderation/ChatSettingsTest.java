package live.onair.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

/** What the event log says of a changed chat. */
class ChatSettingsTest {

    @Test
    void only_what_is_another_now_is_told_with_what_it_was() {
        ChatSettings slow = new ChatSettings(10, false, false, true, true, 3);
        assertThat(slow.since(ChatSettings.USUAL))
                .containsExactly(entry("slowSeconds", "0 -> 10"), entry("delaySeconds", "0 -> 3"));
        assertThat(slow.since(slow)).isEmpty();
    }
}
