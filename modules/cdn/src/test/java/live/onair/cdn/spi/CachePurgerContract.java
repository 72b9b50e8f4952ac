package live.onair.cdn.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import live.onair.cdn.spi.CachePurger.Purged;
import live.onair.kernel.CloudException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every purger keeps. */
public abstract class CachePurgerContract {

    private static final List<String> FOLDERS = List.of("/live/SH-1", "/replay/SH-1");

    /** The purger. */
    protected abstract CachePurger port();

    /** A CDN that it purges. */
    protected abstract String cdn();

    @Test
    void a_purge_is_over_at_once_or_after_some_looks_and_may_be_asked_for_twice() {
        assertThat(port().purges(cdn())).isTrue();
        over(port().purge(cdn(), "SH-1", FOLDERS));
        over(port().purge(cdn(), "SH-1", FOLDERS));
    }

    private void over(Purged asked) {
        String ticket = asked.ticket();
        if (ticket != null) {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .until(() -> port().look(cdn(), ticket).isOver());
        }
    }

    @Test
    void another_cdn_is_not_its_own() {
        assertThat(port().purges("nobodys")).isFalse();
        assertThatThrownBy(() -> port().purge("nobodys", "SH-1", FOLDERS)).isInstanceOf(CloudException.class);
    }
}
