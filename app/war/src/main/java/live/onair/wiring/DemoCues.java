package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows.Act;
import live.onair.cues.Cues;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.products.LineUps;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;

/** The demo's cue sheets: an opening, an item for each product, questions, a closing. */
@Singleton
class DemoCues {

    private final Cues cues;
    private final LineUps lineUps;
    private final Shows shows;

    @Inject
    DemoCues(Cues cues, LineUps lineUps, Shows shows) {
        this.cues = cues;
        this.lineUps = lineUps;
        this.shows = shows;
    }

    void write(Actor planner, String show) {
        Acting.call(planner, () -> {
            Hosted by = new Hosted(host(show));
            List<Cues.ItemWish> items = new ArrayList<>();
            items.add(by.item("오프닝", 180, "안녕하세요, 데모 방송입니다.\n오늘 소개할 상품을 차례로 보여 드릴게요.", "조명과 자막 확인"));
            lineUps.of(show)
                    .items()
                    .forEach(one -> items.add(by.item(
                            one.product().name(),
                            420,
                            "손등에 발라 제형과 발림을 보여 드릴게요.",
                            "가격과 구성 자막",
                            new Act(CueKind.PIN, one.product().id()))));
            items.add(by.item("질문 답하기", 300, "많이 물어보신 것부터 답해 드릴게요.", "질문은 프롬프터로"));
            items.add(by.item("마무리", 180, "오늘 함께해 주셔서 고맙습니다.", ""));
            return cues.arrange(show, new Cues.SheetWish(null, items)).isDone();
        });
    }

    private String host(String show) {
        return shows.find(show).orElseThrow().hosts().stream()
                .map(ShowRows.Named::name)
                .findFirst()
                .orElse("");
    }

    /** Items of one host. */
    private record Hosted(String host) {

        Cues.ItemWish item(String title, int seconds, String lines, String note, Act... acts) {
            String caption = title.startsWith("데모 ") ? title : "데모 " + title;
            return new Cues.ItemWish(null, title, host, seconds, lines, caption, note, true, List.of(acts));
        }
    }
}
