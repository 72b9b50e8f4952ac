package live.onair.awsstub.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The services this stand-in knows, read when they are first asked for and kept for the life of the tests. */
public final class ServiceModels {

    /** By signing name: the folders of botocore's data. Two services may sign alike. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("medialive", List.of("medialive")),
            Map.entry("mediapackagev2", List.of("mediapackagev2")),
            Map.entry("ivs", List.of("ivs")),
            Map.entry("ivschat", List.of("ivschat")),
            Map.entry("kinesisvideo", List.of("kinesisvideo", "kinesis-video-archived-media")),
            Map.entry("monitoring", List.of("cloudwatch")),
            Map.entry("cloudtrail", List.of("cloudtrail")),
            Map.entry("servicequotas", List.of("service-quotas")),
            Map.entry("cloudfront", List.of("cloudfront")),
            Map.entry("shield", List.of("shield")),
            Map.entry("route53", List.of("route53")),
            Map.entry("sts", List.of("sts")),
            Map.entry("events", List.of("events")),
            Map.entry("s3", List.of("s3")));

    private static final Map<Path, ServiceModel> READ = new ConcurrentHashMap<>();

    private final Path data;

    public ServiceModels(Path data) {
        this.data = data;
    }

    public List<ServiceModel> signedAs(String signingName) {
        return KNOWN.getOrDefault(signingName, List.of()).stream()
                .map(this::model)
                .toList();
    }

    private ServiceModel model(String name) {
        return READ.computeIfAbsent(newest(name), file -> new ServiceModel(name, new BotocoreModel(file)));
    }

    private Path newest(String name) {
        try (Stream<Path> versions = Files.list(data.resolve(name))) {
            Path version = versions.filter(Files::isDirectory)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Path packed = version.resolve("service-2.json.gz");
            return Files.exists(packed) ? packed : version.resolve("service-2.json");
        } catch (IOException e) {
            throw new IllegalStateException("no model of " + name + " below " + data, e);
        }
    }
}
