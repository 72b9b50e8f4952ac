package live.onair.disputes;

import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.Part;
import live.onair.disputes.Making.Contents;
import live.onair.disputes.spi.DisputeRecordings.Made;
import org.jspecify.annotations.Nullable;

/** What a reader of a pack has to know: in Korean, then in English. */
final class PackReadme {

    private static final String KO = """
        분쟁 자료 %s
        주문 %s · 방송 %s

        들어 있는 것
          %s주문 시각 앞뒤 2분의 방송 화면(녹화를 다시 인코딩하지 않고 잘랐습니다)
        %s          order.json      주문, 결제 금액, 쿠폰, 사은품(구매자 번호는 가렸습니다)
          shown.json      그 순간 화면에 보인 상품과 가격, 쿠폰·특가, 판매자 정보, 공지, 자막
          chat.json       주문 앞뒤 2분의 채팅(숨긴 메시지는 표시하고, 시청자가 보지 못한 글은 뺐습니다)
          retention.json  녹화와 주문의 보존 상태
          manifest.json   파일마다의 SHA-256과 크기, 만든 사람과 시각
          manifest.sig    manifest.json의 Ed25519 서명
          seal-key.pem    서명을 확인하는 공개 키 (%s)

        없는 것
        %s
        확인하는 법
          1. ZIP을 풀고 그 폴더에서:  sha256sum -c SHA256SUMS
          2. 서명:  openssl pkeyutl -verify -pubin -inkey seal-key.pem -rawin -in manifest.json -sigfile manifest.sig
             공개 키가 Onair의 것인지는 콘솔(분쟁 자료) 또는 GET /api/v1/disputes/keys 로 확인합니다.
          3. 또는 콘솔의 분쟁 자료 화면에서 이 ZIP을 올려 '파일 확인'을 누릅니다.
        """;

    private static final String EN = """
        Dispute pack %s
        Order %s, show %s

        What is in it
          %sthe broadcast from two minutes before the order to two after it, not encoded anew
        %s          order.json      the order, what was paid, coupon and gifts (the buyer's number is masked)
          shown.json      products and prices, coupons and flash sales, sellers, notices and captions shown then
          chat.json       the chat from two minutes before to two after (hidden ones marked, unseen text left out)
          retention.json  what of the recording and the order is kept for how long
          manifest.json   SHA-256 and size of each file, who asked for it and when
          manifest.sig    Ed25519 signature of manifest.json
          seal-key.pem    the public key that checks it (%s)

        What is missing
        %s
        How to check it
          1. Unpack the ZIP, and in that folder:  sha256sum -c SHA256SUMS
          2. The seal:  openssl pkeyutl -verify -pubin -inkey seal-key.pem -rawin -in manifest.json -sigfile manifest.sig
             Whether the key is Onair's is told by the console (dispute packs) or by GET /api/v1/disputes/keys.
          3. Or give the ZIP to 'Check a file' on the page of dispute packs.
        """;

    private static final String BETWEEN = "\n" + "-".repeat(64) + "\n\n";

    private PackReadme() {}

    static String of(Contents contents, PackZip.@Nullable Clip clip) {
        return words(KO, contents, clip, Language.KO) + BETWEEN + words(EN, contents, clip, Language.EN);
    }

    private enum Language {
        KO(Gap::ko, "실제로 담긴 구간: ", "MPEG-TS 형식입니다. VLC 같은 재생기로 봅니다."),
        EN(Gap::en, "shows: ", "MPEG-TS; watch it with a player such as VLC.");

        private final Function<Gap, String> why;
        private final String covers;
        private final String stream;

        Language(Function<Gap, String> why, String covers, String stream) {
            this.why = why;
            this.covers = covers;
            this.stream = stream;
        }

        /** From when to when the clip really shows something, and with what it is watched where not every player can. */
        String of(Made made) {
            String covered = made.covered().stream()
                    .map(part -> line(covers + Paper.at(part.start()) + " ~ " + Paper.at(part.end())))
                    .collect(Collectors.joining());
            return made.format().equals("ts") ? covered + line(stream) : covered;
        }

        private static String line(String words) {
            return " ".repeat(18) + words + "\n";
        }
    }

    private static String words(String page, Contents contents, PackZip.@Nullable Clip clip, Language language) {
        String missing = contents.missing().stream()
                .map(gap -> "  - " + gap.part().file() + ": " + language.why.apply(gap) + "\n")
                .collect(Collectors.joining());
        return page.formatted(
                contents.of().id(),
                contents.of().order(),
                contents.of().show(),
                "%-16s".formatted(clip == null ? Part.CLIP.file() : clip.name()),
                clip == null ? "" : language.of(clip.made()),
                contents.key().id(),
                missing);
    }
}
