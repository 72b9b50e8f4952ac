package live.onair.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.ReconcileChannelHandler.Wanted;
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

    /** When a show's replay comes, how it looks, and what the backend has been told of it. */
    @Embeddable
    static class ShowReplay {

        /**
         * How it looks.
         *
         * @param description its own words, null for the show's
         * @param second the second of the recording whose picture stands for it, null for the last picture
         */
        record Look(@Nullable String description, @Nullable Integer second) {

            /** The second as people read it; empty for the last picture. */
            String position() {
                return second == null ? "" : words(second);
            }
        }

        @Column(name = "replay_at")
        private @Nullable Instant at;

        @Column(name = "replay_published")
        private boolean published;

        @Column(name = "replay_description")
        private @Nullable String description;

        @Column(name = "replay_thumbnail_s")
        private @Nullable Integer thumbnail;

        @Column(name = "replay_shown_s")
        private @Nullable Integer shown;

        @Nullable
        Instant at() {
            return at;
        }

        void comeAt(Instant instant) {
            at = instant;
        }

        Look look() {
            return new Look(description, thumbnail);
        }

        void wear(Look look) {
            description = look.description();
            thumbnail = look.second();
        }

        boolean isPublished() {
            return published;
        }

        /** The backend shows it as it should look now, or no longer. */
        void told(boolean on) {
            published = on;
            shown = on ? thumbnail : null;
        }

        Wanted.Replay wanted(boolean wanted, Wanted.Taped taped) {
            return new Wanted.Replay(wanted, at, published, taped, position(thumbnail), position(shown));
        }

        /** The same publication once more. */
        Lifecycle.PublishReplay again(String show, @Nullable String reason) {
            return new Lifecycle.PublishReplay(show, null, description, position(thumbnail), reason, null);
        }

        private static @Nullable Duration position(@Nullable Integer second) {
            return second == null ? null : Duration.ofSeconds(second);
        }

        /** 0:01:05. */
        static String words(long second) {
            return String.format(Locale.ROOT, "%d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
        }
    }
}
