package live.onair.adreview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import live.onair.adreview.AdReview.Where;
import live.onair.cues.Prompter;
import live.onair.games.GameRows.Setup;
import live.onair.games.Games;
import live.onair.gifts.Gifts;
import live.onair.offers.Coupons;
import org.jspecify.annotations.Nullable;

/** What is said around the products of a show: offers, games, gifts, and what the host is told. */
@Singleton
class ShowOffers {

    private final Coupons coupons;
    private final Games games;
    private final Gifts gifts;
    private final Prompter prompter;

    @Inject
    ShowOffers(Coupons coupons, Games games, Gifts gifts, Prompter prompter) {
        this.coupons = coupons;
        this.games = games;
        this.gifts = gifts;
        this.prompter = prompter;
    }

    /**
     * Words that somebody reads.
     *
     * @param product the one they speak of; null for any of the show's
     */
    record Words(
            Where where,
            String subject,
            String name,
            String words,
            @Nullable String product) {}

    /** All of a show. */
    List<Words> of(String show) {
        List<Words> all = new ArrayList<>();
        coupons.of(show)
                .forEach(coupon -> all.add(new Words(
                        Where.OFFER,
                        coupon.id(),
                        coupon.name(),
                        coupon.name(),
                        coupon.discount().product())));
        games.of(show).forEach(game -> {
            Setup setup = game.setup();
            String words = String.join(
                    "\n",
                    Stream.concat(Stream.of(setup.question(), setup.prize()), setup.choices().stream())
                            .toList());
            all.add(new Words(Where.GAME, game.id(), setup.question(), words.strip(), null));
        });
        gifts.of(show).stream()
                .filter(rule -> rule.stoppedAt() == null)
                .forEach(rule -> all.add(new Words(
                        Where.GIFT,
                        rule.id(),
                        rule.name(),
                        rule.name(),
                        rule.condition().product())));
        prompter.of(show)
                .forEach(message -> all.add(
                        new Words(Where.MESSAGE, message.id().toString(), message.saidBy(), message.text(), null)));
        return all;
    }
}
