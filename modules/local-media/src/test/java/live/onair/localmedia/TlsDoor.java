package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** Stands before somebody else's RTMP server as its TLS: takes RTMPS with a certificate of its own and passes on what it reads. */
final class TlsDoor implements AutoCloseable {
    private static final char[] OPENS = "opens-nothing-else".toCharArray();

    private final URI to;
    private final SSLServerSocket server;
    private final KeyStore keys;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** With a certificate for this name, written as keytool does: {@code dns:localhost}, {@code ip:127.0.0.1}. */
    TlsDoor(Path folder, String name, String to) throws IOException, GeneralSecurityException, InterruptedException {
        this.to = URI.create(to);
        this.keys = keys(Files.createDirectories(folder).resolve("keys.p12"), name);
        KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, OPENS);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(ours.getKeyManagers(), null, null);
        this.server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static KeyStore keys(Path file, String name)
            throws IOException, GeneralSecurityException, InterruptedException {
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "door",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=door",
                        "-ext",
                        "san=" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(OPENS),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IOException("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, OPENS);
        }
        return keys;
    }

    /** What trusts this certificate and no other. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore only = KeyStore.getInstance("PKCS12");
        only.load(null, null);
        only.setCertificateEntry("door", keys.getCertificate("door"));
        TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(only);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, theirs.getTrustManagers(), null);
        return context;
    }

    String rtmps() {
        return "rtmps://127.0.0.1:" + server.getLocalPort() + to.getPath();
    }

    private void accept() throws IOException {
        while (true) {
            Socket secure = server.accept();
            Socket plain = new Socket(to.getHost(), to.getPort());
            open.addAll(List.of(secure, plain));
            start(() -> pass(secure, plain));
            start(() -> pass(plain, secure));
        }
    }

    private static void pass(Socket from, Socket into) throws IOException {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] bytes = new byte[16 << 10];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(bytes, 0, read);
                out.flush();
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
                Log.info("tls-door", "said", String.valueOf(over.getMessage()));
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
