package live.onair.ui.promises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.stream.Collectors;
import live.onair.promises.PromiseRows.Broken;
import live.onair.promises.PromiseRows.Promise;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What is seen of a promise: what was said, where, and whether it is kept. */
final class PromiseParts {

    private PromiseParts() {}

    static Component what(Promise promise) {
        return Parts.box(
                "on-thing",
                Parts.text(promise.name(), "b", "t13", "on-thing-name"),
                Parts.text(
                        Texts.pick(promise.kind().ko(), promise.kind().en()) + " · " + promise.words(), "c2", "t12"));
    }

    static Component link(String show) {
        Anchor link = new Anchor("shows/" + show, show);
        link.setRouterIgnore(false);
        return link;
    }

    static Component standing(Promise promise) {
        String word = Texts.pick(promise.state().ko(), promise.state().en());
        return switch (promise.state()) {
            case BINDING -> Parts.state("ok q", "ok", word);
            case UNDERCUT ->
                Parts.state(
                        "fault q",
                        "fault",
                        word + " · "
                                + promise.undercuts().stream()
                                        .map(one -> (one.show() == null ? Texts.of("promise.catalogue") : one.show())
                                                + " " + one.price())
                                        .collect(Collectors.joining(", ")));
            case OVER -> Parts.state("ended q", "ended", word);
            case WITHDRAWN ->
                Parts.state(
                        "ended q",
                        "ended",
                        promise.withdrawn() == null
                                ? word
                                : word + " · " + promise.withdrawn().because());
        };
    }

    static String words(Broken one) {
        Promise promise = one.promise();
        return Texts.of(
                "promises.broken",
                promise.name(),
                promise.show(),
                promise.price(),
                Times.brief(promise.until()),
                one.price());
    }
}
