package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ffmpeg program: the one in the jar if it starts on this system, else the configured one, else the one on the PATH.
 */
record Ffmpeg(Path program, String version, boolean bundled) {
    private static final String FOLDER = "org/bytedeco/ffmpeg/linux-x86_64/";
    private static final Pattern MISSING =
            Pattern.compile("error while loading shared libraries: ([A-Za-z0-9._+-]+): cannot open");
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+)");

    /** @param state where the program is taken out of the jar if the user's cache folder cannot be written */
    static Ffmpeg find(Path state, @Nullable Path configured) {
        Ffmpeg found = bundled(state);
        if (found == null && configured != null) {
            found = answering(configured);
        }
        if (found == null) {
            found = answering(Path.of("ffmpeg"));
        }
        if (found == null) {
            throw new Media.StartFailure(
                    5,
                    "ffmpeg를 시작할 수 없습니다 / ffmpeg does not start on this system",
                    "glibc 2.35 이상에서 실행하거나 ffmpeg(libopenh264 포함)를 설치하고 onair.media.ffmpeg로 지정하십시오"
                            + " / run on glibc 2.35 or newer, or install an ffmpeg with libopenh264 and name it in"
                            + " onair.media.ffmpeg");
        }
        return found;
    }

    private static @Nullable Ffmpeg bundled(Path state) {
        URL inside = Ffmpeg.class.getClassLoader().getResource(FOLDER + "ffmpeg");
        if (inside == null || !System.getProperty("os.arch", "").equals("amd64")) {
            return null;
        }
        for (Path cache : List.of(userCache(), state.resolve("bin"))) {
            try {
                Path folder = cache.resolve("ffmpeg-" + jarVersion());
                extract(inside, folder);
                return started(folder);
            } catch (IOException | UncheckedIOException e) {
                Log.warn("ffmpeg-not-extracted", e, "folder", cache);
            }
        }
        return null;
    }

    private static Path userCache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("onair");
    }

    private static String jarVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Ffmpeg.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/org.bytedeco/ffmpeg/pom.properties")) {
            if (in != null) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "unknown");
    }

    private static void extract(URL inside, Path folder) throws IOException {
        if (Files.isExecutable(folder.resolve("ffmpeg"))) {
            return;
        }
        Files.createDirectories(folder.getParent());
        Path part = Files.createTempDirectory(folder.getParent(), ".ffmpeg-part");
        try (JarFile jar = ((JarURLConnection) inside.openConnection()).getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name =
                        entry.getName().startsWith(FOLDER) ? entry.getName().substring(FOLDER.length()) : "";
                if (!name.isEmpty() && !name.contains("/") && !name.startsWith("libjni")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, part.resolve(name));
                    }
                    part.resolve(name).toFile().setExecutable(true);
                }
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isExecutable(folder.resolve("ffmpeg"))) {
                throw e;
            }
        } finally {
            Durable.deleteTree(part);
        }
    }

    /**
     * A bare system lacks libraries of devices we never open (X11, ALSA, PulseAudio): a small library of the jar under
     * the missing name satisfies the loader.
     */
    private static @Nullable Ffmpeg started(Path folder) throws IOException {
        for (int attempt = 0; attempt < 16; attempt++) {
            Path program = folder.resolve("ffmpeg");
            String said = said(program, true, "-version");
            Matcher version = VERSION.matcher(said);
            if (version.find()) {
                return new Ffmpeg(program, version.group(1), true);
            }
            Matcher missing = MISSING.matcher(said);
            if (!missing.find()) {
                Log.info(
                        "bundled-ffmpeg-does-not-start",
                        "said",
                        said.lines().findFirst().orElse(""));
                return null;
            }
            Files.copy(
                    folder.resolve("libva-drm.so.2"),
                    folder.resolve(missing.group(1)),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return null;
    }

    /** A program of the system must be able to encode what our pictures and slates need. */
    private static @Nullable Ffmpeg answering(Path program) {
        try {
            Matcher version = VERSION.matcher(said(program, false, "-version"));
            boolean encodes =
                    version.find() && said(program, false, "-encoders").contains("libopenh264");
            return encodes ? new Ffmpeg(program, version.group(1), false) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String said(Path program, boolean bundled, String question) throws IOException {
        Process process = new Ffmpeg(program, "", bundled)
                .command(List.of(question))
                .redirectErrorStream(true)
                .start();
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(5, TimeUnit.SECONDS);
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            process.destroyForcibly();
        }
    }

    ProcessBuilder command(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(arguments);
        ProcessBuilder command = new ProcessBuilder(line);
        if (bundled && program.getParent() != null) {
            command.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
        }
        command.environment().put("TZ", "KST-9");
        return command;
    }
}
