package live.onair.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which types outside the application the server looks at before it deploys. Left to itself it models every type that any
 * class of the application names, and looks for each in all jars of its class path: a quarter of the work of each start.
 * Only annotations and interfaces of the platform say anything to it. It asks its registry of packages instead of the class
 * path when there is one; that is meant for OSGi, which Payara Micro does not have.
 */
final class ModelledTypes {

    private static final List<String> PLATFORM = List.of("jakarta.", "org.eclipse.microprofile.", "fish.payara.");
    private static final String OSGI = "org.osgi.";

    private ModelledTypes() {}

    /** Before the server starts. */
    static void only() throws ReflectiveOperationException {
        Class<?> registry = Class.forName("org.glassfish.hk2.classmodel.reflect.util.CommonModelRegistry");
        Class<?> packages = Class.forName(OSGI + "service.packageadmin.PackageAdmin");
        Method initialize =
                registry.getDeclaredMethod("initialize", Class.forName(OSGI + "framework.BundleContext"), packages);
        initialize.setAccessible(true);
        Object bundle = stub(
                Class.forName(OSGI + "framework.Bundle"),
                (name, argument) -> name.equals("getResource") ? ClassLoader.getSystemResource(argument) : null);
        Object exported = stub(
                Class.forName(OSGI + "service.packageadmin.ExportedPackage"),
                (name, argument) -> name.equals("getExportingBundle") ? bundle : null);
        Object registered = stub(
                packages,
                (name, argument) -> name.equals("getExportedPackage") && isOfPlatform(argument) ? exported : null);
        initialize.invoke(registry.getMethod("getInstance").invoke(null), null, registered);
    }

    private static boolean isOfPlatform(String name) {
        return PLATFORM.stream().anyMatch((name + ".")::startsWith);
    }

    private interface Answer {
        @Nullable
        Object to(String method, String argument);
    }

    private static Object stub(Class<?> type, Answer answer) {
        InvocationHandler handler = (proxy, method, arguments) ->
                answer.to(method.getName(), arguments == null ? "" : String.valueOf(arguments[0]));
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
