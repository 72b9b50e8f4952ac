package live.onair.localmedia;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.locks.ReentrantLock;

/** A line on which nothing moves for a while; little fits into it. */
final class SlowDoor extends PassingDoor {
    private static final int FITS = 16 << 10;

    private final ReentrantLock moves = new ReentrantLock();

    SlowDoor(String to) throws IOException {
        super(to, narrow());
        opens();
    }

    private static ServerSocket narrow() throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReceiveBufferSize(FITS);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    String rtmp() {
        return address("rtmp");
    }

    /** Nothing moves until {@link #go}, on the same thread. */
    void halt() {
        moves.lock();
    }

    void go() {
        moves.unlock();
    }

    @Override
    void move(OutputStream into, byte[] bytes, int count) throws IOException {
        moves.lock();
        try {
            into.write(bytes, 0, count);
        } finally {
            moves.unlock();
        }
    }
}
