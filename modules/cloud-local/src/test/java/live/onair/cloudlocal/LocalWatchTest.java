package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.StreamHealthReports;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console hears of every channel, of the disk, and whether there is anybody to ask. */
class LocalWatchTest {

    /** Writes down what it is told; one channel's news is more than it can bear. */
    private static final class Heard implements StreamHealthReports {
        private final List<String> channels = new CopyOnWriteArrayList<>();
        private final List<Boolean> reachable = new CopyOnWriteArrayList<>();
        private final List<Long> quotas = new CopyOnWriteArrayList<>();

        @Override
        public void report(String backend, ChannelObservation sample) {
            assertThat(backend).isEqualTo("local");
            channels.add(sample.channel());
            if (sample.channel().equals("CH-01")) {
                throw new IllegalStateException("cannot write it down");
            }
        }

        @Override
        public void reachable(String backend, boolean answers) {
            assertThat(backend).isEqualTo("local");
            reachable.add(answers);
        }

        @Override
        public void alarms(String backend, List<Alarm> all) {}

        @Override
        public void disk(String backend, long usedBytes, long quotaBytes) {
            quotas.add(quotaBytes);
        }
    }

    private static final Duration PATIENCE = Leave.of(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    @Test
    void it_reports_whether_the_process_answers_and_what_it_says() throws Exception {
        MediaChild media = new MediaChild(folder);
        LocalStreamKeyStore keys = new LocalStreamKeyStore(media.control());
        keys.put("CH-01", List.of());
        keys.put("CH-02", List.of());
        LocalWatch watch = new LocalWatch(media.control(), heard);
        watch.start();
        try {
            await().atMost(PATIENCE).until(() -> heard.quotas.size() >= 2);
            assertThat(heard.reachable).containsExactly(true);
            assertThat(heard.channels).startsWith("CH-01", "CH-02", "CH-01");
            assertThat(heard.quotas).containsOnly(10L << 30);
            media.kill();
            await().atMost(PATIENCE).until(() -> heard.reachable.size() == 2);
            try (MediaChild again = new MediaChild(folder)) {
                await().atMost(PATIENCE).until(() -> heard.reachable.size() == 3);
            }
        } finally {
            watch.stop();
        }
        assertThat(heard.reachable).startsWith(true, false, true);
    }

    @Test
    void where_there_is_no_media_process_nothing_is_reported() {
        LocalWatch watch = new LocalWatch(new MediaControl(new MediaAddress(false, "", "")), heard);
        watch.start();
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        watch.stop();
        assertThat(heard.reachable).isEmpty();
    }
}
