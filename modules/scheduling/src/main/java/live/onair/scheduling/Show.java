package live.onair.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import live.onair.kernel.Actor;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.Reviewing.ShowReview;
import live.onair.scheduling.Running.ShowRun;
import live.onair.scheduling.ShowPlan.ShowReplay;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;

/** A show: what is agreed, where it stands in its life, and which run of its channel carries it. */
@Entity
@Table(schema = "scheduling", name = "show")
class Show {

    @Id
    private String id;

    @Version
    private int version;

    private int seq;

    @Enumerated(EnumType.STRING)
    private ShowState state;

    @Embedded
    private ShowPlan plan;

    @Embedded
    private ShowReview review;

    @Embedded
    private ShowRun run;

    @Embedded
    private ShowReplay replay;

    @Column(name = "private_key")
    private @Nullable String privateKey;

    @Column(name = "rehearsal_until")
    private @Nullable Instant rehearsalUntil;

    @Column(name = "slate_on")
    private boolean slateOn;

    @Column(name = "blur_on")
    private boolean blurOn;

    @Column(name = "override_reason")
    private @Nullable String overrideReason;

    @Column(name = "on_air_at")
    private @Nullable Instant onAirAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Show() {}

    Show(String id, Terms terms, Actor by, Instant now) {
        this.id = id;
        this.state = ShowState.DRAFT;
        this.plan = new ShowPlan(terms);
        this.review = new ShowReview(by, now);
        this.run = new ShowRun();
        this.replay = new ShowReplay();
    }

    String id() {
        return id;
    }

    int version() {
        return version;
    }

    int seq() {
        return seq;
    }

    ShowState state() {
        return state;
    }

    Terms terms() {
        return plan.terms();
    }

    ShowPlan plan() {
        return plan;
    }

    ShowReview review() {
        return review;
    }

    /** From standby to the last moment the channel may be needed: what is reserved of the channel. */
    TimeWindow channelWindow() {
        return terms().window().widened(plan.warmUp(), plan.grace());
    }

    Instant standbyAt() {
        return terms().window().start().minus(plan.warmUp());
    }

    /** Agrees on other terms; the actor made the last change. */
    void agree(Terms terms, Actor by, Instant now) {
        plan.agree(terms);
        review.changedBy(by, now);
    }

    /** Gives it more time; no change that needs a new approval. */
    void extendTo(TimeWindow window) {
        plan.agree(terms().at(window));
    }

    /** Passes into the next state and gives the number of this step. */
    int enter(ShowState to, Instant now) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException(state + " to " + to);
        }
        switch (to) {
            case REHEARSAL, STANDBY -> replaceRun();
            case ON_AIR -> onAirAt = now;
            case ENDED -> end(now);
            case APPROVED -> {
                rehearsalUntil = null;
                privateKey = null;
            }
            case IN_REVIEW, CANCELLED -> forgetOverride();
            default -> {}
        }
        state = to;
        return ++seq;
    }

    private void end(Instant now) {
        cover(Cover.NONE);
        if (endedAt == null) {
            endedAt = now;
            replay.comeAt(now.plus(terms().replayDelay()));
        }
    }

    private void forgetOverride() {
        overrideReason = null;
        cover(Cover.NONE);
    }

    /** The run that carries, or last carried, the show; on the channel it had then. */
    Run run() {
        return run.of(id, terms().channel());
    }

    /** The run that would carry it next. */
    Run nextRun() {
        return run.next(id, terms().channel());
    }

    /** Whether the run may still exist on the backend. */
    boolean isRunOpen() {
        return run.isOpen();
    }

    /** A run that was never used takes the place of the last one. */
    void replaceRun() {
        run.openOn(terms().channel());
    }

    /** The run is known to be stopped. */
    void closeRun() {
        run.close();
    }

    /** The backend has been given this specification. */
    void prepared(String specification) {
        run.prepared(specification);
    }

    boolean isPreparedAs(String specification) {
        return run.isPreparedAs(specification);
    }

    void rehearseUntil(Instant until, String key) {
        rehearsalUntil = until;
        privateKey = key;
    }

    @Nullable
    Instant rehearsalUntil() {
        return rehearsalUntil;
    }

    @Nullable
    String privateKey() {
        return privateKey;
    }

    void cover(Cover wanted) {
        slateOn = wanted.slate();
        blurOn = wanted.blur();
    }

    Cover cover() {
        return new Cover(slateOn, blurOn);
    }

    void overrideGate(String reason) {
        overrideReason = reason;
    }

    boolean isGateOverridden() {
        return overrideReason != null;
    }

    @Nullable
    Instant onAirAt() {
        return onAirAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    void planReplay(boolean wanted, Instant at) {
        plan.wantReplay(wanted);
        replay.comeAt(at);
    }

    ShowReplay replay() {
        return replay;
    }
}
