package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastOutputs.Output;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import live.onair.simulcast.spi.SimulcastOutputs.State;
import live.onair.simulcast.spi.SimulcastOutputs.Target;
import live.onair.simulcast.spi.SimulcastOutputsContract;
import live.onair.simulcast.spi.SimulcastPlanner;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port's contract, kept with the real media process; a second one stands for somebody else's server. */
class LocalSimulcastTest extends SimulcastOutputsContract {

    @TempDir
    static Path folder;

    private static MediaChild media;
    private static MediaChild other;

    private final Map<String, Run> runs = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        media = new MediaChild(Files.createDirectory(folder.resolve("ours")));
        other = new MediaChild(Files.createDirectory(folder.resolve("theirs")));
    }

    @AfterAll
    static void stop() throws Exception {
        media.close();
        other.close();
    }

    private static LocalChannelProvisioner channels(MediaChild of) {
        return new LocalChannelProvisioner(of.control(), Clock.systemUTC());
    }

    @Override
    protected SimulcastOutputs port() {
        return new LocalSimulcast(media.control());
    }

    @Override
    protected SimulcastPlanner planner() {
        return new LocalSimulcast(media.control());
    }

    private static RunSpec spec(Run run, RunSpec.FeedKind feed, boolean warmUp) {
        return new RunSpec(
                run,
                new RunSpec.Feed(feed, null, null, "계약"),
                null,
                true,
                Duration.ofSeconds(30),
                new RunSpec.Slates("", "", "", ""),
                warmUp);
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    protected Programme prepared() {
        String id = fresh();
        Run run = new Run("CH-" + id, "SH-" + id + ":1", "SH-" + id);
        channels(media).prepare(spec(run, RunSpec.FeedKind.TEST, true));
        channels(media).start(run);
        runs.put(run.show(), run);
        return new Programme(run.channel(), run.show());
    }

    @Override
    protected void airs(Programme programme) {
        channels(media).goOnAir(spec(run(programme), RunSpec.FeedKind.TEST, false));
    }

    @Override
    protected void ends(Programme programme) {
        channels(media).stop(run(programme));
    }

    private Run run(Programme programme) {
        return runs.get(programme.show());
    }

    @Override
    protected Target elsewhere(String id, int version) {
        String channel = "CH-" + fresh();
        String key = "key-of-" + channel;
        new LocalStreamKeyStore(other.control())
                .put(channel, List.of(new StreamKeyStore.Key(StreamKeyStore.Key.hash(key), null)));
        return new Target(id, version, "rtmp://" + other.door("rtmp") + "/live", null, key, true);
    }

    @Test
    void a_wrong_key_fails_in_the_words_of_the_other_side_and_without_the_key() {
        Programme programme = prepared();
        Target wrong = new Target("TG-ONE", 1, "rtmp://" + other.door("rtmp") + "/live", null, "a-wrong-key", true);
        port().put(programme, List.of(wrong));
        airs(programme);
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> port().describe(programme).get(0).state() == State.FAILED);
        Output failed = port().describe(programme).get(0);
        assertThat(failed.code()).isEqualTo("REFUSED");
        assertThat(failed.words()).contains("Denied").doesNotContain("a-wrong-key");
        assertThat(failed.retryAt()).isNotNull();
        ends(programme);
    }

    @Test
    void what_ends_for_one_show_does_not_end_what_another_has_told_meanwhile() {
        Programme programme = prepared();
        port().put(programme, List.of(elsewhere("TG-ONE", 1)));
        port().put(new Programme(programme.channel(), "SH-before"), List.of());
        assertThat(port().describe(programme)).hasSize(1);
        assertThat(port().describe(new Programme(programme.channel(), "SH-before")))
                .isEmpty();
        ends(programme);
    }
}
