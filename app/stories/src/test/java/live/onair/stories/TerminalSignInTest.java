package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./onair login} in a terminal, allowed in a real browser; and the doors that are open for it. */
class TerminalSignInTest {

    private static final Pattern CODE = Pattern.compile("(?m)^  ([B-Z]{4}-[B-Z]{4})$");
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d+)");

    private final RunningOnair onair = SharedApp.get();

    @TempDir
    Path home;

    private Map<String, String> terminal(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME",
                home.toString(),
                "XDG_CONFIG_HOME",
                home.toString(),
                "LANG",
                "ko_KR.UTF-8",
                "PATH",
                home.resolve("bin") + ":" + System.getenv("PATH")));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    private Path credentials() {
        return home.resolve("onair").resolve("credentials.json");
    }

    private JsonNode kept() throws IOException {
        return new ObjectMapper()
                .readTree(credentials().toFile())
                .path("consoles")
                .path(console());
    }

    private String console() {
        return "http://localhost:" + onair.port();
    }

    /** A browser of the desktop that only remembers which page it was told to open. */
    private Path desktopBrowser() throws IOException {
        Path opened = home.resolve("opened");
        Path browser = home.resolve("bin").resolve("xdg-open");
        Files.createDirectories(browser.getParent());
        Files.writeString(
                browser, "#!/bin/sh\necho \"$1\" > '" + opened + ".new'\nmv '" + opened + ".new' '" + opened + "'\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        return opened;
    }

    private static String code(Commands.Started login) {
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(login.text()).containsPattern(CODE));
        Matcher code = CODE.matcher(login.text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Signs the demo person in at this address and lets the test go on from there. */
    private static void inBrowser(String address, String role, Consumer<Page> then) {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = ViewerPage.chromium(playwright)) {
            Page page = browser.newPage();
            page.navigate(address);
            page.locator("#demo-" + role).click();
            page.waitForURL(address.replaceFirst("\\?.*", "") + "**");
            then.accept(page);
        }
    }

    @Test
    void a_terminal_is_allowed_in_the_browser_lists_shows_and_is_refused_after_it_signed_out() throws Exception {
        Path opened = desktopBrowser();
        Commands.Started login = Commands.started(
                terminal("DISPLAY", ":99", "ONAIR_URL", onair.url()), "login", "--url", console() + "/");
        String code = code(login);
        Waiting.forThat(
                Instant.now(), Duration.ofSeconds(20), () -> assertThat(opened).exists());
        String address = Files.readString(opened).strip();
        assertThat(address).isEqualTo(console() + "/device?code=" + code);
        assertThat(login.text()).contains("브라우저에서", "open this page", address);
        String host = InetAddress.getLocalHost().getHostName();
        inBrowser(address, "merchandiser", page -> {
            page.locator("#deviceSignIn-approve").waitFor();
            assertThat(page.locator(".on-device").innerText()).contains(code, "127.0.0.1", "편성", host);
            page.locator("#deviceSignIn-approve").click();
            page.locator("#device-decided").waitFor();
            assertThat(page.locator(".on-device").innerText()).contains("허용했습니다", host);
            Commands.Ended in = login.ended();
            assertThat(in.status()).as(in.text()).isZero();
            assertThat(in.text()).contains("로그인했습니다", "명령줄 · " + host);
            page.locator(".on-device a").click();
            page.getByText("명령줄 · " + host).first().waitFor();
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials())))
                .isEqualTo("rw-------");
        String token = kept().path("token").asText();
        Commands.Ended list = Commands.onair(terminal(), "shows", "list");
        assertThat(list.status()).as(list.text()).isZero();
        assertThat(list.text()).contains("SH-10001");
        Commands.Ended elsewhere = Commands.onair(terminal("ONAIR_URL", onair.url() + "/x"), "shows", "list");
        assertThat(elsewhere.status())
                .as("a token goes to its own console alone")
                .isEqualTo(4);
        Commands.Ended out = Commands.onair(terminal(), "logout");
        assertThat(out.status()).as(out.text()).isZero();
        assertThat(credentials()).doesNotExist();
        assertThat(new Api(onair.url() + "/api/v1", token).get("/me").status()).isEqualTo(401);
        assertRefused(Commands.onair(terminal("ONAIR_URL", console()), "shows", "list"));
        assertThat(Commands.onair(terminal("ONAIR_URL", console()), "logout").status())
                .isEqualTo(4);
        assertThat(onRecord("identity.DeviceAllowed")).contains(host);
        assertThat(onRecord("identity.TokenIssued")).contains("명령줄 · " + host);
        assertThat(onRecord("identity.TokenRevoked")).contains("명령줄 · " + host);
    }

    /** One line of cause and one of remedy. */
    private static void assertRefused(Commands.Ended refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(4);
        assertThat(refused.text().lines()).hasSize(2);
        assertThat(refused.text()).contains("로그인", "./onair login --url http://localhost:");
    }

    private String onRecord(String kind) {
        return onair.api("auditor")
                .get("/audit/entries?kind=" + kind)
                .ok()
                .path("rows")
                .toString();
    }

    @Test
    void a_denied_terminal_is_told_so_and_one_whose_token_is_revoked_in_the_console_too() throws Exception {
        Path opened = desktopBrowser();
        Commands.Started denied =
                Commands.started(terminal("DISPLAY", ":99"), "login", "--no-browser", "--url", console());
        String code = code(denied);
        inBrowser(console() + "/device", "auditor", page -> {
            page.locator("#device-code input").fill("BBBB-BBBB");
            page.locator("#device-look").click();
            page.locator(".on-device [role=alert]").waitFor();
            page.locator("#device-code input").fill(code.toLowerCase(Locale.ROOT));
            page.locator("#device-look").click();
            page.locator("#deviceSignIn-deny").click();
            page.locator("#device-decided").waitFor();
        });
        Commands.Ended ended = denied.ended();
        assertThat(ended.status()).as(ended.text()).isEqualTo(1);
        assertThat(ended.text()).contains("거부했습니다");
        assertThat(credentials()).doesNotExist();
        assertThat(opened).as("no browser was asked for").doesNotExist();
        assertThat(onRecord("identity.DeviceDenied")).contains("identity.DeviceDenied");

        Commands.Started login = Commands.started(terminal(), "login", "--no-browser", "--url", console());
        inBrowser(console() + "/device?code=" + code(login), "auditor", page -> {
            page.locator("#deviceSignIn-approve").click();
            page.locator("#device-decided").waitFor();
        });
        assertThat(login.ended().status()).isZero();
        assertThat(Commands.onair(terminal(), "shows", "list").status()).isZero();
        onair.api("admin")
                .call("DELETE", "/me/tokens/" + kept().path("id").asText(), null, Map.of())
                .ok();
        assertRefused(Commands.onair(terminal(), "shows", "list"));
        assertThat(Commands.onair(terminal(), "logout").status()).isZero();
        assertThat(credentials()).doesNotExist();
    }

    @Test
    void the_open_door_speaks_rfc_8628_and_nobody_can_knock_without_end() throws IOException {
        String begun = knock("127.0.0.81", "device", "client_id=onair-cli&device_name=x");
        assertThat(begun).contains("HTTP/1.1 200", "Cache-Control: no-store", "\"device_code\"", "\"interval\":5");
        String device = begun.replaceAll("(?s).*\"device_code\":\"([0-9a-f]+)\".*", "$1");
        String question = "client_id=onair-cli&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=";
        assertThat(knock("127.0.0.81", "token", question + device))
                .contains("HTTP/1.1 400", "{\"error\":\"authorization_pending\"}");
        assertThat(knock("127.0.0.81", "token", question + device)).contains("{\"error\":\"slow_down\"}");
        assertThat(knock("127.0.0.81", "token", question + "x")).contains("{\"error\":\"invalid_grant\"}");
        assertThat(knock("127.0.0.81", "token", "client_id=onair-cli"))
                .contains("{\"error\":\"unsupported_grant_type\"}");
        assertThat(knock("127.0.0.81", "device", "client_id=other")).contains("{\"error\":\"invalid_client\"}");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 75; i++) {
            answers.add(knock("127.0.0.82", "token", question + i));
        }
        assertThat(answers.get(0)).contains("RateLimit-Limit: 60");
        assertThat(answers).anySatisfy(answer -> assertThat(answer).contains("HTTP/1.1 429", "Retry-After: "));
        assertThat(knock("127.0.0.83", "token", question + "x"))
                .as("others are not hurt")
                .contains("HTTP/1.1 400");
    }

    private String knock(String from, String path, String form) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", onair.port()), 5_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/sign-in/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).containsPattern(STATUS);
            return answer;
        }
    }
}
