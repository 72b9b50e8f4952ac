package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import live.onair.testkit.Talkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both processes are killed by turns while a hundred lines a second are said: what was acknowledged is in the log, once. */
class KillChatTest {

    private static final int SMALL = 1;
    /** A hundred lines a second between them. */
    private static final int MEMBERS = 50;

    private static final int EACH_MILLIS = 10;
    private static final String BEGIN = "줄 ";

    @Test
    @Timeout(value = 2, unit = java.util.concurrent.TimeUnit.HOURS)
    void each_acknowledged_line_is_once_in_the_consoles_log() {
        Proof proof = Proof.of("kill-chat", SMALL);
        try (RunningOnair onair = RunningOnair.fresh("kill-chat")) {
            String show = KillConsoleTest.onAir(onair);
            List<String> acknowledged;
            try (Talkers talkers = new Talkers(onair.viewerUrl(), show, MEMBERS)) {
                talkers.each(EACH_MILLIS, number -> BEGIN + Talkers.spelt(number));
                goesOn(talkers);
                for (int i = 1; i <= proof.size(); i++) {
                    Waiting.until(Instant.now().plusMillis(500 + proof.random().nextInt(2_000)));
                    onair.killMedia();
                    goesOn(talkers);
                    Waiting.until(Instant.now().plusMillis(500 + proof.random().nextInt(2_000)));
                    onair.killConsole();
                    // the media process takes what is said meanwhile
                    goesOn(talkers);
                    onair.start();
                    goesOn(talkers);
                    proof.tell("round " + i + ": " + talkers.acknowledged().size() + " lines acknowledged");
                }
                acknowledged = talkers.acknowledged();
            }
            List<String> said = new ArrayList<>();
            await("all is read")
                    .atMost(Leave.of(Duration.ofSeconds(60)))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        said.clear();
                        said.addAll(said(onair, show));
                        return new HashSet<>(said).containsAll(acknowledged);
                    });
            assertThat(said).doesNotHaveDuplicates();
            assertThat(acknowledged).hasSizeGreaterThan(300 * proof.size());
            proof.figure(
                    "%d kills of the media process and %d of the console; 0 of %d acknowledged lines lost, 0 doubled"
                            .formatted(proof.size(), proof.size(), acknowledged.size()));
        }
    }

    /** A hundred more are acknowledged. */
    private static void goesOn(Talkers talkers) {
        int before = talkers.acknowledged().size();
        await("the chat goes on")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> talkers.acknowledged().size() > before + 100);
    }

    /** What of theirs lies in the console's log. */
    private static List<String> said(RunningOnair onair, String show) throws SQLException {
        List<String> said = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(onair.database());
                PreparedStatement lines = connection.prepareStatement(
                        "select text from moderation.line where show_id = ? and starts_with(text, ?)")) {
            lines.setString(1, show);
            lines.setString(2, BEGIN);
            try (ResultSet row = lines.executeQuery()) {
                while (row.next()) {
                    said.add(row.getString(1));
                }
            }
        }
        return said;
    }
}
