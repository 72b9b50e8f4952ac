package live.onair.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onair logout}: the console forgets the terminal's token, and so does the terminal. */
@Command(
        name = "onair logout",
        description = "터미널의 로그인을 끝냅니다 / end the sign-in of this terminal",
        usageHelpWidth = 100,
        exitCodeListHeading = "끝난 상태 / exit status%n",
        exitCodeList = {
            "0:끝냄 / ended",
            "2:잘못 쓴 명령 / wrong words",
            "3:콘솔이 답하지 않음, 로그인은 그대로 / the console does not answer, still signed in",
            "4:로그인하지 않음 / not signed in"
        })
final class LogoutCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    /** Runs it; gives the status to end with. */
    static int run(List<String> words) {
        return Terminal.run(new LogoutCommand(), words);
    }

    @Override
    public Integer call() {
        String url = place.url();
        Logins.Login login = place.logins.at(url).orElseThrow(() -> Caller.nobody(url, place));
        ConsoleLine.Answer answer = revoke(place.line(), login);
        boolean gone = answer.isDone()
                || answer.status() == 401
                || answer.body().path("code").asText().equals("NO_SUCH_TOKEN");
        if (!gone) {
            throw Caller.stop(answer, place);
        }
        place.logins.forget(url);
        System.out.println("로그인을 끝냈습니다 / signed out: " + url);
        return 0;
    }

    static ConsoleLine.Answer revoke(ConsoleLine line, Logins.Login login) {
        return line.ask(
                new Caller.Request("DELETE", "/me/tokens/" + ShowsCommand.encoded(login.id()), null), login.token());
    }
}
