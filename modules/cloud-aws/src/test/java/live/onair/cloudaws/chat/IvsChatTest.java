package live.onair.cloudaws.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.IvsChatWorld;
import live.onair.awsstub.Manner;
import live.onair.chatreview.ReviewHandler;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.filter.FilterRules;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.moderation.Announcements.Style;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.spi.ChatContract;
import live.onair.moderation.spi.ChatLog;
import live.onair.moderation.spi.ChatRooms;
import live.onair.moderation.spi.ChatRooms.Capability;
import live.onair.moderation.spi.ChatRooms.Guest;
import live.onair.moderation.spi.ChatRooms.Pinned;
import live.onair.moderation.spi.ChatRooms.Warning;
import live.onair.testkit.Leave;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of chats, kept by IVS Chat behind the validator and by the real function that reviews lines, with a bucket of
 * moto between them.
 */
class IvsChatTest extends ChatContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REVIEW = "arn:aws:lambda:ap-northeast-2:111122223333:function:onair-chat-review";
    private static final String FOLDER = "onair/test/chat/";

    private static AwsStub stub;
    private static AwsCalls calls;
    private static String log;
    private static boolean broken;

    private ChatFolder folder;
    private IvsChatRooms rooms;
    private IvsChatLog list;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(20));
        AwsAtHand.makeBucket(stub.uri());
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
        System.setProperty("aws.region", "ap-northeast-2");
        ReviewHandler handler = new ReviewHandler(stub.uri(), AwsAtHand.BUCKET, FOLDER);
        stub.ivsChat().function(REVIEW, asked -> reviewed(handler, asked));
        ObjectNode wanted = JSON.createObjectNode().put("name", "onair-test");
        wanted.putObject("destinationConfiguration").putObject("s3").put("bucketName", AwsAtHand.BUCKET);
        log = stub.somebodyElse("ivschat", "CreateLoggingConfiguration", wanted)
                .path("arn")
                .asText();
        await().until(() -> stub.somebodyElse("ivschat", "ListLoggingConfigurations", JSON.createObjectNode())
                .at("/loggingConfigurations/0/state")
                .asText()
                .equals("ACTIVE"));
    }

    private static JsonNode reviewed(ReviewHandler handler, JsonNode asked) {
        if (broken) {
            throw new IllegalStateException("the function does not answer");
        }
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handle(new ByteArrayInputStream(JSON.writeValueAsBytes(asked)), answer);
            return JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        stub.close();
    }

    @BeforeEach
    void a_console() {
        broken = false;
        dies();
    }

    /** The console that asks IVS Chat dies and is started again: it remembers nothing. */
    @Override
    protected final void dies() {
        Clock clock = Clock.systemUTC();
        ChatSetup setup = new ChatSetup(calls.settings(), REVIEW, log);
        folder = new ChatFolder(calls);
        rooms = new IvsChatRooms(
                setup,
                new ChatCalls(calls, setup),
                new ChatPapers(folder),
                new RoomLines(folder, clock),
                folder,
                clock);
        list = new IvsChatLog(setup, folder, clock, Duration.ZERO);
    }

    @Override
    protected ChatRooms rooms() {
        return rooms;
    }

    @Override
    protected ChatLog log() {
        return list;
    }

    @Override
    protected String doubtful() {
        return "니까짓게 뭘 알아";
    }

    @Override
    protected Viewer joins(String show, String pass) {
        JsonNode guest = Page.tree(pass);
        return page(
                new Guest(
                        show, guest.path("member").asText(), guest.path("name").asText(), Set.of(Capability.SAY), 60),
                pass);
    }

    private Page page(Guest guest, String pass) {
        return new Page(pass, () -> rooms.pass(guest));
    }

    /** What the viewers' page does with a pass of IVS Chat. */
    private static final class Page implements Viewer {

        private final Map<String, String> lines = new LinkedHashMap<>();
        private final Map<String, Boolean> answers = new ConcurrentHashMap<>();
        private final Map<String, String> parts = new LinkedHashMap<>();
        private final Optional<IvsChatWorld.Page> socket;
        private final StringBuffer heard = new StringBuffer();
        private boolean frozen;
        private @Nullable String pinned;
        private @Nullable String warned;
        private volatile boolean asks;
        private final Supplier<String> again;
        private final String member;

        Page(String text, Supplier<String> again) {
            this.again = again;
            JsonNode pass = tree(text);
            member = pass.path("member").asText();
            warned = pass.path("warned").path("text").asText(null);
            assertThat(pass.path("via").asText()).isEqualTo("ivs-chat");
            pass.path("lines")
                    .forEach(line -> lines.put(
                            line.path("id").asText(), line.path("text").asText()));
            pinned = pass.path("pinned").path("text").asText(null);
            frozen = pass.path("settings").path("frozen").asBoolean();
            socket = pass.path("out").asBoolean()
                    ? Optional.empty()
                    : stub.ivsChat().joins(pass.path("token").asText(), this::hears);
        }

        private static JsonNode tree(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean say(String id, String text) {
            if (frozen) {
                return false;
            }
            answers.remove(id);
            ObjectNode said = JSON.createObjectNode().put("Action", "SEND_MESSAGE");
            said.put("RequestId", id)
                    .put("Content", text)
                    .putObject("Attributes")
                    .put("id", id);
            socket.orElseThrow().sends(said);
            return answers.getOrDefault(id, false);
        }

        private synchronized void hears(JsonNode told) {
            heard.append(told);
            JsonNode more = told.path("Attributes");
            String id = more.path("id").asText();
            switch (told.path("Type").asText() + " " + told.path("EventName").asText()) {
                case "MESSAGE " -> {
                    answers.put(told.path("RequestId").asText(), true);
                    if (!more.has("held")) {
                        lines.putIfAbsent(id, told.path("Content").asText());
                    }
                }
                case "ERROR " -> answers.put(told.path("RequestId").asText(), false);
                case "EVENT onair:line" -> {
                    String text = parts.merge(id, more.path("text").asText(), String::concat);
                    if (more.path("part").equals(more.path("parts"))) {
                        lines.putIfAbsent(id, text);
                        parts.remove(id);
                    }
                }
                case "EVENT onair:hidden" -> lines.remove(id);
                case "EVENT onair:pinned" ->
                    pinned = id.isEmpty() ? null : more.path("text").asText();
                // asked for once the event is over, as a page does
                case "EVENT onair:warned" ->
                    asks = asks || more.path("member").asText().equals(member);
                case "EVENT onair:settings" -> frozen = more.path("frozen").asBoolean();
                default -> {}
            }
        }

        @Override
        public synchronized List<String> shows() {
            return List.copyOf(lines.values());
        }

        @Override
        public synchronized @Nullable String pinned() {
            return pinned;
        }

        @Override
        public @Nullable String warned() {
            if (asks) {
                warned = tree(again.get()).path("warned").path("text").asText(null);
            }
            return warned;
        }

        @Override
        public boolean out() {
            return socket.isEmpty() || !socket.get().isOpen();
        }

        @Override
        public void close() {
            socket.ifPresent(IvsChatWorld.Page::leaves);
        }
    }

    // ---- what IVS Chat has besides the contract ----

    private static final ChatSettings OPEN = new ChatSettings(0, false, false, false, false, 0);
    private final String show = "SH-" + UUID.randomUUID().toString().substring(0, 8);

    private Page viewer(String member, Set<Capability> can) {
        Guest guest = new Guest(show, member, "이름", can, 60);
        return page(guest, rooms.pass(guest));
    }

    @Test
    void a_room_names_its_review_its_log_and_whose_it_is_and_denies_what_nobody_could_judge() {
        rooms.hold(show, OPEN);
        JsonNode room = stub.somebodyElse(
                        "ivschat", "ListRooms", JSON.createObjectNode().put("name", "onair-test-" + show))
                .at("/rooms/0");
        assertThat(room.at("/messageReviewHandler/uri").asText()).isEqualTo(REVIEW);
        assertThat(room.at("/messageReviewHandler/fallbackResult").asText()).isEqualTo("DENY");
        assertThat(room.at("/loggingConfigurationIdentifiers/0").asText()).isEqualTo(log);
        assertThat(room.at("/tags/onair:env").asText()).isEqualTo("test");
        assertThat(room.at("/tags/onair:show").asText()).isEqualTo(show);
        try (Page a = viewer("a", Set.of(Capability.SAY));
                Page b = viewer("b", Set.of(Capability.SAY))) {
            broken = true;
            assertThat(a.say("one", "안녕하세요")).isFalse();
            broken = false;
            assertThat(a.say("two", "들리나요")).isTrue();
            assertThat(b.shows()).containsExactly("들리나요");
        }
    }

    @Test
    void a_pass_lets_its_guest_do_no_more_than_it_says() {
        rooms.hold(show, new ChatSettings(0, false, true, false, false, 0));
        try (Page silent = viewer("silent", Set.of());
                Page other = viewer("other", Set.of(Capability.SAY));
                Page follower = viewer("follower", Set.of(Capability.SAY, Capability.FOLLOW))) {
            assertThat(silent.say("one", "말할 수 없음")).isFalse();
            assertThat(other.say("two", "따르지 않음")).isFalse();
            assertThat(follower.say("three", "따르는 사람")).isTrue();
            assertThat(silent.shows()).containsExactly("따르는 사람");
        }
        assertThat(stub.calls("ivschat", "CreateChatToken").toString()).doesNotContain("DELETE_MESSAGE");
    }

    @Test
    void what_the_filter_takes_out_is_not_delivered_and_of_what_waits_no_word() {
        rooms.hold(show, OPEN);
        try (Page a = viewer("a", Set.of(Capability.SAY));
                Page b = viewer("b", Set.of(Capability.SAY))) {
            assertThat(a.say("one", "제 번호는 010-1234-5678 이에요")).isTrue();
            assertThat(b.shows()).hasSize(1).noneMatch(text -> text.contains("1234"));
            assertThat(a.say("two", doubtful())).isTrue();
            assertThat(b.shows()).hasSize(1);
            assertThat(b.heard.toString()).doesNotContain(doubtful());
        }
        assertThat(list.read(0, 500).entries())
                .filteredOn(one -> one.show().equals(show))
                .extracting(ChatLog.Entry::judged)
                .containsExactly(ChatLog.Judged.MASK, ChatLog.Judged.HOLD);
    }

    @Test
    void new_rules_count_a_second_later_those_of_a_show_in_no_other_and_unreadable_ones_never() {
        rooms.hold(show, OPEN);
        String pack = """
                {"version": "t-1", "date": "2026-11-29", "innocents": [], "rules": [],
                 "shows": {"%s": [{"id": "own.1", "action": "BLOCK", "expressions": ["딸기+"], "note": ""}]}}""".formatted(show);
        IvsChatJudges judges = new IvsChatJudges(new ChatSetup(calls.settings(), REVIEW, log), folder);
        judges.judgeBy(pack);
        assertThatThrownBy(() -> judges.judgeBy("{\"version\": \"t-2\"}")).isInstanceOf(CloudException.class);
        try (Page a = viewer("a", Set.of(Capability.SAY))) {
            await().atMost(Leave.of(Duration.ofSeconds(5)))
                    .until(() -> !a.say(UUID.randomUUID().toString(), "딸기 맛"));
            assertThat(a.say(UUID.randomUUID().toString(), "사과 맛")).isTrue();
            folder.write("rules.json", "{}");
            stub.forgetCalls();
            await().until(() -> a.say(UUID.randomUUID().toString(), "포도 맛")
                    && stub.calls("s3", "GetObject").toString().contains("rules.json"));
            assertThat(a.say(UUID.randomUUID().toString(), "딸기 맛"))
                    .as("the ones before go on")
                    .isFalse();
            judges.judgeBy(shipped());
            await().until(() -> a.say(UUID.randomUUID().toString(), "딸기 맛"));
        }
    }

    private static String shipped() {
        try (InputStream rules = FilterRules.class.getResourceAsStream("rules.json")) {
            return new String(rules.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_was_done_but_not_told_is_told_when_it_is_done_again() {
        rooms.hold(show, OPEN);
        try (Page a = viewer("a", Set.of(Capability.SAY));
                Page b = viewer("b", Set.of(Capability.SAY))) {
            assertThat(a.say("one", doubtful())).isTrue();
            assertThat(a.say("two", "고정할 말")).isTrue();
            Pinned pinned = new Pinned("two", "이름", "고정할 말");
            untold(() -> rooms.approve(show, "one", "모더레이터"));
            assertThat(b.shows()).containsExactly("고정할 말");
            rooms.approve(show, "one", "모더레이터");
            assertThat(b.shows()).containsExactly("고정할 말", doubtful());
            untold(() -> rooms.pin(show, pinned));
            assertThat(b.pinned()).isNull();
            rooms.pin(show, pinned);
            assertThat(b.pinned()).isEqualTo("고정할 말");
            untold(() -> rooms.hide(show, "two", "모더레이터"));
            rooms.hide(show, "two", "모더레이터");
            assertThat(b.shows()).containsExactly(doubtful());
            assertThat(b.pinned()).isNull();
        }
    }

    /** The event is lost on its way, as often as it is asked for. */
    private static void untold(Runnable act) {
        stub.faults().on("ivschat", "SendEvent").throttled();
        try {
            assertThatThrownBy(act::run).isInstanceOf(CloudException.class);
        } finally {
            stub.faults().clear();
        }
    }

    @Test
    void under_the_id_of_anothers_line_nobody_says_another() {
        rooms.hold(show, OPEN);
        try (Page a = viewer("a", Set.of(Capability.SAY));
                Page b = viewer("b", Set.of(Capability.SAY))) {
            assertThat(a.say("one", doubtful())).isTrue();
            assertThat(b.say("one", "얌전한 말")).isFalse();
            // two instances of the function that do not know of each other
            ReviewHandler other = new ReviewHandler(stub.uri(), AwsAtHand.BUCKET, FOLDER);
            stub.ivsChat().function(REVIEW, asked -> reviewed(other, asked));
            b.say("one", "얌전한 말");
        } finally {
            ReviewHandler handler = new ReviewHandler(stub.uri(), AwsAtHand.BUCKET, FOLDER);
            stub.ivsChat().function(REVIEW, asked -> reviewed(handler, asked));
        }
        assertThat(list.read(0, 500).entries())
                .filteredOn(one -> one.show().equals(show))
                .extracting(ChatLog.Entry::said)
                .as("only the first is read")
                .containsExactly(doubtful());
    }

    @Test
    void what_was_said_stands_in_no_paper_once_the_chat_is_over_and_who_is_out_stays_out() {
        rooms.hold(show, OPEN);
        try (Page a = viewer("a", Set.of(Capability.SAY))) {
            a.say("one", doubtful());
            rooms.approve(show, "one", "모더레이터");
            rooms.pin(show, new Pinned("one", "이름", doubtful()));
            rooms.ban(show, "out");
        }
        rooms.shut(show);
        assertThat(folder.find(RoomPaper.name(show)).orElseThrow().text())
                .doesNotContain(doubtful())
                .contains("out");
        rooms.unban(show, "out");
        rooms.hold(show, OPEN);
        try (Page out = viewer("out", Set.of(Capability.SAY))) {
            assertThat(out.out()).isFalse();
            assertThat(out.shows()).isEmpty();
        }
    }

    @Test
    void words_are_cut_between_letters() {
        String faces = "\uD83D\uDE00".repeat(150);
        assertThat(ChatCalls.parts(faces))
                .hasSizeGreaterThan(1)
                .allSatisfy(part ->
                        assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse());
        assertThat(String.join("", ChatCalls.parts(faces))).isEqualTo(faces);
        assertThat(ChatCalls.parts("")).containsExactly("");
    }

    @Test
    void what_somebody_else_has_put_into_the_folder_is_passed_over() {
        rooms.hold(show, OPEN);
        folder.write("log/9999999999999999999~strange.json", "{}");
        folder.write("log/notes.txt", "-");
        try (Page a = viewer("a", Set.of(Capability.SAY))) {
            assertThat(a.say("one", "들립니다")).isTrue();
            list.forget(1);
            assertThat(list.read(0, 500).entries())
                    .extracting(ChatLog.Entry::said)
                    .contains("들립니다");
            dies();
            assertThat(viewer("b", Set.of()).shows()).containsExactly("들립니다");
        } finally {
            folder.remove(List.of("log/9999999999999999999~strange.json", "log/notes.txt"));
        }
    }

    @Test
    void of_the_words_of_a_warning_no_other_page_hears_anything() {
        rooms.hold(show, OPEN);
        try (Page a = viewer("a", Set.of(Capability.SAY));
                Page b = viewer("b", Set.of(Capability.SAY))) {
            rooms.warn(show, "a", new Warning(show + "-1", "욕설은 삼가 주세요"));
            await().until(() -> "욕설은 삼가 주세요".equals(a.warned()));
            assertThat(b.heard.toString()).contains("onair:warned").doesNotContain("삼가");
            assertThat(b.warned()).isNull();
        }
        rooms.shut(show);
        assertThat(folder.find(RoomPaper.name(show)).orElseThrow().text()).doesNotContain("삼가");
    }

    @Test
    void long_words_of_moderators_arrive_whole() {
        rooms.hold(show, OPEN);
        String text = "공지".repeat(150);
        try (Page a = viewer("a", Set.of(Capability.SAY))) {
            rooms.say(show, UUID.randomUUID().toString(), Style.STANDARD, text);
            assertThat(a.shows()).containsExactly(text);
        }
    }

    @Test
    void a_message_that_is_hidden_is_deleted_in_the_words_of_ivs_chat_too() {
        rooms.hold(show, OPEN);
        try (Page a = viewer("a", Set.of(Capability.SAY))) {
            a.say("one", "지울 말");
            rooms.hide(show, "one", "모더레이터");
            assertThat(a.shows()).isEmpty();
        }
        assertThat(stub.calls("ivschat", "DeleteMessage")).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void a_line_is_read_only_when_none_can_come_to_lie_before_it() {
        rooms.hold(show, OPEN);
        IvsChatLog careful = new IvsChatLog(
                new ChatSetup(calls.settings(), REVIEW, log), folder, Clock.systemUTC(), Duration.ofSeconds(3));
        try (Page a = viewer("a", Set.of(Capability.SAY))) {
            assertThat(a.say("one", "방금 한 말")).isTrue();
        }
        assertThat(list.read(0, 500).entries()).extracting(ChatLog.Entry::said).contains("방금 한 말");
        assertThat(careful.read(0, 500).entries())
                .extracting(ChatLog.Entry::said)
                .doesNotContain("방금 한 말");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> careful.read(0, 500).entries().stream()
                        .anyMatch(one -> one.said().equals("방금 한 말")));
    }

    @Test
    void two_consoles_at_once_lose_nothing_of_each_other() {
        rooms.hold(show, OPEN);
        ChatPapers other = new ChatPapers(folder);
        AtomicBoolean first = new AtomicBoolean(true);
        new ChatPapers(folder).change(show, paper -> {
            if (first.getAndSet(false)) {
                other.change(show, theirs -> theirs.banned.add("theirs"));
            }
            paper.banned.add("ours");
        });
        assertThat(other.open(show).banned).containsExactlyInAnyOrder("theirs", "ours");
        assertThat(stub.calls("s3", "PutObject").toString()).contains("IfMatch");
    }

    @Test
    void a_chat_that_is_not_open_is_not_found() {
        assertThatThrownBy(() -> rooms.hide(show, "one", "모더레이터"))
                .isInstanceOf(CloudException.class)
                .extracting(e -> ((CloudException) e).fault())
                .isEqualTo(CloudFault.NOT_FOUND);
        assertThatThrownBy(() -> rooms.pass(new Guest(show, "a", "이름", Set.of(), 60)))
                .isInstanceOf(CloudException.class);
    }
}
