package live.onair.adreview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import live.onair.adreview.AdReview.Where;
import live.onair.cues.Prompter;
import live.onair.games.GameRows;
import live.onair.games.GameRows.Setup;
import live.onair.games.Games;
import live.onair.gifts.Gifts;
import live.onair.moderation.Announcements;
import live.onair.offers.Coupons;
import org.jspecify.annotations.Nullable;

/** What is said around the products of a show: offers, games, gifts, what the host is told, and what moderators announce. */
@Singleton
class ShowOffers {

    private final Coupons coupons;
    private final Games games;
    private final Gifts gifts;
    private final Prompter prompter;
    private final Announcements announcements;

    @Inject
    ShowOffers(Coupons coupons, Games games, Gifts gifts, Prompter prompter, Announcements announcements) {
        this.coupons = coupons;
        this.games = games;
        this.gifts = gifts;
        this.prompter = prompter;
        this.announcements = announcements;
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
        games.of(show).forEach(game -> all.add(words(game)));
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
        announcements
                .words(show)
                .forEach(said -> all.add(new Words(Where.ANNOUNCEMENT, said.subject(), said.by(), said.text(), null)));
        return all;
    }

    private static Words words(GameRows.Game game) {
        Setup setup = game.setup();
        String words = String.join(
                "\n",
                Stream.concat(Stream.of(setup.question(), setup.prize()), setup.choices().stream())
                        .toList());
        return new Words(Where.GAME, game.id(), setup.question(), words.strip(), null);
    }
}
