package live.onair.adreview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.adreview.AdReview.Where;
import live.onair.claims.ClaimEvidence;
import live.onair.claims.ClaimEvidence.Kind;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardBoard;
import live.onair.pins.Cards;
import live.onair.products.Evidence;
import live.onair.products.LineUps;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.scheduling.ShowRows;
import org.jspecify.annotations.Nullable;

/** All that a show says, each text with what is proven of the products it speaks of. */
@Singleton
class ShowTexts {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /** What only the MFDS allows, and for a functional cosmetic only. */
    private static final Set<Kind> FUNCTIONS = EnumSet.range(Kind.WHITENING, Kind.STRETCH_MARKS);

    private final LineUps lineUps;
    private final Evidence evidence;
    private final Cues cues;
    private final Cards cards;
    private final ShowOffers offers;

    @Inject
    ShowTexts(LineUps lineUps, Evidence evidence, Cues cues, Cards cards, ShowOffers offers) {
        this.lineUps = lineUps;
        this.evidence = evidence;
        this.cues = cues;
        this.cards = cards;
        this.offers = offers;
    }

    /** A text and what is known of what it speaks of. */
    record Text(Where where, String subject, String name, String words, ClaimEvidence known) {}

    /**
     * What a show says.
     *
     * @param cosmetics whether it sells any
     * @param until when the first document runs out that counts now; null if none does
     */
    record Said(
            boolean cosmetics, List<Text> texts, @Nullable Instant until) {}

    /** What a show sells. */
    List<Product> sold(String show) {
        return lineUps.of(show).items().stream()
                .map(LineUps.LineUpItem::product)
                .toList();
    }

    /** What a show says that sells these. */
    Said of(ShowRows.Show show, List<Product> sold) {
        Map<String, List<Evidence.EvidenceRow>> papers = new LinkedHashMap<>();
        sold.forEach(product -> papers.put(product.id(), valid(product.id())));
        Map<String, Set<Kind>> known = new LinkedHashMap<>();
        sold.forEach(product -> known.put(product.id(), known(product, papers.get(product.id()))));
        List<Text> texts = new ArrayList<>();
        ClaimEvidence all = together(known.values().stream());
        texts.add(new Text(Where.TITLE, show.id(), show.title(), show.title(), all));
        texts.add(new Text(Where.DESCRIPTION, show.id(), show.title(), show.description(), all));
        sold.forEach(product -> texts.add(new Text(
                Where.PRODUCT,
                product.id(),
                product.name(),
                copy(product),
                new ClaimEvidence(known.getOrDefault(product.id(), Set.of())))));
        cues.of(show.id()).items().forEach(item -> texts.addAll(cue(item, pinned(item, known, all))));
        CardBoard board = cards.of(show.id());
        Stream.concat(board.notices().stream(), board.faq().stream())
                .forEach(card -> texts.add(card(card, known, all)));
        offers.of(show.id()).forEach(words -> texts.add(text(words, known, all)));
        boolean cosmetics = sold.stream().anyMatch(product -> product.cosmetic() != Cosmetic.NONE);
        return new Said(
                cosmetics,
                texts.stream().filter(text -> !text.words().isBlank()).toList(),
                until(papers));
    }

    /** What is known of this product, or of all that are sold where none is named. */
    ClaimEvidence known(List<Product> sold, @Nullable String product) {
        return together(sold.stream()
                .filter(one -> product == null || one.id().equals(product))
                .map(one -> known(one, valid(one.id()))));
    }

    private List<Evidence.EvidenceRow> valid(String product) {
        return evidence.of(product).stream()
                .filter(row -> row.standing() != Evidence.Standing.EXPIRED)
                .toList();
    }

    private static Set<Kind> known(Product product, @Nullable List<Evidence.EvidenceRow> papers) {
        boolean functional = product.cosmetic() == Cosmetic.FUNCTIONAL
                && !product.reportNumber().isBlank();
        return Objects.requireNonNullElse(papers, List.<Evidence.EvidenceRow>of()).stream()
                .flatMap(row -> row.proves().stream())
                .filter(kind -> functional || !FUNCTIONS.contains(kind))
                .collect(Collectors.toSet());
    }

    private static String copy(Product product) {
        String options = product.options().stream().map(Option::name).collect(Collectors.joining("\n"));
        return String.join("\n", product.name(), product.brand(), options).strip();
    }

    private static List<Text> cue(CueRows.Item item, ClaimEvidence of) {
        String id = item.id().toString();
        return List.of(
                new Text(Where.CUE, id, item.title(), item.title() + "\n" + item.lines(), of),
                new Text(Where.CAPTION, id, item.title(), item.caption(), of));
    }

    /** An item speaks of the products it pins; of any of the show's where it pins none. */
    private static ClaimEvidence pinned(CueRows.Item item, Map<String, Set<Kind>> known, ClaimEvidence all) {
        List<Set<Kind>> pinned = item.acts().stream()
                .filter(act -> act.kind() == CueKind.PIN)
                .map(act -> known.getOrDefault(Objects.requireNonNullElse(act.target(), ""), Set.of()))
                .toList();
        return pinned.isEmpty() ? all : together(pinned.stream());
    }

    private static Text card(Card card, Map<String, Set<Kind>> known, ClaimEvidence all) {
        String product = card.product();
        ClaimEvidence of = product == null ? all : new ClaimEvidence(known.getOrDefault(product, Set.of()));
        return new Text(Where.CARD, card.id(), card.title(), (card.question() + "\n" + card.text()).strip(), of);
    }

    /** What is said of one product is held against what is proven of that one. */
    private static Text text(ShowOffers.Words words, Map<String, Set<Kind>> known, ClaimEvidence all) {
        String product = words.product();
        ClaimEvidence of = product == null ? all : new ClaimEvidence(known.getOrDefault(product, Set.of()));
        return new Text(words.where(), words.subject(), words.name(), words.words(), of);
    }

    private static ClaimEvidence together(Stream<Set<Kind>> kinds) {
        return new ClaimEvidence(kinds.flatMap(Set::stream).collect(Collectors.toSet()));
    }

    /** The instant after the last day on which all counts that counts now. */
    private static @Nullable Instant until(Map<String, List<Evidence.EvidenceRow>> papers) {
        return papers.values().stream()
                .flatMap(List::stream)
                .filter(row -> !row.proves().isEmpty())
                .map(Evidence.EvidenceRow::validUntil)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(day -> day.plusDays(1).atStartOfDay(SEOUL).toInstant())
                .orElse(null);
    }
}
