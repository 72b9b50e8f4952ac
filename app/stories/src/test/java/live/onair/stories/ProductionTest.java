package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./onair serve} with a database of its own behind https: its settings have their effect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionTest {

    private static final int POOL = 12;
    private static final String PUBLIC = "https://console.example.test";

    private final List<Integer> ports = freePorts(7);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private EmbeddedPostgres postgres;
    private Process onair;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "onair-pg-binaries")
                        .toFile())
                .setDataDirectory(folder.resolve("postgres"))
                .start();
        Path settings = folder.resolve("onair.properties");
        Files.writeString(settings, """
                onair.data.dir=%s
                onair.db.url=jdbc:postgresql://127.0.0.1:%d/postgres?ApplicationName=onair
                onair.db.user=postgres
                onair.db.password=postgres
                onair.db.pool=%d
                onair.public.url=%s
                onair.media.enabled=true
                onair.http.port=%d
                onair.writes.port=%d
                onair.media.viewer.port=%d
                onair.media.domestic.port=%d
                onair.media.global.port=%d
                onair.media.rtmp.port=%d
                onair.media.control.port=%d
                """.formatted(
                        folder.resolve("data"),
                        postgres.getPort(),
                        POOL,
                        PUBLIC,
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        ports.get(4),
                        ports.get(5),
                        ports.get(6)));
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", Commands.home().resolve("onair").toString(), "serve", "--config", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ONAIR_"));
        onair = builder.start();
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(100),
                () -> assertThat(Files.readString(log)).contains("READY " + PUBLIC));
    }

    @AfterAll
    void end() throws Exception {
        if (onair != null) {
            onair.destroy();
            assertThat(onair.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static List<Integer> freePorts(int wanted) {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < wanted; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return open.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            for (ServerSocket socket : open) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(0) + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void behind_https_the_cookie_of_a_session_is_secure() {
        String cookie = get("/").headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).startsWith("ONAIR=").contains("Secure", "HttpOnly", "SameSite=Lax");
        HttpResponse<String> demo = demoPage();
        assertThat(demo.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("ONAIR=")
                .doesNotContain("Secure");
    }

    private HttpResponse<String> demoPage() {
        try {
            HttpRequest page =
                    HttpRequest.newBuilder(URI.create(SharedApp.get().url())).build();
            return http.send(page, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_page_speaks_to_the_console_and_the_two_edges_only() {
        String policy = get("/").headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy.split("; "))
                .contains("connect-src 'self' wss://console.example.test http://localhost:%d http://localhost:%d"
                        .formatted(ports.get(3), ports.get(4)));
        String demo = demoPage().headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(demo)
                .contains("connect-src 'self' ws://localhost:" + SharedApp.get().port() + " http://")
                .containsPattern("media-src 'self' blob: data: http://[a-z0-9.]+:\\d+ http://[a-z0-9.]+:\\d+;");
    }

    /** Every request waits for the same table: without a limit each would take a connection of its own. */
    @Test
    void the_console_takes_no_more_connections_than_its_setting_says() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(30);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table identity.token in access exclusive mode");
            for (int i = 0; i < 30; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> get("/api/v1/me", "Authorization", "Bearer onair_" + UUID.randomUUID())
                                .statusCode(),
                        crowd));
            }
            Waiting.forThat(
                    Instant.now(),
                    Duration.ofSeconds(20),
                    () -> assertThat(connections()).isEqualTo(POOL));
            org.awaitility.Awaitility.await()
                    .pollInSameThread()
                    .during(Duration.ofSeconds(2))
                    .atMost(Leave.of(Duration.ofSeconds(4)))
                    .until(() -> connections() == POOL);
            connection.rollback();
        }
        for (CompletableFuture<Integer> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(401);
        }
        crowd.shutdown();
    }

    private int connections() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return (int) OlderSchema.count(connection, "pg_stat_activity where application_name = 'onair'");
        }
    }

    @Test
    void who_tries_too_many_wrong_tokens_is_not_looked_up_any_more_and_nobody_else_is_hurt() throws IOException {
        Instant began = Instant.now();
        int wrong = 0;
        int answer = statusFrom("127.0.0.77", "onair_" + UUID.randomUUID());
        while (answer == 401 && wrong < 600) {
            wrong++;
            answer = statusFrom("127.0.0.77", "onair_" + UUID.randomUUID());
        }
        assertThat(answer).isEqualTo(429);
        // one is forgiven every two seconds
        long forgiven = Duration.between(began, Instant.now()).toSeconds() / 2;
        assertThat((long) wrong).as("wrong tokens").isBetween(300L, 301 + forgiven);
        assertThat(statusFrom("127.0.0.78", "onair_" + UUID.randomUUID())).isEqualTo(401);
    }

    private int statusFrom(String address, String token) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", ports.get(0)), 5_000);
            socket.getOutputStream()
                    .write(("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
