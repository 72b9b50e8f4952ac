package live.onair.app;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Payara Micro on exactly the two ports we mean: the console's and the viewers' writes. */
final class Server {

    private static final String CONFIG = "configs.config.server-config.";
    private static final String HTTP = "network-config.protocols.protocol.http-listener.http.";

    private final Distribution distribution;
    private final Path root;
    private final Map<String, String> properties;

    Server(Distribution distribution, DataFolder data, Map<String, String> properties) {
        this.distribution = distribution;
        this.root = data.server();
        this.properties = Map.copyOf(properties);
    }

    /** Boots and deploys; fails when the application did not come up. */
    void start() {
        properties.forEach(System::setProperty);
        pristineRoot();
        System.setProperty(
                "fish.payara.micro.BootJar",
                distribution.server().resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", distribution.server().toString());
        try {
            ModelledTypes.only();
            OneRequestEach.only();
            PayaraMicroRuntime runtime = boot().bootStrap();
            if (runtime.getDeployedApplicationNames().isEmpty()) {
                throw Trouble.didNotStart("onair.war", "the application was not deployed");
            }
            System.setProperty("live.onair.deployed", "true");
        } catch (Trouble e) {
            throw e;
        } catch (Exception e) {
            throw Trouble.didNotStart("Payara Micro", String.valueOf(e));
        }
    }

    private PayaraMicroBoot boot() throws ReflectiveOperationException {
        PayaraMicroBoot micro = (PayaraMicroBoot) Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                .getMethod("getInstance")
                .invoke(null);
        micro.setRootDir(root.toFile());
        micro.setHttpPort(Integer.parseInt(value("onair.http.port")));
        micro.setNoCluster(true);
        micro.setNoHazelcast(true);
        micro.setPrintLogo(false);
        micro.setPreBootHandler(this::configure);
        micro.addDeploymentFile(distribution.war().toFile());
        return micro;
    }

    private String value(String key) {
        String found = properties.get(key);
        if (found == null) {
            throw new IllegalStateException("setting is missing: " + key);
        }
        return found;
    }

    /** A kept root remembers old settings and applications: every start begins from the built one. */
    private void pristineRoot() {
        try {
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            try (Stream<Path> files = Files.walk(distribution.server())) {
                files.forEach(this::place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(Path from) {
        Path to = root.resolve(distribution.server().relativize(from).toString());
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else if (from.toString().endsWith(".jar") || from.toString().endsWith(".rar")) {
                Files.createSymbolicLink(to, from.toAbsolutePath());
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure(AdminCommandRunner runner) {
        set(
                runner,
                "network-config.network-listeners.network-listener.http-listener.address",
                value("onair.http.host"));
        // The web application's own word for it is not heard by this server.
        set(runner, HTTP + "cookie-same-site-enabled", "true");
        set(runner, HTTP + "cookie-same-site-value", "Lax");
        // every archive that has beans says so in its beans.xml: looking through the others costs seconds of each start
        set(runner, "cdi-service.enable-implicit-cdi", "false");
        set(runner, "hazelcast-config-specific-configuration.enabled", "false");
        // the application gives the description that is checked in; what the server would write is for the test of it
        String tested = String.valueOf(Boolean.parseBoolean(properties.get("onair.test.mode")));
        run(runner, "set-openapi-configuration", "--enabled=" + tested, "--endpoint=openapi-as-written");
        run(
                runner,
                "create-threadpool",
                "--minthreadpoolsize=2",
                "--maxthreadpoolsize=10",
                "--maxqueuesize=256",
                "writes-pool");
        run(runner, "create-protocol", "writes-protocol");
        run(runner, "create-http", "--default-virtual-server=server", "--max-connection=250", "writes-protocol");
        run(
                runner,
                "create-network-listener",
                "--address=127.0.0.1",
                "--listenerport=" + value("onair.writes.port"),
                "--protocol=writes-protocol",
                "--transport=tcp",
                "--threadpool=writes-pool",
                "writes-listener");
    }

    private static void set(AdminCommandRunner runner, String key, String value) {
        run(runner, "set", CONFIG + key + "=" + value);
    }

    /** By reflection: the answer's type lies inside Payara's unpacked runtime, which is no compile-time library. */
    private static void run(AdminCommandRunner runner, String command, String... arguments) {
        try {
            Method call = AdminCommandRunner.class.getMethod("run", String.class, String[].class);
            Object result = call.invoke(runner, command, arguments);
            Object status = call.getReturnType().getMethod("getExitStatus").invoke(result);
            if (!"SUCCESS".equals(String.valueOf(status))) {
                Object output = call.getReturnType().getMethod("getOutput").invoke(result);
                throw Trouble.didNotStart("Payara Micro", command + ": " + output);
            }
        } catch (ReflectiveOperationException e) {
            throw Trouble.didNotStart("Payara Micro", command + ": " + e);
        }
    }
}
