package live.onair.ui.replays;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.replays.ReplayRestrictions;
import live.onair.replays.ReplayRestrictions.ReplayRestriction;
import live.onair.replays.ReplayRestrictions.RestrictionGround;
import live.onair.replays.ReplayRestrictions.RestrictionState;
import live.onair.replays.ReplayRestrictions.RestrictionWish;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Keeps the replay of a show from viewers while a claim against it is looked into (임시조치). */
class RestrictionPane extends Div {

    private final transient ReplayRestrictions restrictions;
    private final transient Shows shows;
    private final transient Clock clock;
    private final String show;
    private transient @Nullable Drawn drawn;

    /** What stands there. */
    private record Drawn(Optional<ReplayRestriction> holding, long days, boolean over) {}

    RestrictionPane(ReplayRestrictions restrictions, Shows shows, Clock clock, String show) {
        this.restrictions = restrictions;
        this.shows = shows;
        this.clock = clock;
        this.show = show;
        setId("restriction");
        addClassName("pane");
        draw();
    }

    /** Draws what has changed. */
    void draw() {
        Optional<ReplayRestriction> holding = restrictions.find(show);
        boolean over = shows.find(show)
                .filter(found -> found.state() == ShowState.REPLAY || found.state() == ShowState.ENDED)
                .isPresent();
        long days = holding.map(one -> Math.max(
                        0, Duration.between(clock.instant(), one.until()).toDays()))
                .orElse(0L);
        Drawn now = new Drawn(holding, days, over);
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        removeAll();
        setVisible(over);
        add(Parts.box("ph2", new H2(Texts.of("restriction"))));
        holding.ifPresentOrElse(one -> add(standing(one, days)), () -> add(offer()));
    }

    private Div offer() {
        Button restrict = Actions.button(ReplayRestrictions.class, "replayRestrictions.restrict", this::ask);
        return Parts.box(
                "row on-wrap on-pad",
                Parts.text(Texts.of("restriction.why"), "c2", "t13"),
                Parts.box("push"),
                restrict);
    }

    private Div standing(ReplayRestriction one, long days) {
        boolean open = one.state() == RestrictionState.OPEN;
        Div row = Parts.box(
                "row on-wrap on-pad",
                Parts.state("warn q", "lock", Texts.of("restriction.state." + one.state())),
                Parts.text(brief(one), "b", "t13"),
                Parts.text(one.by() + " · " + Times.brief(one.since()), "c2", "t13"),
                Parts.text(
                        open
                                ? Texts.of("restriction.until", Times.brief(one.until()), days)
                                : Texts.of("restriction.kept", words(one.decidedBy()), words(one.decidedWhy())),
                        "t13"),
                Parts.box("push"));
        if (open) {
            row.add(Actions.button(
                    ReplayRestrictions.class,
                    "replayRestrictions.keep",
                    () -> decide("keep", why -> restrictions.keep(one.number(), why))));
        }
        row.add(Actions.button(
                ReplayRestrictions.class,
                "replayRestrictions.lift",
                () -> decide("lift", why -> restrictions.lift(one.number(), why))));
        return row;
    }

    private static String words(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** For what, by which claim, why. */
    static String brief(ReplayRestriction one) {
        String claim = one.claim().isEmpty() ? "" : " · " + one.claim();
        return Texts.of("restriction.ground." + one.ground()) + claim + " · " + one.reason();
    }

    private void decide(String word, Function<String, Outcome<ReplayRestriction>> deed) {
        String verb = Actions.label(ReplayRestrictions.class, "replayRestrictions." + word);
        Reasons.ask(
                verb,
                Parts.primary(verb, "check"),
                true,
                why -> done(deed.apply(why), word),
                Parts.box("note", Parts.text(Texts.of("restriction.then." + word), "t13")));
    }

    private void ask() {
        RadioButtonGroup<RestrictionGround> ground = new RadioButtonGroup<>(Texts.of("restriction.ground"));
        ground.setId("restriction-ground");
        ground.setItems(RestrictionGround.values());
        ground.setItemLabelGenerator(one -> Texts.of("restriction.ground." + one));
        ground.setValue(RestrictionGround.DEFAMATION);
        TextField claim = new TextField(Texts.of("restriction.claim"));
        claim.setId("restriction-claim");
        claim.setWidthFull();
        claim.setMaxLength(100);
        claim.setHelperText(Texts.of("restriction.claim.help"));
        String until = Times.brief(clock.instant().plus(Duration.ofDays(ReplayRestrictions.DAYS)));
        String verb = Actions.label(ReplayRestrictions.class, "replayRestrictions.restrict");
        Reasons.ask(
                verb,
                Parts.danger(verb, "lock"),
                true,
                why -> done(
                        restrictions.restrict(new RestrictionWish(show, ground.getValue(), claim.getValue(), why)),
                        "restrict"),
                ground,
                claim,
                Parts.box("note warn", Parts.text(Texts.of("restriction.plan", until), "t13")));
    }

    private void done(Outcome<ReplayRestriction> outcome, String word) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of("restriction.done." + word));
        }
        draw();
    }
}
