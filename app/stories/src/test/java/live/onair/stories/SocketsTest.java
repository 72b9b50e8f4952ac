package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** What the three processes listen on: exactly the named sockets, all on loopback. Read from the kernel. */
class SocketsTest {

    private static final String LISTENING = "0A";

    private record Socket(String address, int port) {}

    private final RunningOnair onair = SharedApp.get();

    @Test
    void the_media_process_listens_on_its_five_ports() throws IOException {
        Set<Integer> named = StreamSupport.stream(onair.media().path("ports").spliterator(), false)
                .map(port -> port.asInt())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSize(5);
        assertThat(ports(onair.media().path("pid").asLong())).isEqualTo(named);
    }

    @Test
    void postgresql_listens_on_its_port() throws IOException {
        List<String> file = Files.readAllLines(onair.data().resolve("postgres/data/postmaster.pid"));
        assertThat(ports(postmaster()))
                .containsExactly(Integer.parseInt(file.get(3).strip()));
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(onair.data().resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip());
    }

    @Test
    void the_console_listens_on_its_own_port_and_on_the_one_of_viewers_writes() throws IOException {
        Set<Integer> ports = ports(onair.pid(), onair.media().path("pid").asLong(), postmaster());
        assertThat(ports).hasSize(2).contains(onair.port());
        int writes =
                ports.stream().filter(port -> port != onair.port()).findFirst().orElseThrow();
        for (String staff : List.of("/sign-in", "/api/v1/shows", "/openapi", "/health", "/metrics")) {
            Api.Answer answer = new Api("http://127.0.0.1:" + writes, "none").get(staff);
            assertThat(answer.status()).as("viewers' door, " + staff).isEqualTo(404);
        }
    }

    /** Ports the process and its children, without the other processes, listen on; fails when one is open to other machines. */
    private static Set<Integer> ports(long pid, long... others) throws IOException {
        Set<ProcessHandle> family = family(pid);
        for (long other : others) {
            family.removeAll(family(other));
        }
        assertThat(family).as("process " + pid).isNotEmpty();
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle member : family) {
            inodes.addAll(sockets(member.pid()));
        }
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] field = line.strip().split("\\s+");
                if (field.length > 9 && field[3].equals(LISTENING) && inodes.contains(field[9])) {
                    Socket socket = socket(field[1]);
                    assertThat(isLoopback(socket.address())).as(line).isTrue();
                    ports.add(socket.port());
                }
            }
        }
        return ports;
    }

    private static Set<ProcessHandle> family(long pid) {
        Set<ProcessHandle> family = new HashSet<>();
        ProcessHandle.of(pid).ifPresent(process -> {
            family.add(process);
            process.descendants().forEach(family::add);
        });
        return family;
    }

    private static Set<String> sockets(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : open.toList()) {
                if (Files.isSymbolicLink(file) && Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                }
            }
        } catch (java.nio.file.NoSuchFileException e) {
            // a child or a file that ended meanwhile listens no more
            return inodes;
        }
        return inodes;
    }

    private static Socket socket(String text) {
        String[] part = text.split(":");
        return new Socket(part[0], Integer.parseInt(part[1], 16));
    }

    /** 127.0.0.0/8, ::1, or 127.0.0.0/8 written as IPv6, in the kernel's byte order. */
    private static boolean isLoopback(String address) {
        return address.length() == 8
                ? address.endsWith("7F")
                : address.equals("00000000000000000000000001000000")
                        || (address.startsWith("0000000000000000FFFF0000") && address.endsWith("7F"));
    }
}
