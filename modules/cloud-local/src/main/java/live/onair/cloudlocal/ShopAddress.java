package live.onair.cloudlocal;

import java.net.URI;
import org.eclipse.microprofile.config.Config;

/**
 * Where the shop is that is connected.
 *
 * @param url of its catalogue, without a slash at the end; empty where none is connected
 * @param name what people call it
 * @param own whether it may lie in our own network
 */
record ShopAddress(String url, String token, String name, boolean own) {

    ShopAddress {
        url = url.strip().replaceAll("/+$", "");
        name = name.isBlank() && !url.isEmpty() ? String.valueOf(URI.create(url).getHost()) : name.strip();
    }

    static ShopAddress from(Config config) {
        return new ShopAddress(
                config.getOptionalValue("onair.shop.url", String.class).orElse(""),
                config.getOptionalValue("onair.shop.token", String.class).orElse(""),
                config.getOptionalValue("onair.shop.name", String.class).orElse(""),
                config.getOptionalValue("onair.shop.private", Boolean.class).orElse(false));
    }
}
