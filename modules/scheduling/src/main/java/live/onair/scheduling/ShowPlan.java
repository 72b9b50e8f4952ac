package live.onair.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;

/** The {@link Terms} of a show as columns. */
@Embeddable
class ShowPlan {

    private String title;
    private String description;

    @Column(name = "channel_id")
    private String channel;

    @Column(name = "studio_id")
    private @Nullable String studio;

    private String[] hosts;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "warm_up_s")
    private int warmUpSeconds;

    @Column(name = "grace_s")
    private int graceSeconds;

    @Enumerated(EnumType.STRING)
    private Shows.Source source;

    @Column(name = "replay_of")
    private @Nullable String replayOf;

    private @Nullable String file;

    @Column(name = "reconnect_s")
    private int reconnectSeconds;

    @Column(name = "slate_soon")
    private @Nullable String slateSoon;

    @Column(name = "slate_reconnect")
    private @Nullable String slateReconnect;

    @Column(name = "slate_ended")
    private @Nullable String slateEnded;

    @Column(name = "slate_emergency")
    private @Nullable String slateEmergency;

    private int tier;

    @Column(name = "replay_wanted")
    private boolean replayWanted;

    @Column(name = "replay_delay_s")
    private long replayDelaySeconds;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected ShowPlan() {}

    @SuppressWarnings("NullAway.Init")
    ShowPlan(Terms terms) {
        agree(terms);
    }

    final void agree(Terms terms) {
        title = terms.title();
        description = terms.description();
        channel = terms.channel();
        studio = terms.studio();
        hosts = terms.hosts().toArray(String[]::new);
        startsAt = terms.window().start();
        endsAt = terms.window().end();
        source = terms.feed().source();
        replayOf = terms.feed().replayOf();
        file = terms.feed().file();
        reconnectSeconds = terms.reconnectSeconds();
        slateSoon = terms.slates().soon();
        slateReconnect = terms.slates().reconnect();
        slateEnded = terms.slates().ended();
        slateEmergency = terms.slates().emergency();
        tier = terms.tier();
        replayWanted = terms.replay();
        replayDelaySeconds = terms.replayDelaySeconds();
    }

    Terms terms() {
        return new Terms(
                title,
                description,
                channel,
                studio,
                List.of(hosts),
                new TimeWindow(startsAt, endsAt),
                new Shows.Feed(source, replayOf, file),
                reconnectSeconds,
                new Shows.Slates(slateSoon, slateReconnect, slateEnded, slateEmergency),
                tier,
                replayWanted,
                replayDelaySeconds);
    }

    /** Takes over warm-up and grace of its channel as they are now. */
    void takeWidths(int warmUp, int grace) {
        warmUpSeconds = warmUp;
        graceSeconds = grace;
    }

    void wantReplay(boolean wanted) {
        replayWanted = wanted;
    }

    Duration warmUp() {
        return Duration.ofSeconds(warmUpSeconds);
    }

    Duration grace() {
        return Duration.ofSeconds(graceSeconds);
    }

    /** Which run of which channel carries a show. */
    @Embeddable
    static class ShowRun {

        @Column(name = "run_no")
        private int number;

        @Column(name = "run_channel")
        private @Nullable String channel;

        @Column(name = "run_open")
        private boolean open;

        @Column(name = "prepared")
        private @Nullable String specification;

        Run of(String show, String planned) {
            return new Run(channel == null ? planned : channel, show + ":" + number, show);
        }

        void openOn(String onChannel) {
            number++;
            channel = onChannel;
            open = true;
            specification = null;
        }

        boolean isOpen() {
            return open;
        }

        void close() {
            open = false;
            specification = null;
        }

        void prepared(String as) {
            specification = as;
        }

        boolean isPreparedAs(String as) {
            return as.equals(specification);
        }
    }
}
