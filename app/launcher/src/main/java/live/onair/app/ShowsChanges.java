package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code onair shows} changes; each can be tried without changing anything. */
final class ShowsChanges {

    private ShowsChanges() {}

    /** Another time, another channel. */
    @Command(name = "move", description = "방송 옮기기 / move a show in time or to another channel")
    static final class Move implements Callable<Integer> {

        @Mixin
        Caller caller = new Caller();

        @Spec
        @Nullable
        CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "방송 번호 / its id, SH-00001")
        String id = "";

        @Option(
                names = "--start",
                paramLabel = "T",
                converter = SeoulTime.Moment.class,
                description =
                        "새 시작. 2026-11-27T20:00, 서울 시각. --end가 없으면 길이 그대로 / new start; the length stays without --end")
        @Nullable
        OffsetDateTime start;

        @Option(names = "--end", paramLabel = "T", converter = SeoulTime.Moment.class, description = "새 끝 / new end")
        @Nullable
        OffsetDateTime end;

        @Option(names = "--channel", paramLabel = "C", description = "새 채널 / new channel")
        @Nullable
        String channel;

        @Override
        public Integer call() {
            ObjectNode to = place();
            if (to.isEmpty() && spec != null) {
                throw new ParameterException(
                        spec.commandLine(), "--start, --end, --channel 가운데 하나는 있어야 합니다 / one is needed");
            }
            ShowsPrint print = new ShowsPrint(caller);
            Caller.Request request = new Caller.Request("POST", "/shows/" + ShowsCommand.encoded(id) + "/move", to);
            if (caller.dryRun) {
                return foresee(request, print);
            }
            print.done(caller.say("옮겼습니다.", "Moved."), caller.ask(request));
            return 0;
        }

        private ObjectNode place() {
            ObjectNode to = Caller.JSON.createObjectNode();
            if (start != null) {
                to.put("start", SeoulTime.sent(start));
            }
            if (end != null) {
                to.put("end", SeoulTime.sent(end));
            }
            return channel == null ? to : to.put("channel", channel);
        }

        private int foresee(Caller.Request request, ShowsPrint print) {
            JsonNode show = caller.ask(ShowsCommand.reading("/shows/" + ShowsCommand.encoded(id)));
            ObjectNode wishes = Caller.JSON.createObjectNode();
            wishes.putArray("wishes").add(place().put("show", show.path("id").asText()));
            JsonNode foreseen = caller.ask(new Caller.Request("POST", "/shows/foresee", wishes))
                    .path(0);
            print.foreseen(request, show, foreseen);
            return foreseen.path("reasons").isEmpty() ? 0 : Stop.REFUSED;
        }
    }

    /** Another state. */
    @Command(name = "transition", description = "상태 바꾸기 / take a show to another state")
    static final class Transition implements Callable<Integer> {

        @Mixin
        Caller caller = new Caller();

        @Parameters(paramLabel = "ID", description = "방송 번호 / its id, SH-00001")
        String id = "";

        @Option(names = "--to", required = true, paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}")
        ShowsPrint.State to = ShowsPrint.State.DRAFT;

        @Option(names = "--reason", paramLabel = "R", description = "이유 / why")
        @Nullable
        String reason;

        @Option(
                names = "--plan",
                paramLabel = "HASH",
                description = "본 계획의 해시 (리허설) / hash of the plan, for a rehearsal")
        @Nullable
        String plan;

        @Override
        public Integer call() {
            ShowsPrint print = new ShowsPrint(caller);
            String path = "/shows/" + ShowsCommand.encoded(id);
            ObjectNode body = Caller.JSON.createObjectNode().put("to", to.name());
            if (reason != null) {
                body.put("reason", reason);
            }
            if (plan != null) {
                body.put("plan", plan);
            }
            Caller.Request request = new Caller.Request("POST", path + "/transitions", body);
            if (caller.dryRun) {
                return print.ways(
                        request,
                        caller.ask(ShowsCommand.reading(path)),
                        caller.ask(ShowsCommand.reading(path + "/ways")),
                        to);
            }
            print.done(caller.say("상태를 바꿨습니다.", "The state is changed."), asked(path, request));
            return 0;
        }

        /** What needs its plan is shown it, and how it is pressed with it. */
        private JsonNode asked(String path, Caller.Request request) {
            try {
                return caller.ask(request);
            } catch (Stop stop) {
                boolean missing =
                        stop.problem().path("reasons").findValuesAsText("code").contains("PLAN_MISSING");
                if (to != ShowsPrint.State.REHEARSAL || !missing) {
                    throw stop;
                }
                ObjectNode press = Caller.JSON.createObjectNode().put("press", "REHEARSE");
                JsonNode shown = caller.ask(new Caller.Request("POST", path + "/plan", press));
                throw new Stop(
                        Stop.REFUSED,
                        "PLAN_MISSING",
                        caller.say("먼저 보낼 호출을 보세요: ", "Look at the calls first: ") + ShowsPrint.calls(shown),
                        "./onair shows transition " + id + " --to REHEARSAL --plan "
                                + shown.path("hash").asText());
            }
        }
    }
}
