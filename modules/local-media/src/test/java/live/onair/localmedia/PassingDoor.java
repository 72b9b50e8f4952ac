package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before somebody else's RTMP server and passes on what it reads, both ways. */
abstract class PassingDoor implements AutoCloseable {
    private static final int PIECE = 4 << 10;

    private final URI to;
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** Lets nobody in until it {@link #opens}. */
    PassingDoor(String to, ServerSocket server) {
        this.to = URI.create(to);
        this.server = server;
    }

    /** Lets in who comes to this socket; last of all that is done to make it. */
    final void opens() {
        start(this::accept);
    }

    /** Passes a piece on. */
    abstract void move(OutputStream into, byte[] bytes, int count) throws IOException;

    /** Where it stands, in this scheme, with the path of what it stands before. */
    String address(String scheme) {
        return scheme + "://127.0.0.1:" + server.getLocalPort() + to.getPath();
    }

    private void accept() throws IOException {
        while (true) {
            Socket from = server.accept();
            Socket into = new Socket(to.getHost(), to.getPort());
            open.addAll(List.of(from, into));
            start(() -> pass(from, into));
            start(() -> pass(into, from));
        }
    }

    private void pass(Socket from, Socket into) throws IOException {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] bytes = new byte[PIECE];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                move(out, bytes, read);
            }
        }
    }

    private interface Deed {
        void does() throws IOException;
    }

    private void start(Deed deed) {
        String door = getClass().getSimpleName();
        Thread thread = new Thread(() -> {
            try {
                deed.does();
            } catch (IOException over) {
                Log.info("passing-door", "door", door, "said", String.valueOf(over.getMessage()));
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
