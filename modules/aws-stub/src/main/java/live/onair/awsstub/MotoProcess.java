package live.onair.awsstub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One moto for the whole test process. It ends when its input does, so also when this process is killed. */
final class MotoProcess {

    private static @Nullable MotoProcess only;

    final URI uri;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private MotoProcess(URI uri) {
        this.uri = uri;
    }

    static synchronized MotoProcess running(PythonParts parts) {
        MotoProcess running = only;
        if (running == null) {
            running = new MotoProcess(start(parts));
            only = running;
        }
        return running;
    }

    /** Forgets everything it has; nothing to do when it was never needed. */
    static synchronized void forget() {
        if (only != null) {
            only.send(HttpRequest.newBuilder(only.uri.resolve("/moto-api/reset"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
        }
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("moto does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The child says its port when it listens: nothing is polled, no port is guessed. Its input is left open. */
    private static URI start(PythonParts parts) {
        try {
            ProcessBuilder builder = new ProcessBuilder(parts.python().toString(), "-c", program());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("AWS_")); // nobody's real credentials go in there
            environment.put("MOTO_ACCOUNT_ID", Ground.ACCOUNT);
            environment.put("PYTHONDONTWRITEBYTECODE", "1");
            Process process = builder.redirectError(parts.motoLog().toFile()).start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null || !line.startsWith("port ")) {
                throw new IllegalStateException("moto did not start; see " + parts.motoLog());
            }
            return URI.create("http://127.0.0.1:" + line.substring(5).strip());
        } catch (IOException e) {
            throw new IllegalStateException("moto did not start", e);
        }
    }

    private static String program() throws IOException {
        try (InputStream in = MotoProcess.class.getResourceAsStream("moto_child.py")) {
            if (in == null) {
                throw new IOException("moto_child.py is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
