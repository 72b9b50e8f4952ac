package live.onair.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.api.adreview.AdReviewResource;
import live.onair.api.analytics.AnalyticsResource;
import live.onair.api.audit.AuditResource;
import live.onair.api.cdn.CdnsResource;
import live.onair.api.cdn.MendsResource;
import live.onair.api.cdn.PoliciesResource;
import live.onair.api.cdn.PurgesResource;
import live.onair.api.cdn.QualityResource;
import live.onair.api.cdn.SteeringResource;
import live.onair.api.chatrules.ChatRulesResource;
import live.onair.api.chatrules.ShippedRulesResource;
import live.onair.api.clips.ClipsResource;
import live.onair.api.cues.CuesResource;
import live.onair.api.disputes.DisputesResource;
import live.onair.api.dns.DnsResource;
import live.onair.api.games.GamesResource;
import live.onair.api.games.WinnersResource;
import live.onair.api.gifts.GiftsResource;
import live.onair.api.identity.AccountsResource;
import live.onair.api.identity.DevicesResource;
import live.onair.api.identity.LayoutsResource;
import live.onair.api.identity.MeResource;
import live.onair.api.identity.SignInResource;
import live.onair.api.identity.ViewsResource;
import live.onair.api.inventory.InventoryResource;
import live.onair.api.moderation.AnnouncementsResource;
import live.onair.api.moderation.AppealsResource;
import live.onair.api.moderation.ChatKeepingResource;
import live.onair.api.moderation.DutyResource;
import live.onair.api.moderation.ModerationResource;
import live.onair.api.moderation.RaidsResource;
import live.onair.api.moderation.ReportsResource;
import live.onair.api.moderation.ShieldsResource;
import live.onair.api.monitors.MonitorsResource;
import live.onair.api.offers.CouponsResource;
import live.onair.api.offers.FlashSalesResource;
import live.onair.api.orders.OrdersResource;
import live.onair.api.pins.CardsResource;
import live.onair.api.pins.PinsResource;
import live.onair.api.pins.PriceChangesResource;
import live.onair.api.planning.CalendarsResource;
import live.onair.api.planning.ImportsResource;
import live.onair.api.planning.MarksResource;
import live.onair.api.planning.SeriesResource;
import live.onair.api.planning.TemplatesResource;
import live.onair.api.products.AllotmentsResource;
import live.onair.api.products.CataloguesResource;
import live.onair.api.products.EvidenceResource;
import live.onair.api.products.LineUpsResource;
import live.onair.api.products.ProductsResource;
import live.onair.api.products.SellersResource;
import live.onair.api.promises.PromisesResource;
import live.onair.api.questions.QuestionsResource;
import live.onair.api.reminders.RemindersResource;
import live.onair.api.replays.ReplayRestrictionsResource;
import live.onair.api.replays.ReplaysResource;
import live.onair.api.scheduling.BookingsResource;
import live.onair.api.scheduling.ChannelsResource;
import live.onair.api.scheduling.EncodersResource;
import live.onair.api.scheduling.InterruptionsResource;
import live.onair.api.scheduling.ResourcesResource;
import live.onair.api.scheduling.ShowsResource;
import live.onair.api.scheduling.StreamMarksResource;
import live.onair.api.scheduling.TransitionsResource;
import live.onair.api.shops.ShopsResource;
import live.onair.api.simulcast.SimulcastResource;
import live.onair.api.webhooks.ShopDoorsResource;
import live.onair.api.webhooks.WebhooksResource;
import live.onair.api.work.WorkResource;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API: everything below {@code /api/v1}. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Onair",
                        version = "1",
                        description =
                                "The control room of a live-commerce service. Times carry an offset; refusals are"
                                        + " 409 with reasons; errors follow RFC 9457, in Korean or, by Accept-Language, English.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class OnairApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Stream<Class<?>> around = Stream.of(JsonBodies.class, Failures.class, RateLimit.class, Idempotency.class);
        return Stream.of(around, resources().stream(), catalogue().stream(), chats().stream())
                .flatMap(classes -> classes)
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> catalogue() {
        return Set.of(
                AnalyticsResource.class,
                ClipsResource.class,
                CataloguesResource.class,
                EvidenceResource.class,
                CuesResource.class,
                AdReviewResource.class,
                AllotmentsResource.class,
                LineUpsResource.class,
                PinsResource.class,
                CouponsResource.class,
                GamesResource.class,
                GiftsResource.class,
                WinnersResource.class,
                OrdersResource.class,
                RemindersResource.class,
                PromisesResource.class,
                DisputesResource.class,
                ShopsResource.class,
                FlashSalesResource.class,
                CardsResource.class,
                PriceChangesResource.class,
                ProductsResource.class,
                SellersResource.class);
    }

    private static Set<Class<?>> chats() {
        return Set.of(
                DutyResource.class,
                ChatKeepingResource.class,
                ChatRulesResource.class,
                ShippedRulesResource.class,
                AnnouncementsResource.class,
                ShieldsResource.class,
                RaidsResource.class,
                QuestionsResource.class,
                CdnsResource.class,
                PoliciesResource.class,
                MendsResource.class,
                PurgesResource.class,
                SteeringResource.class,
                QualityResource.class,
                DnsResource.class,
                ReplaysResource.class,
                ReplayRestrictionsResource.class,
                AppealsResource.class,
                ReportsResource.class,
                ModerationResource.class);
    }

    private static Set<Class<?>> resources() {
        return Set.of(
                ShowsResource.class,
                BookingsResource.class,
                TemplatesResource.class,
                SeriesResource.class,
                MarksResource.class,
                CalendarsResource.class,
                ImportsResource.class,
                TransitionsResource.class,
                StreamMarksResource.class,
                EncodersResource.class,
                ChannelsResource.class,
                ResourcesResource.class,
                InterruptionsResource.class,
                WorkResource.class,
                WebhooksResource.class,
                ShopDoorsResource.class,
                InventoryResource.class,
                MonitorsResource.class,
                SimulcastResource.class,
                AuditResource.class,
                AccountsResource.class,
                MeResource.class,
                ViewsResource.class,
                LayoutsResource.class,
                DevicesResource.class,
                SignInResource.class);
    }
}
