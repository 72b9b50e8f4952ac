package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Optional;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.InventoryRows.Holding;
import live.onair.inventory.InventoryRows.Verdict;
import live.onair.inventory.Removal;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The cells of the list of things in the account. */
final class ItemParts {

    private ItemParts() {}

    static String word(Verdict verdict) {
        return Texts.pick(verdict.ko(), verdict.en());
    }

    /** The verdict that an address names. */
    static Optional<Verdict> verdict(@Nullable String name) {
        return Arrays.stream(Verdict.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    static Component verdict(Holding item) {
        return switch (item.verdict()) {
            case IDLE_RUNNING -> Parts.state("warn", "running", word(item.verdict()));
            case ORPHAN -> Parts.state("warn", "question", word(item.verdict()));
            case DRIFTED -> Parts.state("warn", "warn", word(item.verdict()));
            case WANTED -> Parts.state("ok", "ok", word(item.verdict()));
        };
    }

    static Component thing(Holding item) {
        String kind = Texts.find("inventory.kind." + item.service() + "." + item.kind())
                .orElse(item.service() + " " + item.kind());
        Span name = Parts.text(item.name(), "t13", "on-thing-name");
        Div cell = Parts.box("on-thing", name, Parts.text(kind, "c3", "t12"));
        cell.getElement().setAttribute("title", item.arn());
        return cell;
    }

    static Component state(Holding item) {
        return Parts.text(item.state().isEmpty() ? "—" : item.state(), "t13");
    }

    static Component channel(Holding item) {
        if (item.channel() == null) {
            return Parts.text("—", "c3");
        }
        String page = item.channel().startsWith("MON-") ? "monitors" : "channels?q=" + item.channel();
        Anchor link = new Anchor(page, item.channel());
        link.setRouterIgnore(false);
        return link;
    }

    /** When it costs is known; how much is not, before there is a price book. */
    static Component cost(Holding item) {
        String when = Texts.pick(item.billing().ko(), item.billing().en());
        if (item.billing() == Billing.NEVER) {
            return Parts.text(when, "t13");
        }
        return Parts.box("on-thing", Parts.text(Texts.of("inventory.unknown"), "t13"), Parts.text(when, "c3", "t12"));
    }

    static Component why(Holding item) {
        Div cell = Parts.box(
                "on-thing",
                Parts.text(Texts.pick(item.cause().ko(), item.cause().en()), "t13"));
        Removal removal = item.removal();
        if (removal != null) {
            String words = Texts.of(
                    "inventory.removal." + removal.state(),
                    Texts.pick(removal.deed().ko(), removal.deed().en()),
                    Times.seconds(removal.at()),
                    removal.by(),
                    removal.sentence(Texts.locale()));
            cell.add(Parts.text(words, "t12", removal.state().equals("FAILED") ? "on-thing-failed" : "c3"));
        }
        return cell;
    }
}
