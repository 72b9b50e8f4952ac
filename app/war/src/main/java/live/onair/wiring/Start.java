package live.onair.wiring;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import live.onair.adreview.ClaimGate;
import live.onair.analytics.AnalyticsRounds;
import live.onair.audit.AuditSealer;
import live.onair.cdn.CdnRounds;
import live.onair.chatrules.ChatRuleRounds;
import live.onair.cloudaws.scheduling.AlarmWatch;
import live.onair.cloudaws.scheduling.AwsWatch;
import live.onair.cloudlocal.LocalWatch;
import live.onair.dns.DnsRounds;
import live.onair.inventory.Stocktaking;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.moderation.ModerationRounds;
import live.onair.monitors.MonitorRounds;
import live.onair.pins.NoticeGate;
import live.onair.products.SellerGate;
import live.onair.promises.PromiseGate;
import live.onair.questions.QuestionRounds;
import live.onair.scheduling.ClockHold.Reconciliation;
import live.onair.shops.ShopRounds;
import live.onair.simulcast.SimulcastRounds;
import live.onair.storefront.Publishing;
import live.onair.webhooks.WebhookRounds;
import live.onair.work.WorkRunner;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What begins with the deployable and ends with it. Starting and recovering are the same. */
@ApplicationScoped
@NullUnmarked
public class Start {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    /** The property by which the launcher, which shares nothing else with us, tells that the deployment is at its end. */
    private static final String DEPLOYED = "live.onair.deployed";

    private static final Duration DEPLOYED_AT_MOST = Duration.ofMinutes(2);
    private final long limit = System.nanoTime() + DEPLOYED_AT_MOST.toNanos();

    @Inject
    private People people;

    @Inject
    private DemoShows demoShows;

    @Inject
    private DemoCdns demoCdns;

    @Inject
    private AuditSealer sealer;

    @Inject
    private WorkRunner runner;

    @Inject
    private Reconciliation reconciliation;

    @Inject
    private Publishing publishing;

    @Inject
    private LocalWatch localWatch;

    @Inject
    private AwsWatch awsWatch;

    @Inject
    private AlarmWatch alarmWatch;

    @Inject
    private Stocktaking stocktaking;

    @Inject
    private MonitorRounds monitorRounds;

    @Inject
    private ClaimGate claimGate;

    @Inject
    private SellerGate sellerGate;

    @Inject
    private NoticeGate noticeGate;

    @Inject
    private PromiseGate promiseGate;

    @Inject
    private SimulcastRounds simulcastRounds;

    @Inject
    private AnalyticsRounds analyticsRounds;

    @Inject
    private ModerationRounds moderationRounds;

    @Inject
    private ChatRuleRounds chatRuleRounds;

    @Inject
    private QuestionRounds questionRounds;

    @Inject
    private CdnRounds cdnRounds;

    @Inject
    private DnsRounds dnsRounds;

    @Inject
    private WebhookRounds webhookRounds;

    @Inject
    private ShopRounds shopRounds;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "onair-tick");
        thread.setDaemon(true);
        return thread;
    });

    void begin(@Observes @Priority(1_000) @Initialized(ApplicationScoped.class) Object ready) {
        try (Acting acting = Acting.as(Actor.ONAIR)) {
            assert acting != null;
            people.prepare();
            sellerGate.begin();
            claimGate.begin();
            noticeGate.begin();
            promiseGate.begin();
            demoCdns.prepare();
            demoShows.prepare();
            publishing.all();
            reconciliation.putAll();
            monitorRounds.begin();
            simulcastRounds.begin();
            analyticsRounds.begin();
            moderationRounds.begin();
            chatRuleRounds.begin();
            questionRounds.begin();
            cdnRounds.begin();
            dnsRounds.begin();
            webhookRounds.begin();
            shopRounds.begin();
            stocktaking.begin();
        }
        timer.execute(this::work);
    }

    /**
     * Begins what runs by itself, once the deployment is at its end: then the server closes the libraries it has opened, and
     * a class that another thread is just looking for in them could not be made use of until the next start.
     */
    private void work() {
        if (!Boolean.getBoolean(DEPLOYED) && System.nanoTime() < limit) {
            timer.schedule(this::work, 50, TimeUnit.MILLISECONDS);
            return;
        }
        try (Acting acting = Acting.as(Actor.ONAIR)) {
            assert acting != null;
            sealer.start();
            runner.start();
            localWatch.start();
            awsWatch.start();
            alarmWatch.start();
        }
        timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        LOG.info("the console has started");
    }

    private void tick() {
        try {
            reconciliation.tick();
            demoShows.tellWhenOnAir();
        } catch (RuntimeException e) {
            LOG.warn("tick: {}", e.getMessage());
        }
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
        alarmWatch.stop();
        awsWatch.stop();
        localWatch.stop();
        runner.stop();
        sealer.stop();
    }
}
