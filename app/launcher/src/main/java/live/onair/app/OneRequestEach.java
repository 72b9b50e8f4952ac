package live.onair.app;

import java.lang.reflect.Method;
import java.util.List;

/**
 * Each request to the server has objects of its own. Left to itself the server's connector keeps them for the next request of the same
 * thread, and one that a closed websocket has given back may still be used: a request is then answered as if it were another, or with
 * nothing (github.com/payara/Payara/issues/5432, github.com/eclipse-ee4j/glassfish-grizzly/issues/2228; ADR 69). A cache is made by whoever
 * names it first, so it is made here with room for none.
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
        Method size = Class.forName(GRIZZLY + "ThreadCache$CachedTypeIndex").getMethod("getSize");
        ClassLoader loader = OneRequestEach.class.getClassLoader();
        for (String kept : KEPT) {
            Object made = obtain.invoke(null, kept, Class.forName(kept, false, loader), 0);
            if (!Integer.valueOf(0).equals(size.invoke(made))) {
                throw new IllegalStateException("the server keeps requests already: " + kept);
            }
        }
    }
}
