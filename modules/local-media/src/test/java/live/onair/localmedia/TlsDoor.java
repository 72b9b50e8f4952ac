package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Stands before somebody else's RTMP server as its TLS: takes RTMPS with a certificate of its own and passes on what it reads. */
final class TlsDoor extends PassingDoor {
    private static final char[] OPENS = "opens-nothing-else".toCharArray();

    private final KeyStore keys;

    /** With a certificate for this name, written as keytool does: {@code dns:localhost}, {@code ip:127.0.0.1}. */
    TlsDoor(Path folder, String name, String to) throws IOException, GeneralSecurityException, InterruptedException {
        this(keys(Files.createDirectories(folder).resolve("keys.p12"), name), to);
    }

    private TlsDoor(KeyStore keys, String to) throws IOException, GeneralSecurityException {
        super(to, secured(keys));
        this.keys = keys;
        opens();
    }

    private static ServerSocket secured(KeyStore keys) throws IOException, GeneralSecurityException {
        KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, OPENS);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(ours.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
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
        return address("rtmps");
    }

    @Override
    void move(OutputStream into, byte[] bytes, int count) throws IOException {
        into.write(bytes, 0, count);
        into.flush();
    }
}
