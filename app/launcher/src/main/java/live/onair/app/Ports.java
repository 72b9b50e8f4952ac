package live.onair.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Finds free loopback ports: the console's is asked for, the next free ones are the rest. */
final class Ports {

    private static final int LAST = 65_535;

    private final Set<Integer> taken = new HashSet<>();
    private int next;

    Ports(int console) {
        if (console < 1 || console > LAST) {
            throw Trouble.wrongArguments("--port " + console);
        }
        if (!isFree(console)) {
            throw Trouble.busyPort("console", console);
        }
        taken.add(console);
        next = console + 1;
    }

    /** The next free port. */
    int free() {
        while (next <= LAST) {
            int candidate = next++;
            if (isFree(candidate) && taken.add(candidate)) {
                return candidate;
            }
        }
        throw Trouble.busyPort("any", LAST);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
