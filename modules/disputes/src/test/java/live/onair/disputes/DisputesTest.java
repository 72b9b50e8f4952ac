package live.onair.disputes;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.DisputeRows.PackPlan;
import live.onair.disputes.DisputeRows.PackState;
import live.onair.disputes.DisputeRows.Part;
import live.onair.disputes.DisputeRows.PlannedPart;
import live.onair.disputes.Disputes.PackFilter;
import live.onair.disputes.HoldRows.TapeState;
import live.onair.disputes.SealRows.Finding;
import live.onair.disputes.SealRows.Flaw;
import live.onair.disputes.SealRows.VerdictState;
import live.onair.disputes.spi.FakeDisputeRecordings;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.moderation.ChatEntrance;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRounds;
import live.onair.moderation.spi.FakeChat;
import live.onair.orders.OrderRows;
import live.onair.orders.Orders;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.pins.Pins;
import live.onair.pins.Stall;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order number gives a sealed ZIP of what was sent, shown and paid; what is missing is said, and a changed one is known. */
@RoomTest
class DisputesTest {

    @Inject
    Stall stall;

    @Inject
    Court court;

    @Inject
    Disputes disputes;

    @Inject
    Pins pins;

    @Inject
    Cards cards;

    @Inject
    Orders orders;

    @Inject
    @Any
    FakeDisputeRecordings recordings;

    @Inject
    Moderation moderation;

    @Inject
    ModerationRounds rounds;

    @Inject
    ChatEntrance entrance;

    @Inject
    FakeChat chat;

    @Inject
    Sql sql;

    private String cream = "";

    @BeforeEach
    void aProduct() {
        recordings.breaks(null);
        cream = stall.product(stall.seller(), "가 크림", 10_000, 50);
    }

    private String orderInTheMiddle(String show) {
        stall.pass(Duration.ofMinutes(20));
        String order = court.order(show, cream, 2);
        court.ends();
        return order;
    }

    private PackPlan plan(String order) {
        return done(() -> disputes.plan(order));
    }

    private static String row(byte[] sums, String file) {
        return Court.text(sums)
                .lines()
                .filter(line -> line.endsWith("  " + file))
                .findFirst()
                .orElse("");
    }

    @Test
    void an_order_number_gives_a_sealed_zip_with_what_was_sent_shown_and_paid() {
        String show = stall.onAir(cream);
        done(() -> pins.pin(show, cream));
        String notice = done(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "오늘 주문은 모레 보냅니다")))
                .id();
        done(() -> cards.show(show, notice));
        String order = orderInTheMiddle(show);
        done(() -> disputes.plan(order));
        court.work();
        PackPlan plan = plan(order);
        assertThat(plan.show()).isEqualTo(show);
        assertThat(plan.to().minus(plan.from())).isEqualTo(Duration.ofMinutes(4));
        assertThat(plan.parts()).allMatch(part -> part.gap() == null);
        assertThat(plan.tape().state()).isEqualTo(TapeState.THERE);

        Pack pack = court.made(order.toLowerCase() + " ");
        assertThat(pack.state()).isEqualTo(PackState.READY);
        assertThat(pack.missing()).isEmpty();
        Path zip = court.zip(pack.id());
        assertThat(zip).hasSize(pack.bytes());
        Map<String, byte[]> files = court.files(zip);
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "README.txt",
                        "seal-key.pem",
                        "order.json",
                        "shown.json",
                        "chat.json",
                        "retention.json",
                        "manifest.json",
                        "manifest.sig",
                        "SHA256SUMS",
                        "clip.mp4");
        assertThat(Court.text(files.get("order.json")))
                .contains("₩20,000", order, "view…")
                .doesNotContain(Court.VIEWER);
        assertThat(Court.text(files.get("shown.json")))
                .contains("가 크림", "₩10,000", "123-45-67891".replace("-", ""), "오늘 주문은 모레 보냅니다");
        assertThat(Court.text(files.get("manifest.json"))).contains("chat.json", "\"askedBy\": \"kim\"");
        assertThat(Court.text(files.get("retention.json"))).contains("DH-", "keptUntil");
        assertThat(row(files.get("SHA256SUMS"), "clip.mp4")).startsWith(PackZip.sha256(files.get("clip.mp4")));
        assertThat(recordings.files())
                .as("the clip beside the recording is gone")
                .isZero();
        assertThat(court.verdict(zip).state()).isEqualTo(VerdictState.INTACT);
        assertThat(as(AUDITOR, () -> disputes.check(pack.id())).orThrow().state())
                .isEqualTo(VerdictState.INTACT);
    }

    @Test
    void words_that_were_changed_or_hidden_since_are_told_as_they_stood_then() {
        String show = stall.onAir(cream);
        String notice = done(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "처음 공지")))
                .id();
        done(() -> cards.show(show, notice));
        stall.pass(Duration.ofMinutes(5));
        String order = court.order(show, cream, 1);
        stall.pass(Duration.ofMinutes(5));
        done(() -> cards.change(notice, new Cards.CardWords(null, null, "바뀐 공지")));
        stall.pass(Duration.ofMinutes(1));
        done(() -> cards.remove(notice));
        court.ends();
        String shown = Court.text(court.files(court.zip(court.made(order).id())).get("shown.json"));
        assertThat(shown).contains("처음 공지").doesNotContain("바뀐 공지");
        assertThat(as(AUDITOR, () -> cards.history(show)))
                .extracting(one -> one.text() + " " + (one.until() != null) + " " + (one.from() != null))
                .containsExactly("처음 공지 true true", "바뀐 공지 true true");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "OR-99999999", "'; drop table orders.hold; --", "<script>"})
    void a_number_that_is_none_is_refused_in_words(String number) {
        assertThat(refused(() -> disputes.plan(number))).containsExactly("NO_ORDER");
        assertThat(refused(() -> disputes.make(number, false))).containsExactly("NO_ORDER");
        assertThat(refused(() -> disputes.make("X".repeat(100_000), false))).containsExactly("NO_ORDER");
    }

    @Test
    void what_was_given_back_has_no_number_and_no_pack() {
        String show = stall.onAir(cream);
        OrderRows.Hold hold = court.held(show, cream, 1);
        as(Actor.ONAIR, () -> orders.release(UUID.fromString(hold.id()), Court.VIEWER))
                .orThrow();
        assertThat(refused(() -> disputes.make(hold.id(), false))).containsExactly("NO_ORDER");
    }

    @Test
    void the_chat_around_the_order_is_in_it_as_viewers_read_it() {
        String show = stall.onAir(cream);
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return show;
        });
        court.work();
        says(show, "한참 전에 한 말");
        stall.pass(Duration.ofMinutes(20));
        says(show, "크림 얼마예요?");
        says(show, "음, 못 본 말");
        says(show, "숨길 말");
        stall.pass(Duration.ofSeconds(3));
        court.work();
        long hidden = done(() ->
                        Outcome.done(moderation.lines(new Moderation.Wanted(show, null, null, "숨길", null, 10))))
                .get(0)
                .number();
        as(MODERATOR, () -> moderation.hide(hidden, "도배")).orThrow();
        String order = court.order(show, cream, 1);
        court.ends();
        Pack pack = court.made(order);
        assertThat(pack.missing()).isEmpty();
        String chatted = Court.text(court.files(court.zip(pack.id())).get("chat.json"));
        assertThat(chatted)
                .contains("크림 얼마예요?", "하나", "숨길 말", "hidden", "도배", "waiting for review")
                .doesNotContain("못 본 말", "한참 전에");
    }

    private void says(String show, String words) {
        String pass = as(Actor.VIEWER, () -> entrance.pass(show, "viewer-12345", "하나", false))
                .orThrow()
                .pass();
        assertThat(chat.say(chat.guest(pass), UUID.randomUUID().toString(), words))
                .isTrue();
    }

    @Test
    void a_show_that_never_had_a_chat_is_said() {
        String show = stall.onAir(cream);
        String order = orderInTheMiddle(show);
        sql.run("delete from moderation.chat where show_id = '" + show + "'");
        assertThat(plan(order).parts()).contains(new PlannedPart(Part.CHAT, Gap.NO_CHAT, false));
        Pack pack = court.made(order);
        assertThat(pack.missing()).containsExactly(Gap.NO_CHAT);
        assertThat(Court.text(court.files(court.zip(pack.id())).get("manifest.json")))
                .contains("chat.json", "이 방송에는 채팅이 없습니다.");
    }

    @Test
    void a_recording_that_was_purged_is_said_and_the_rest_is_there() {
        String show = stall.onAir(cream);
        String order = orderInTheMiddle(show);
        recordings.loses(show);
        plan(order);
        court.work();
        assertThat(plan(order).parts()).contains(new PlannedPart(Part.CLIP, Gap.PURGED, false));
        assertThat(plan(order).tape().state()).isEqualTo(TapeState.GONE);
        Pack pack = court.made(order);
        assertThat(pack.missing()).containsExactly(Gap.PURGED);
        Map<String, byte[]> files = court.files(court.zip(pack.id()));
        assertThat(files).doesNotContainKey("clip.mp4").containsKey("order.json");
        assertThat(Court.text(files.get("README.txt"))).contains("녹화가 이미 지워졌습니다.", "The recording has been purged");
    }

    @Test
    void on_air_it_waits_until_two_minutes_after_the_order_are_recorded() {
        String show = stall.onAir(cream);
        stall.pass(Duration.ofMinutes(5));
        String order = court.order(show, cream, 1);
        assertThat(plan(order).parts()).contains(new PlannedPart(Part.CLIP, null, true));
        assertThat(court.made(order).state()).isEqualTo(PackState.READY);
    }

    @Test
    void bought_after_the_end_it_has_what_was_recorded_before() {
        String show = stall.onAir(cream);
        stall.pass(Duration.ofMinutes(57));
        OrderRows.Hold hold = court.held(show, cream, 1);
        stall.pass(Duration.ofMinutes(5));
        String order = court.bought(hold);
        court.ends();
        assertThat(plan(order).position()).isNull();
        Pack pack = court.made(order);
        assertThat(pack.missing()).contains(Gap.OUTSIDE);
    }

    @Test
    void another_pack_of_an_order_is_a_new_one_and_says_so() {
        String show = stall.onAir(cream);
        String order = orderInTheMiddle(show);
        Pack first = done(() -> disputes.make(order, false));
        assertThat(refused(() -> disputes.make(order, true))).containsExactly("MAKING");
        assertThat(as(AUDITOR, () -> disputes.download(first.id())).why().get(0).code())
                .isEqualTo("NOT_READY");
        court.work();
        assertThat(refused(() -> disputes.make(order, false))).containsExactly("THERE");
        Pack second = court.made(order);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(Court.text(court.files(court.zip(second.id())).get("manifest.json")))
                .contains(first.id());
        assertThat(plan(order).earlier()).extracting(Pack::id).containsExactly(second.id(), first.id());
        assertThat(court.verdict(court.zip(first.id())).state()).isEqualTo(VerdictState.INTACT);
    }

    @Test
    void trouble_and_death_in_between_make_it_once() {
        String show = stall.onAir(cream);
        String order = orderInTheMiddle(show);
        recordings.breaks(CloudFault.UNAVAILABLE);
        String id = done(() -> disputes.make(order, false)).id();
        court.work();
        assertThat(court.pack(id).state()).isEqualTo(PackState.CUTTING);
        recordings.breaks(null);
        recordings.killsTheReader();
        stall.pass(Duration.ofMinutes(10));
        court.work();
        Pack pack = court.pack(id);
        assertThat(pack.state()).isEqualTo(PackState.READY);
        assertThat(court.verdict(court.zip(id)).state()).isEqualTo(VerdictState.INTACT);
        court.work();
        assertThat(court.pack(id)).as("once").isEqualTo(pack);
    }

    @Test
    void a_changed_zip_is_known_by_the_file_that_was_changed() throws Exception {
        String show = stall.onAir(cream);
        Pack pack = court.made(orderInTheMiddle(show));
        Map<String, byte[]> files = court.files(court.zip(pack.id()));
        assertThat(court.verdict(court.zipped(files)).state()).isEqualTo(VerdictState.SAME_CONTENT);
        byte[] order = files.get("order.json");
        files.put("order.json", Court.text(order).replace("₩20,000", "₩2,000").getBytes(StandardCharsets.UTF_8));
        assertThat(court.verdict(court.zipped(files)).findings())
                .containsExactly(new Finding("order.json", Flaw.CHANGED));
        files.put("order.json", order);
        files.put("more.txt", order);
        files.remove("shown.json");
        assertThat(court.verdict(court.zipped(files)).findings())
                .containsExactlyInAnyOrder(
                        new Finding("more.txt", Flaw.ADDED), new Finding("shown.json", Flaw.MISSING));
        Map<String, byte[]> forged = court.files(court.zip(pack.id()));
        forged.put(
                "manifest.json",
                Court.text(forged.get("manifest.json"))
                        .replace("\"kim\"", "\"lee\"")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(court.verdict(court.zipped(forged)).findings())
                .contains(new Finding("manifest.json", Flaw.SEAL))
                .contains(new Finding("SHA256SUMS", Flaw.CHANGED));
        assertThat(court.verdict(court.zipped(Map.of("a.txt", order))).state()).isEqualTo(VerdictState.NOT_OURS);
        Path nonsense = Files.writeString(Files.createTempFile("court", ".zip"), "no zip");
        assertThat(court.verdict(nonsense).state()).isEqualTo(VerdictState.UNREADABLE);
        assertThat(refused(() -> disputes.verify(null))).containsExactly("NO_FILE");
        Path nothing = Files.createTempFile("court", ".zip");
        assertThat(refused(() -> disputes.verify(nothing))).containsExactly("NO_FILE");
    }

    @Test
    void they_are_listed_and_found_and_who_may_not_is_told() {
        String show = stall.onAir(cream);
        String order = orderInTheMiddle(show);
        Pack pack = court.made(order);
        court.made(order);
        assertThat(as(AUDITOR, () -> disputes.list(new PackFilter(order, null, 1)))
                        .items())
                .hasSize(1);
        String next =
                as(AUDITOR, () -> disputes.list(new PackFilter(order, null, 1))).next();
        assertThat(as(AUDITOR, () -> disputes.list(new PackFilter(order, next, 1)))
                        .items())
                .extracting(Pack::id)
                .containsExactly(pack.id());
        assertThat(as(AUDITOR, () -> disputes.list(new PackFilter("%", null, 50)))
                        .items())
                .isEmpty();
        assertThat(as(AUDITOR, () -> disputes.keys()).get(0).publicKey()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(refused(() -> disputes.download("DP-000000"))).containsExactly("NO_PACK");
        assertThat(refused(() -> disputes.check("DP-000000"))).containsExactly("NO_PACK");
        assertThatThrownBy(() -> as(AUDITOR, () -> disputes.make(order, true))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(MODERATOR, () -> disputes.download(pack.id())))
                .isInstanceOf(NotAllowedException.class);
        assertThat(as(AUDITOR, () -> disputes.find("DP-0"))).isEmpty();
    }
}
