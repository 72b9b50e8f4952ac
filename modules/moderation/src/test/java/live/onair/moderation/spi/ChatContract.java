package live.onair.moderation.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import live.onair.moderation.Announcements.Style;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.spi.ChatLog.Entry;
import live.onair.moderation.spi.ChatLog.Judged;
import live.onair.moderation.spi.ChatLog.Page;
import live.onair.moderation.spi.ChatRooms.Capability;
import live.onair.moderation.spi.ChatRooms.Guest;
import live.onair.moderation.spi.ChatRooms.Pinned;
import live.onair.moderation.spi.ChatRooms.Warning;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** What every backend of chats does. An adapter's test extends it. */
public abstract class ChatContract {

    private static final ChatSettings OPEN = new ChatSettings(0, false, false, false, false, 0);
    private static final ChatSettings FROZEN = new ChatSettings(0, true, false, false, false, 0);

    /** A viewer's page in a chat. */
    protected interface Viewer extends AutoCloseable {
        /** Says something; gives whether it was acknowledged. */
        boolean say(String id, String text);

        /** The texts it shows now. */
        List<String> shows();

        /** The text that is held up now; null for none. */
        String pinned();

        /** The text that it alone was told last; null for none. */
        String warned();

        /** Whether it was put out. */
        boolean out();

        @Override
        void close();
    }

    private final String show = "SH-" + UUID.randomUUID().toString().substring(0, 8);

    /** The adapter under test. */
    protected abstract ChatRooms rooms();

    /** Its list. */
    protected abstract ChatLog log();

    /** A page that joins with this pass. */
    protected abstract Viewer joins(String show, String pass);

    /** Words that the backend's rules let wait for a moderator. */
    protected abstract String doubtful();

    /** The process that holds the chats dies without a word and is started again. */
    protected abstract void dies();

    private Viewer viewer(String member, String name) {
        return joins(show, rooms().pass(new Guest(show, member, name, Set.of(Capability.SAY, Capability.FOLLOW), 60)));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static void until(java.util.concurrent.Callable<Boolean> so) {
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .pollInterval(Duration.ofMillis(30))
                .until(so);
    }

    private List<Entry> said() {
        List<Entry> found = new ArrayList<>();
        long at = 0;
        for (Page page = log().read(at, 2); page.next() > at; page = log().read(at, 2)) {
            page.entries().stream().filter(one -> one.show().equals(show)).forEach(found::add);
            at = page.next();
        }
        return found;
    }

    @Test
    void what_is_acknowledged_is_seen_by_the_others_and_once_in_the_list_also_after_the_process_died() {
        assertThat(rooms().isHere()).isTrue();
        rooms().hold(show, OPEN);
        String one = id();
        try (Viewer a = viewer("member-a", "하나");
                Viewer b = viewer("member-b", "둘")) {
            assertThat(a.say(one, "안녕하세요")).isTrue();
            assertThat(a.say(one, "안녕하세요")).as("sent again").isTrue();
            assertThat(b.say(id(), "반가워요")).isTrue();
            until(() -> b.shows().equals(List.of("안녕하세요", "반가워요")));
        }
        String list = log().read(0, 1).list();
        dies();
        assertThat(log().read(0, 1).list()).isEqualTo(list);
        assertThat(said()).extracting(Entry::said).containsExactly("안녕하세요", "반가워요");
        assertThat(said()).extracting(Entry::member).containsExactly("member-a", "member-b");
        assertThat(said()).extracting(Entry::name).containsExactly("하나", "둘");
        assertThat(said()).extracting(Entry::judged).containsOnly(Judged.ALLOW);
        assertThat(said().get(0).line()).isEqualTo(one);
        rooms().hold(show, OPEN);
        try (Viewer late = viewer("member-c", "셋")) {
            until(() -> late.shows().equals(List.of("안녕하세요", "반가워요")));
        }
    }

    @Test
    void what_is_held_is_seen_by_nobody_until_it_is_let_out_and_what_is_hidden_goes_away() {
        rooms().hold(show, OPEN);
        String first = id();
        String second = id();
        try (Viewer a = viewer("member-a", "하나");
                Viewer b = viewer("member-b", "둘")) {
            assertThat(a.say(first, doubtful())).isTrue();
            assertThat(a.say(second, doubtful() + "!")).isTrue();
            assertThat(a.say(id(), "다음 말")).isTrue();
            until(() -> b.shows().equals(List.of("다음 말")));
            assertThat(said()).extracting(Entry::judged).containsExactly(Judged.HOLD, Judged.HOLD, Judged.ALLOW);
            rooms().approve(show, first, "모더레이터");
            rooms().approve(show, first, "모더레이터");
            rooms().hide(show, second, "모더레이터");
            until(() -> b.shows().equals(List.of("다음 말", doubtful())));
            rooms().hide(show, first, "모더레이터");
            rooms().hide(show, first, "모더레이터");
            until(() -> b.shows().equals(List.of("다음 말")));
        }
    }

    @Test
    void who_is_put_out_stays_out_under_another_name_until_they_are_let_in_again() {
        rooms().hold(show, OPEN);
        try (Viewer a = viewer("member-a", "하나");
                Viewer b = viewer("member-b", "둘")) {
            assertThat(a.say(id(), "첫말")).isTrue();
            rooms().ban(show, "member-a");
            rooms().ban(show, "member-a");
            until(a::out);
            try (Viewer again = viewer("member-a", "다른 이름")) {
                until(again::out);
            }
            rooms().unban(show, "member-a");
            rooms().unban(show, "member-a");
            try (Viewer back = viewer("member-a", "하나")) {
                assertThat(back.say(id(), "돌아왔어요")).isTrue();
                until(() -> b.shows().contains("돌아왔어요"));
            }
        }
    }

    @Test
    void exactly_those_are_out_who_shall_be_also_after_the_process_died() {
        rooms().hold(show, OPEN);
        rooms().keepOut(show, Set.of("member-a"));
        rooms().keepOut(show, Set.of("member-a"));
        try (Viewer a = viewer("member-a", "하나");
                Viewer b = viewer("member-b", "둘")) {
            until(a::out);
            assertThat(b.say(id(), "들리나요")).isTrue();
            rooms().keepOut(show, Set.of("member-b"));
            until(b::out);
        }
        dies();
        try (Viewer a = viewer("member-a", "하나");
                Viewer b = viewer("member-b", "다른 이름")) {
            until(b::out);
            until(() -> a.say(id(), "돌아왔어요"));
        }
        rooms().keepOut(show, Set.of());
        try (Viewer b = viewer("member-b", "둘")) {
            until(() -> b.say(id(), "저도요"));
        }
    }

    @Test
    void one_member_alone_is_told_at_once_and_when_they_come_back_also_after_the_process_died() {
        rooms().hold(show, OPEN);
        String id = id();
        try (Viewer a = viewer("member-a", "하나");
                Viewer b = viewer("member-b", "둘")) {
            assertThat(a.warned()).isNull();
            rooms().warn(show, "member-a", new Warning(id, "욕설은 <b>안</b> 됩니다"));
            rooms().warn(show, "member-a", new Warning(id, "욕설은 <b>안</b> 됩니다"));
            until(() -> "욕설은 <b>안</b> 됩니다".equals(a.warned()));
            assertThat(b.warned()).isNull();
            assertThat(a.shows()).isEmpty();
        }
        dies();
        rooms().hold(show, OPEN);
        try (Viewer back = viewer("member-a", "다른 이름");
                Viewer b = viewer("member-b", "둘")) {
            until(() -> "욕설은 <b>안</b> 됩니다".equals(back.warned()));
            assertThat(b.warned()).isNull();
        }
        assertThat(said()).isEmpty();
    }

    @Test
    void a_frozen_chat_takes_nothing_and_a_closed_one_puts_everybody_out() {
        rooms().hold(show, FROZEN);
        try (Viewer a = viewer("member-a", "하나")) {
            assertThat(a.say(id(), "얼었나요")).isFalse();
            rooms().hold(show, OPEN);
            assertThat(a.say(id(), "풀렸네요")).isTrue();
            rooms().shut(show);
            rooms().shut(show);
            until(a::out);
        }
        assertThat(said()).extracting(Entry::said).containsExactly("풀렸네요");
    }

    @Test
    void what_was_hidden_comes_back_once_also_after_the_process_died() {
        rooms().hold(show, OPEN);
        String one = id();
        String two = id();
        try (Viewer a = viewer("member-a", "하나")) {
            assertThat(a.say(one, "처음 말")).isTrue();
            assertThat(a.say(two, "다음 말")).isTrue();
            rooms().hide(show, one, "모더레이터");
            until(() -> a.shows().equals(List.of("다음 말")));
            rooms().approve(show, one, "모더레이터");
            rooms().approve(show, one, "모더레이터");
            until(() -> a.shows().equals(List.of("다음 말", "처음 말")));
            rooms().hide(show, two, "모더레이터");
            until(() -> a.shows().equals(List.of("처음 말")));
        }
        dies();
        rooms().hold(show, OPEN);
        try (Viewer late = viewer("member-b", "둘")) {
            until(() -> late.shows().equals(List.of("처음 말")));
            rooms().approve(show, two, "모더레이터");
            until(() -> late.shows().equals(List.of("처음 말", "다음 말")));
        }
    }

    @Test
    void what_moderators_say_is_seen_once_also_where_nobody_else_may_say_anything() {
        rooms().hold(show, FROZEN);
        String one = id();
        try (Viewer a = viewer("member-a", "하나")) {
            rooms().say(show, one, Style.WARNING, "서로 존중해 주세요");
            rooms().say(show, one, Style.WARNING, "서로 존중해 주세요");
            rooms().say(show, id(), Style.STANDARD, "곧 다시 엽니다");
            until(() -> a.shows().equals(List.of("서로 존중해 주세요", "곧 다시 엽니다")));
            rooms().hide(show, one, "모더레이터");
            until(() -> a.shows().equals(List.of("곧 다시 엽니다")));
        }
        dies();
        assertThat(said()).extracting(Entry::said).containsExactly("서로 존중해 주세요", "곧 다시 엽니다");
        assertThat(said()).extracting(Entry::member).containsOnly(ChatLog.STAFF);
        rooms().hold(show, FROZEN);
        try (Viewer late = viewer("member-c", "셋")) {
            until(() -> late.shows().equals(List.of("곧 다시 엽니다")));
        }
    }

    @Test
    void a_line_is_held_up_for_all_and_for_who_comes_later_until_it_is_taken_down_or_away() {
        rooms().hold(show, OPEN);
        String one = id();
        try (Viewer a = viewer("member-a", "하나")) {
            assertThat(a.say(one, "무료배송이에요")).isTrue();
            Pinned first = new Pinned(one, "하나", "무료배송이에요");
            rooms().pin(show, first);
            rooms().pin(show, first);
            until(() -> "무료배송이에요".equals(a.pinned()));
            rooms().pin(show, new Pinned(id(), "둘", "다음 것"));
            until(() -> "다음 것".equals(a.pinned()));
            rooms().pin(show, null);
            rooms().pin(show, null);
            until(() -> a.pinned() == null);
            rooms().pin(show, first);
            until(() -> "무료배송이에요".equals(a.pinned()));
        }
        dies();
        try (Viewer late = viewer("member-b", "둘")) {
            until(() -> "무료배송이에요".equals(late.pinned()));
            rooms().hide(show, one, "모더레이터");
            until(() -> late.pinned() == null);
        }
    }

    @Test
    void what_may_be_forgotten_is_passed_over() {
        rooms().hold(show, OPEN);
        try (Viewer a = viewer("member-a", "하나")) {
            a.say(id(), "옛말");
            long middle = end();
            a.say(id(), "새말");
            log().forget(middle);
            log().forget(0);
        }
        assertThat(said()).extracting(Entry::said).containsExactly("새말");
    }

    private long end() {
        long at = 0;
        for (Page page = log().read(at, 500); page.next() > at; page = log().read(at, 500)) {
            at = page.next();
        }
        return at;
    }
}
