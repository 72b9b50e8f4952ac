package live.onair.app;

import java.lang.reflect.Method;
import java.util.List;

/**
 * Each request to the server has objects of its own. Left to itself the server's connector keeps them for the next request of the same
 * thread, and gives those of a websocket back twice when it is closed: two requests then share them, and one is answered as if it were the
 * other, or with nothing (github.com/payara/Payara/issues/5432, github.com/eclipse-ee4j/glassfish-grizzly/issues/2228). A cache is made by
 * whoever names it first, so it is made here with room for none.
 */
final class OneRequestEach {

    private static final String GRIZZLY = "org.glassfish.grizzly.";
    private static final List<String> KEPT = List.of(
            GRIZZLY + "http.server.Request",
            GRIZZLY + "http.HttpServerFilter$ServerHttpRequestImpl",
            GRIZZLY + "http.HttpRequestPacketImpl",
            GRIZZLY + "http.HttpResponsePacketImpl");

    private OneRequestEach() {}

    /** Before the server starts. */
    static void only() throws ReflectiveOperationException {
        Class<?> cache = Class.forName(GRIZZLY + "ThreadCache");
        Method obtain = cache.getMethod("obtainIndex", String.class, Class.class, int.class);
        ClassLoader loader = OneRequestEach.class.getClassLoader();
        for (String kept : KEPT) {
            obtain.invoke(null, kept, Class.forName(kept, false, loader), 0);
        }
    }
}
