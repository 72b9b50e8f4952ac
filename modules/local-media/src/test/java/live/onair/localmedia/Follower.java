package live.onair.localmedia;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Follows a show's feed over a real socket, and keeps all it hears. */
final class Follower implements AutoCloseable {
    /** What was told: which file, its number and what is in it. */
    record Event(String name, long id, String data) {}

    final List<String> head = new CopyOnWriteArrayList<>();
    final List<Event> events = new CopyOnWriteArrayList<>();
    volatile int heartbeats;
    volatile boolean cut;
    private final Socket socket;

    Follower(int port, String show) throws IOException {
        this(port, "GET", show);
    }

    Follower(int port, String method, String show) throws IOException {
        socket = new Socket("127.0.0.1", port);
        ask(socket, method, show);
        Thread reader = new Thread(this::read, "follower");
        reader.setDaemon(true);
        reader.start();
    }

    static void ask(Socket socket, String method, String show) throws IOException {
        String request = method + " /storefront/v1/shows/" + show + "/feed HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            List<String> block = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    end(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            }
        } catch (IOException e) {
            head.add("broken: " + e.getMessage());
        }
        cut = true;
    }

    private void end(List<String> block) {
        if (block.size() == 3) {
            events.add(new Event(
                    block.get(0).substring("event: ".length()),
                    Long.parseLong(block.get(1).substring("id: ".length())),
                    block.get(2).substring("data: ".length())));
        } else if (block.equals(List.of(":"))) {
            heartbeats++;
        } else {
            head.addAll(block);
        }
    }

    /** What was told last of this file. */
    String last(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .reduce((a, b) -> b)
                .map(Event::data)
                .orElse("");
    }

    String status() {
        return head.isEmpty() ? "" : head.get(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
