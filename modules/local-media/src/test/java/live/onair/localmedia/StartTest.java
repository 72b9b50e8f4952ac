package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    Path state;

    private Media.StartFailure refused(Map<String, String> settings) {
        return catchThrowableOfType(
                Media.StartFailure.class,
                () -> Media.start(MediaConfig.from(settings::get)).close());
    }

    @Test
    void a_second_process_on_the_same_folder_is_told_why_not() throws Exception {
        try (RunningMedia first = RunningMedia.inside(state)) {
            Media.StartFailure second = refused(Map.of("state", state.toString()));
            assertThat(second.exitCode).isEqualTo(3);
            assertThat(second.lines().lines()).hasSize(2);
            assertThat(second.lines()).contains("원인").contains("cause").contains("remedy");
            assertThat(first.asks("status").path("build").asText()).isEqualTo("test");
        }
    }

    @Test
    void a_busy_port_is_told_with_its_setting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Media.StartFailure busy =
                    refused(Map.of("state", state.toString(), "viewer.port", "" + taken.getLocalPort()));
            assertThat(busy.exitCode).isEqualTo(4);
            assertThat(busy.lines()).contains("onair.media.viewer.port").contains("" + taken.getLocalPort());
        }
    }

    @Test
    void a_restart_has_the_same_ports_and_secrets_only_their_owner_may_read() throws Exception {
        int[] ports = new int[2];
        for (int i = 0; i < 2; i++) {
            try (RunningMedia media = RunningMedia.inside(state)) {
                ports[i] = media.port("viewer");
                for (String secret : new String[] {"token", "media.json"}) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(secret))))
                            .isEqualTo("rw-------");
                }
            }
        }
        assertThat(ports[1]).isEqualTo(ports[0]);
    }
}
