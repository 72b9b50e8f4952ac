package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onair login}: signs the terminal in; somebody allows it in their browser (RFC 8628). */
@Command(
        name = "onair login",
        description = "터미널을 로그인합니다. 브라우저에서 허용하면 됩니다 / sign this terminal in, by your browser",
        usageHelpWidth = 100,
        exitCodeListHeading = "끝난 상태 / exit status%n",
        exitCodeList = {
            "0:로그인함 / signed in",
            "1:거부되었거나 시간이 지남 / denied, or too late",
            "2:잘못 쓴 명령 / wrong words",
            "3:콘솔이 답하지 않음 / the console does not answer"
        })
final class LoginCommand implements Callable<Integer> {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final String CLIENT = "onair-cli";

    @Mixin
    Place place = new Place();

    @Option(names = "--no-browser", description = "브라우저를 열지 않음 / do not open a browser")
    boolean noBrowser;

    /** Runs it; gives the status to end with. */
    static int run(List<String> words) {
        return Terminal.run(new LoginCommand(), words);
    }

    @Override
    public Integer call() throws InterruptedException {
        String url = place.url();
        ConsoleLine line = place.line();
        ConsoleLine.Answer begun = line.form(
                "/sign-in/device", Map.of("client_id", CLIENT, "device_name", System.getProperty("onair.host", "")));
        if (!begun.isDone()) {
            throw Caller.stop(begun, place);
        }
        show(begun.body());
        JsonNode token = awaited(line, begun.body());
        Optional<Logins.Login> before = place.logins.at(url);
        place.logins.keep(
                url,
                new Logins.Login(
                        token.path("access_token").asText(),
                        token.path("token_id").asText()));
        before.ifPresent(old -> forget(line, old));
        System.out.println("로그인했습니다 / signed in: " + url);
        System.out.println("토큰 / token: " + Columns.plain(token.path("name").asText()) + " → " + Logins.file());
        return 0;
    }

    /** The new token counts already; the old one ends by itself where it cannot be taken back now. */
    private static void forget(ConsoleLine line, Logins.Login old) {
        try {
            LogoutCommand.revoke(line, old);
        } catch (Stop later) {
            System.out.println("이전 토큰은 내 계정에서 폐기할 수 있습니다 / the token before can be revoked under your account");
        }
    }

    private void show(JsonNode begun) {
        String page = Columns.plain(begun.path("verification_uri_complete").asText());
        if (!page.matches("https?://[^/\\s]+(/\\S*)?")) {
            throw new Stop(
                    Stop.REFUSED,
                    "ADDRESS_UNUSABLE",
                    place.say("콘솔이 알려 준 주소를 열 수 없습니다.", "The console gave an address that cannot be opened."),
                    place.say("--url이 맞는지 보세요.", "See whether --url is right."));
        }
        System.out.println("브라우저에서 이 주소를 여세요 / open this page in a browser:");
        System.out.println("  " + page);
        System.out.println("코드가 같으면 허용하세요 / allow it if the code is the same:");
        System.out.println("  " + Columns.plain(begun.path("user_code").asText()));
        long minutes = begun.path("expires_in").asLong() / 60;
        System.out.printf("%d분 동안 기다립니다 / waiting for %d minutes%n", minutes, minutes);
        System.out.flush();
        if (!noBrowser) {
            Browser.open(page);
        }
    }

    /** Asks as seldom as it is told to; a console that is away for a while is asked again. */
    private JsonNode awaited(ConsoleLine line, JsonNode begun) throws InterruptedException {
        Map<String, String> question = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                CLIENT,
                "device_code",
                begun.path("device_code").asText());
        Duration pause = Duration.ofSeconds(begun.path("interval").asLong(STEP.toSeconds()));
        long end = System.nanoTime()
                + TimeUnit.SECONDS.toNanos(begun.path("expires_in").asLong());
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            Optional<ConsoleLine.Answer> answer = asked(line, question);
            if (answer.isPresent() && answer.get().isDone()) {
                return answer.get().body();
            }
            boolean patient = answer.map(a -> a.body().path("error").asText().equals("authorization_pending"))
                    .orElse(false);
            if (!patient) {
                pause = pause.plus(STEP);
                answer.ifPresent(this::giveUpUnlessLater);
            }
        }
        throw late();
    }

    private static Optional<ConsoleLine.Answer> asked(ConsoleLine line, Map<String, String> question) {
        try {
            return Optional.of(line.form("/sign-in/token", question));
        } catch (Stop away) {
            return Optional.empty();
        }
    }

    private void giveUpUnlessLater(ConsoleLine.Answer answer) {
        String error = answer.body().path("error").asText();
        if (error.equals("access_denied")) {
            throw new Stop(
                    Stop.REFUSED,
                    "ACCESS_DENIED",
                    place.say("브라우저에서 거부했습니다.", "It was denied in the browser."),
                    place.say("직접 거부하지 않았다면 관리자에게 알리세요.", "If it was not you, tell an administrator."));
        }
        if (error.equals("expired_token") || error.equals("invalid_grant")) {
            throw late();
        }
        boolean later = error.equals("slow_down") || answer.status() == 429 || answer.status() >= 500;
        if (!later) {
            throw Caller.stop(answer, place);
        }
    }

    private Stop late() {
        return new Stop(
                Stop.REFUSED,
                "EXPIRED_TOKEN",
                place.say("허용하기 전에 시간이 지났습니다.", "The time was over before it was allowed."),
                place.say("다시 시작하세요: ./onair login", "Begin again: ./onair login"));
    }
}
