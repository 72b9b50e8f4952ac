package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import live.onair.inventory.QuotaRows.Demand;
import live.onair.inventory.QuotaRows.Headroom;
import live.onair.inventory.QuotaRows.Peak;
import live.onair.inventory.QuotaRows.Quota;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The cells and sentences of the quotas. */
final class QuotaParts {

    /** So many days are named of one quota. */
    private static final int DAYS = 7;

    private QuotaParts() {}

    private static String name(String word) {
        return Texts.find("inventory.quota." + word).orElse(word);
    }

    /** 6개, 120명. */
    private static String count(Quota quota, long count) {
        String number = String.format(Locale.ROOT, "%,d", count);
        return Texts.of(quota.demand() == Demand.VIEWERS ? "inventory.quota.people" : "inventory.quota.pieces", number);
    }

    private static String cssClass(Headroom headroom) {
        return switch (headroom) {
            case OVER -> "fault";
            case TIGHT -> "warn";
            case UNKNOWN -> "stale";
            case FREE -> "ok";
        };
    }

    static Component headroom(Quota quota) {
        String symbol = switch (quota.headroom()) {
            case OVER -> "fault";
            case TIGHT -> "warn";
            case UNKNOWN -> "question";
            case FREE -> "ok";
        };
        String word = Texts.pick(quota.headroom().ko(), quota.headroom().en());
        return Parts.state(cssClass(quota.headroom()), symbol, word);
    }

    static Component name(Quota quota) {
        String demand = Texts.pick(quota.demand().ko(), quota.demand().en());
        String code = quota.code() == null ? "" : " · " + quota.code();
        return cell(name(quota.word()), demand + code);
    }

    static Component used(Quota quota) {
        return cell(
                count(quota, quota.used()),
                quota.others() > 0 && quota.demand() != Demand.VIEWERS
                        ? Texts.of("inventory.quota.others", count(quota, quota.others()))
                        : "");
    }

    static Component peak(Quota quota) {
        Peak peak = quota.peak();
        if (peak == null) {
            return cell(Texts.of("inventory.unknown"), Texts.of("inventory.quota.noPlan"));
        }
        String when = peak.at() != null
                ? Times.brief(peak.at())
                : Texts.of(quota.demand() == Demand.SHOWS ? "inventory.quota.noShow" : "inventory.quota.always");
        return cell(count(quota, peak.count()), when);
    }

    static Component limit(Quota quota) {
        return quota.limit() == null
                ? cell(Texts.of("inventory.unknown"), Texts.of("inventory.quota.untold"))
                : cell(
                        count(quota, quota.limit()),
                        Texts.of(quota.own() ? "inventory.quota.own" : "inventory.quota.usual"));
    }

    static Component left(Quota quota) {
        if (quota.limit() == null) {
            return Parts.text(Texts.of("inventory.unknown"), "t13", "c3");
        }
        long limit = quota.limit();
        long percent = limit == 0 ? (quota.most() == 0 ? 0 : 100) : Math.min(100, quota.most() * 100 / limit);
        Element filled = new Element("i");
        filled.getStyle().set("width", percent + "%");
        Div meter = Parts.box("meter");
        meter.getElement().appendChild(filled);
        meter.getElement().setAttribute("aria-hidden", "true");
        meter.setClassName("w", quota.headroom() == Headroom.TIGHT);
        meter.setClassName("f", quota.headroom() == Headroom.OVER);
        return Parts.box("on-thing on-quota-left", Parts.text(left(quota, limit, quota.most()), "t13"), meter);
    }

    private static String left(Quota quota, long limit, long most) {
        return most > limit
                ? Texts.of("inventory.quota.missing", count(quota, most - limit))
                : Texts.of("inventory.quota.leftOver", count(quota, limit - most));
    }

    /** What a person must know: one sentence for each day that is tight, or one for what is always so. */
    static List<Component> sentences(Quota quota) {
        Long limit = quota.limit();
        if (limit == null || quota.headroom() == Headroom.FREE) {
            return List.of();
        }
        List<Component> all = new ArrayList<>();
        if (quota.tight().isEmpty()
                || quota.used()
                        > quota.tight().stream().mapToLong(Peak::count).max().orElse(0)) {
            String key = quota.peak() != null && quota.peak().count() >= quota.used()
                    ? "inventory.quota.line"
                    : "inventory.quota.line.used";
            all.add(sentence(
                    cssClass(quota.headroom()),
                    Texts.of(
                            key,
                            name(quota.word()),
                            count(quota, quota.most()),
                            count(quota, limit),
                            left(quota, limit, quota.most()))));
        }
        quota.tight().stream().limit(DAYS).forEach(day -> all.add(day(quota, limit, day)));
        if (quota.tight().size() > DAYS) {
            all.add(Parts.text(Texts.of("inventory.quota.more", quota.tight().size() - DAYS), "c2", "t13"));
        }
        return all;
    }

    private static Component day(Quota quota, long limit, Peak day) {
        String when = day.at() == null ? "" : Times.brief(day.at());
        Div line = sentence(
                day.count() > limit ? "fault" : "warn",
                Texts.of(
                        "inventory.quota.line.at",
                        when,
                        name(quota.word()),
                        count(quota, day.count()),
                        count(quota, limit),
                        left(quota, limit, day.count())));
        if (day.at() != null) {
            Anchor board = new Anchor("schedule/" + Times.day(day.at()), Texts.of("inventory.quota.board"));
            board.setRouterIgnore(false);
            line.add(board);
        }
        return line;
    }

    private static Div sentence(String cssClass, String words) {
        return Parts.box(
                "row on-quota-line", Parts.state(cssClass, cssClass.equals("fault") ? "fault" : "warn", words));
    }

    private static Component cell(String what, String more) {
        Span first = Parts.text(what, "t13");
        return more.isEmpty()
                ? Parts.box("on-thing", first)
                : Parts.box("on-thing", first, Parts.text(more, "c3", "t12"));
    }
}
