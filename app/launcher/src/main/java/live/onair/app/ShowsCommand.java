package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onair shows}: shows from a terminal, by the same API that every other machine uses. */
@Command(
        name = "onair shows",
        description = "터미널에서 방송을 보고, 옮기고, 상태를 바꿉니다 / shows from a terminal",
        subcommands = {
            ShowsCommand.ListThem.class,
            ShowsCommand.ShowOne.class,
            ShowsChanges.Move.class,
            ShowsChanges.Transition.class
        },
        usageHelpWidth = 100,
        scope = CommandLine.ScopeType.INHERIT,
        exitCodeListHeading = "끝난 상태 / exit status%n",
        exitCodeList = {
            "0:했음 / done",
            "1:거절됨, 이유를 말함 / refused, with the reasons",
            "2:잘못 쓴 명령 / wrong words",
            "3:콘솔이 답하지 않음 / the console does not answer",
            "4:로그인하지 않음 / not signed in"
        })
final class ShowsCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "도움말 / this text")
    boolean help;

    /** Runs it; gives the status to end with. */
    static int run(List<String> words) {
        return Terminal.run(new ShowsCommand(), words);
    }

    @Override
    public Integer call() {
        CommandSpec own = spec;
        if (own != null) {
            own.commandLine().usage(System.err);
        }
        return Stop.WRONG_WORDS;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Caller.Request reading(String path) {
        return new Caller.Request("GET", path, null);
    }

    /** Which shows there are. */
    @Command(name = "list", description = "방송 목록 / list shows")
    static final class ListThem implements Callable<Integer> {

        private static final int PAGE = 200;

        @Mixin
        Caller caller = new Caller();

        @Option(names = "--state", split = ",", paramLabel = "S", description = "${COMPLETION-CANDIDATES}")
        List<ShowsPrint.State> states = new ArrayList<>();

        @Option(
                names = "--from",
                paramLabel = "D",
                converter = SeoulTime.From.class,
                description = {
                    "이 시각 뒤에 끝나는 방송. 2026-11-27 또는 2026-11-27T20:00, 서울 시각",
                    "shows that end after this; Seoul time without an offset"
                })
        @Nullable
        OffsetDateTime from;

        @Option(
                names = "--to",
                paramLabel = "D",
                converter = SeoulTime.To.class,
                description = "이 시각 전에 시작하는 방송. 날짜만 쓰면 그날까지 / that start before this; a day counts as a whole")
        @Nullable
        OffsetDateTime to;

        @Option(names = "--channel", paramLabel = "C", description = "채널 / channel, CH-01")
        @Nullable
        String channel;

        @Option(names = "-q", paramLabel = "TEXT", description = "제목의 일부 / part of the title")
        @Nullable
        String text;

        @Override
        public Integer call() {
            ShowsPrint print = new ShowsPrint(caller);
            if (caller.dryRun) {
                print.wouldRead(reading(path("")));
                return 0;
            }
            ArrayNode shows = Caller.JSON.createArrayNode();
            String cursor = "";
            do {
                JsonNode page = caller.ask(reading(path(cursor)));
                page.path("shows").forEach(shows::add);
                cursor = page.path("next").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            print.list(shows);
            return 0;
        }

        private String path(String cursor) {
            List<String> query = new ArrayList<>(List.of("limit=" + PAGE));
            add(query, "state", states.stream().map(Enum::name).collect(Collectors.joining(",")));
            add(query, "from", from == null ? "" : SeoulTime.sent(from));
            add(query, "to", to == null ? "" : SeoulTime.sent(to));
            add(query, "channel", channel == null ? "" : channel);
            add(query, "q", text == null ? "" : text);
            add(query, "cursor", cursor);
            return "/shows?" + String.join("&", query);
        }

        private static void add(List<String> query, String name, String value) {
            if (!value.isEmpty()) {
                query.add(name + "=" + encoded(value));
            }
        }
    }

    /** One of them. */
    @Command(name = "show", description = "방송 하나 / one show")
    static final class ShowOne implements Callable<Integer> {

        @Mixin
        Caller caller = new Caller();

        @Parameters(paramLabel = "ID", description = "방송 번호 / its id, SH-00001")
        String id = "";

        @Override
        public Integer call() {
            ShowsPrint print = new ShowsPrint(caller);
            Caller.Request request = reading("/shows/" + encoded(id));
            if (caller.dryRun) {
                print.wouldRead(request);
            } else {
                print.show(caller.ask(request));
            }
            return 0;
        }
    }
}
