package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Stands before somebody else's RTMP server as a line on which nothing moves for a while; little fits into it. */
final class SlowDoor implements AutoCloseable {
    private static final int FITS = 16 << 10;

    private final URI to;
    private final ServerSocket server;
    private final ReentrantLock moves = new ReentrantLock();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    SlowDoor(String to) throws IOException {
        this.to = URI.create(to);
        this.server = new ServerSocket();
        server.setReceiveBufferSize(FITS);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        start(this::accept);
    }

    String rtmp() {
        return "rtmp://127.0.0.1:" + server.getLocalPort() + to.getPath();
    }

    /** Nothing moves until {@link #go}, on the same thread. */
    void halt() {
        moves.lock();
    }

    void go() {
        moves.unlock();
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
            byte[] bytes = new byte[4 << 10];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                moves.lock();
                try {
                    out.write(bytes, 0, read);
                } finally {
                    moves.unlock();
                }
            }
        }
    }

    private interface Deed {
        void does() throws IOException;
    }

    private static void start(Deed deed) {
        Thread thread = new Thread(() -> {
            try {
                deed.does();
            } catch (IOException over) {
                Log.info("slow-door", "said", String.valueOf(over.getMessage()));
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
