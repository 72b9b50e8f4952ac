package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import live.onair.kernel.PublicAddress;
import live.onair.shops.spi.ShopCatalogue;
import live.onair.shops.spi.ShopTrouble;
import live.onair.shops.spi.ShopTrouble.Kind;
import org.eclipse.microprofile.config.Config;

/** Reads a shop that speaks the format of {@code ops/shop-catalogue.md}: JSON over HTTP, a page at a time. */
@Singleton
class HttpShopCatalogue implements ShopCatalogue {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final int MOST = 8 << 20;

    private final ShopAddress shop;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    @Inject
    HttpShopCatalogue(Config config, Clock clock) {
        this(ShopAddress.from(config), clock, WHOLE);
    }

    HttpShopCatalogue(ShopAddress shop, Clock clock, Duration patience) {
        this.shop = shop;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Optional<Place> place() {
        return shop.url().isEmpty() ? Optional.empty() : Optional.of(new Place(shop.name(), shop.url()));
    }

    @Override
    public Page read(Query query) {
        URI at = URI.create(shop.url() + "/products" + asked(query));
        allowed(at);
        HttpResponse<byte[]> answer = answer(HttpRequest.newBuilder(at)
                .header("Authorization", "Bearer " + shop.token())
                .header("Accept", "application/json")
                .header("User-Agent", "Onair")
                .timeout(patience)
                .GET()
                .build());
        if (answer.statusCode() != 200) {
            throw ShopAnswers.refused(answer, clock.instant());
        }
        return ShopAnswers.page(answer.body());
    }

    private static String asked(Query query) {
        StringBuilder asked = new StringBuilder("?size=" + query.size());
        if (query.cursor() != null) {
            asked.append("&cursor=").append(URLEncoder.encode(query.cursor(), StandardCharsets.UTF_8));
        }
        if (query.since() != null) {
            asked.append("&since=").append(query.since());
        }
        return asked.toString();
    }

    /** The client looks the name up once more; the JDK remembers what it has just heard. */
    private void allowed(URI at) {
        try {
            if (!shop.own() && PublicAddress.resolve(at.getHost(), false).isEmpty()) {
                throw new ShopTrouble(Kind.ADDRESS, at.getHost());
            }
        } catch (UnknownHostException e) {
            throw new ShopTrouble(Kind.NAME, at.getHost());
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return WholeAnswer.of(http, request, LimitedBody.of(MOST));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopTrouble(Kind.TIMEOUT, "interrupted");
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private ShopTrouble trouble(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLargeException) {
                return new ShopTrouble(Kind.TOO_LARGE, "> " + (MOST >> 20) + " MB");
            }
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return new ShopTrouble(Kind.CONNECT, shop.url());
            }
            if (cause instanceof HttpTimeoutException) {
                return new ShopTrouble(Kind.TIMEOUT, patience.toSeconds() + " s");
            }
            if (cause instanceof SSLException) {
                return new ShopTrouble(Kind.TLS, String.valueOf(cause.getMessage()));
            }
        }
        return e instanceof IOException
                ? new ShopTrouble(Kind.CUT, String.valueOf(e.getMessage()))
                : new ShopTrouble(Kind.CONNECT, e.getClass().getSimpleName());
    }
}
