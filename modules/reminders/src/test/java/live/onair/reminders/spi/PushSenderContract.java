package live.onair.reminders.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import live.onair.kernel.CloudException;
import live.onair.reminders.spi.PushSender.Message;
import org.junit.jupiter.api.Test;

/** What every {@link PushSender} keeps: each viewer gets each message once, and of one show another message than of the next. */
public abstract class PushSenderContract {

    /** The sender under test. */
    protected abstract PushSender port();

    /** The words of what lies there for this viewer about this show, each once, the newest last. */
    protected abstract List<String> got(String show, String viewer);

    /** Takes the service away, for the rest of the test. */
    protected abstract void breaks();

    private void sends(String id, String show, String words, String... viewers) {
        port().send(new Message(id, show, words, List.of(viewers)));
    }

    @Test
    void each_viewer_gets_it_and_nobody_else() {
        sends("SH-1:DAY", "SH-1", "올영라이브: ‘가을 \"특집\"’ 내일 시작합니다.", "viewer-0001", "viewer-0002");
        assertThat(got("SH-1", "viewer-0001")).containsExactly("올영라이브: ‘가을 \"특집\"’ 내일 시작합니다.");
        assertThat(got("SH-1", "viewer-0002")).hasSize(1);
        assertThat(got("SH-1", "viewer-0003")).isEmpty();
    }

    @Test
    void the_same_once_more_is_there_once() {
        sends("SH-2:SOON", "SH-2", "곧 시작합니다.", "viewer-0011");
        sends("SH-2:SOON", "SH-2", "곧 시작합니다.", "viewer-0011");
        assertThat(got("SH-2", "viewer-0011")).containsExactly("곧 시작합니다.");
    }

    @Test
    void a_message_about_one_show_does_not_take_the_place_of_another_shows() {
        sends("SH-3:SOON", "SH-3", "가 방송", "viewer-0021");
        sends("SH-4:SOON", "SH-4", "나 방송", "viewer-0021");
        assertThat(got("SH-3", "viewer-0021")).containsExactly("가 방송");
        assertThat(got("SH-4", "viewer-0021")).containsExactly("나 방송");
    }

    @Test
    void a_thousand_get_it_at_once() {
        List<String> viewers =
                IntStream.range(0, 1_000).mapToObj(i -> "crowd-" + i).toList();
        port().send(new Message("SH-5:HOUR", "SH-5", "1시간 뒤", viewers));
        assertThat(viewers).allSatisfy(viewer -> assertThat(got("SH-5", viewer)).containsExactly("1시간 뒤"));
    }

    @Test
    void without_the_service_it_says_so() {
        breaks();
        assertThatThrownBy(() -> sends("SH-6:DAY", "SH-6", "내일", "viewer-0031")).isInstanceOf(CloudException.class);
    }
}
