package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import live.onair.inventory.Archive;
import live.onair.inventory.Archive.Rule;
import live.onair.inventory.KeptRecording;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What becomes of recordings in their bucket, in words, and how old that is. */
final class ArchiveParts {

    private static final Duration OLD = Duration.ofSeconds(150);

    private ArchiveParts() {}

    static Component of(Archive archive, Instant now) {
        Div part = Parts.box("on-account-fact on-archive");
        part.setId("archive");
        part.add(Parts.text(Texts.of("archive.title"), "c3", "t12"));
        Instant at = archive.at();
        if (at == null) {
            String why = archive.words();
            part.add(Parts.text(why == null ? Texts.of("inventory.unknown") : Texts.of("archive.failed", why), "t13"));
            return part;
        }
        if (archive.bucket() == null) {
            part.add(Parts.text(Texts.of("archive.noBucket"), "t13"));
            return part;
        }
        part.add(
                Parts.text(archive.bucket(), "b", "t13"),
                Parts.text(kept(archive.rules()), "t13"),
                Parts.text(copied(archive.rules()), "t13"),
                Parts.text(Texts.of("archive.at", Times.ago(at, now)), "c3", "t12"));
        part.setClassName("stale", at.plus(OLD).isBefore(now));
        if (archive.words() != null) {
            part.add(Parts.text(Texts.of("archive.failed", archive.words()), "c2", "t13"));
        }
        return part;
    }

    /** Shows of whose recordings something could not be copied, with the way to each. */
    static Component failing(List<KeptRecording> recordings) {
        Div part = Parts.box("on-account-fact on-archive");
        part.setId("archive-failing");
        part.add(Parts.state("fault", "fault", Texts.of("archive.failing")));
        recordings.forEach(recording -> {
            Anchor show = new Anchor("shows/" + recording.show(), recording.show());
            show.setRouterIgnore(false);
            part.add(show);
        });
        return part;
    }

    private static String kept(List<Rule> rules) {
        String words = rules.stream()
                .filter(rule -> rule.copiedTo() == null)
                .map(ArchiveParts::kept)
                .collect(Collectors.joining(", "));
        return Texts.of("archive.kept", words.isEmpty() ? Texts.of("archive.none") : words);
    }

    private static String kept(Rule rule) {
        String moved = rule.movesAfterDays() == null
                ? Texts.of("archive.movesSometime", String.valueOf(rule.movesTo()))
                : Texts.of("archive.moves", rule.movesAfterDays(), String.valueOf(rule.movesTo()));
        String what = rule.goneAfterDays() == null ? moved : Texts.of("archive.gone", rule.goneAfterDays());
        return what + of(rule);
    }

    private static String copied(List<Rule> rules) {
        String words = rules.stream()
                .filter(rule -> rule.copiedTo() != null)
                .map(rule -> Texts.of("archive.copies", String.valueOf(rule.copiedTo())) + of(rule))
                .collect(Collectors.joining(", "));
        return Texts.of("archive.copied", words.isEmpty() ? Texts.of("archive.none") : words);
    }

    private static String of(Rule rule) {
        return rule.prefix().isEmpty() ? "" : " (" + rule.prefix() + ")";
    }
}
