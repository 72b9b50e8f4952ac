package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import live.onair.awsstub.wire.HttpDoor;
import live.onair.awsstub.wire.ServiceModels;

/**
 * Stands for AWS on a free loopback port: account 111122223333 in Seoul. Point a client's endpoint override at
 * {@link #uri()}, with any credentials; it finds the service by the signature.
 */
public final class AwsStub implements AutoCloseable {

    private static final AtomicInteger OPEN = new AtomicInteger();

    private final CallLog log = new CallLog();
    private final StubTime time;
    private final Ground ground;
    private final Faults faults;
    private final Map<String, List<Script>> scripts;
    private final Quotas quotas;
    private final Trail trail;
    private final MediaLiveWorld mediaLive;
    private final IvsWorld ivs;
    private final IvsChatWorld ivsChat;
    private final VideoWorld video;
    private final BucketWorld buckets;
    private final Door door;
    private final HttpDoor http;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AwsStub(Manner manner, PythonParts parts) {
        time = new StubTime(manner.clock());
        faults = new Faults(manner.seed());
        ground = new Ground(time, manner.transition(), manner.pageSize(), manner.quotas(), manner.seed());
        quotas = new Quotas(ground);
        trail = new Trail(ground, log);
        MediaLiveChannels channels = new MediaLiveChannels(ground, quotas);
        IvsStreams streams = new IvsStreams(ground, new IvsTapes(parts));
        VideoStreams videos = new VideoStreams(ground, () -> uri().toString());
        mediaLive = new MediaLiveWorld(ground, channels);
        ivs = new IvsWorld(ground, streams);
        IvsChatRooms chats = new IvsChatRooms(ground);
        ivsChat = new IvsChatWorld(ground, chats);
        video = new VideoWorld(ground, videos);
        scripts = Map.of(
                "medialive", channels.all(),
                "mediapackagev2", MediaPackages.all(ground, quotas),
                "ivs", streams.all(),
                "ivschat", List.of(chats),
                "kinesisvideo", List.of(videos),
                "kinesis-video-archived-media", List.of(videos),
                "cloudfront", List.of(new CloudFronts(ground)),
                "cloudtrail", List.of(trail),
                "service-quotas", List.of(quotas));
        buckets = new BucketWorld(ground);
        Behind behind = new Behind(ground, scripts, new Moto(parts), buckets);
        door = new Door(new ServiceModels(parts.models()), behind, faults, log, time);
        http = new HttpDoor(door::answer);
    }

    /** Starts with {@link Manner#quick()}. */
    public static AwsStub start() {
        return start(Manner.quick());
    }

    /** Starts; installs moto and botocore when they are missing and fails with a sentence when it cannot. */
    public static AwsStub start(Manner manner) {
        PythonParts parts = PythonParts.find();
        if (OPEN.getAndIncrement() == 0) {
            MotoProcess.forget();
        }
        return new AwsStub(manner, parts);
    }

    /** For every service's endpoint override. */
    public URI uri() {
        return http.uri();
    }

    /** Every call so far. */
    public List<StubCall> calls() {
        return log.all();
    }

    /** The calls of one service. */
    public List<StubCall> calls(String service) {
        return calls().stream().filter(call -> call.service().equals(service)).toList();
    }

    /** The calls of one operation. */
    public List<StubCall> calls(String service, String operation) {
        return calls(service).stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }

    /** Forgets the calls so far, not what they did. */
    public void forgetCalls() {
        log.clear();
    }

    /** What was asked for and nobody here plays; a good test leaves it empty. */
    public List<String> unserved() {
        return door.unserved();
    }

    /** What this stand-in plays by its own scripts, as service:operation. */
    public List<String> scripted() {
        List<String> all = new ArrayList<>();
        scripts.forEach((service, list) ->
                list.forEach(script -> script.operations().forEach(operation -> all.add(service + ":" + operation))));
        return all.stream().sorted().toList();
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** Moves all of AWS's time on: states change, schedules are played. */
    public void timePasses(Duration by) {
        time.pass(by);
    }

    /**
     * Somebody else, not through the product, does this: any operation that is scripted here, with its input in the model's
     * own names. It is not in the call log, but in the trail, as an act of the user {@code somebody}.
     */
    public JsonNode somebodyElse(String service, String operation, JsonNode input) {
        synchronized (ground) {
            JsonNode answer = scripts.getOrDefault(service, List.of()).stream()
                    .flatMap(script -> script.act(operation).stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not played here: " + service + ":" + operation))
                    .on(input.deepCopy());
            trail.somebody(service, operation, input);
            return answer;
        }
    }

    /** The world outside of MediaLive: encoders, failures, other people. */
    public MediaLiveWorld mediaLive() {
        return mediaLive;
    }

    /** The world outside of IVS: encoders, viewers. */
    public IvsWorld ivs() {
        return ivs;
    }

    /** The world outside of IVS Chat: viewers' pages, and the functions that review what they say. */
    public IvsChatWorld ivsChat() {
        return ivsChat;
    }

    /** The world outside of Kinesis Video Streams: cameras. */
    public VideoWorld video() {
        return video;
    }

    /** What S3 does by itself: copies, and what will be deleted. */
    public BucketWorld buckets() {
        return buckets;
    }

    /** Service Quotas says so from now on, and MediaLive and MediaPackage keep to it. What no test sets is only told. */
    public void quotaIs(String service, String code, String name, double value) {
        synchronized (ground) {
            quotas.set(service, code, name, value);
        }
    }

    /** Nobody has ever changed this quota for the account: Service Quotas knows only AWS's usual value. */
    public void quotaIsUsual(String service, String code) {
        synchronized (ground) {
            quotas.onlyUsual(service, code);
        }
    }

    /** CloudTrail tells of a call only after so long; at once unless said. */
    public void trailLags(Duration by) {
        synchronized (ground) {
            trail.lag = by;
        }
    }

    /** What AWS would have put on the event bus so far, in order: events in EventBridge's form, for a test to deliver. */
    public List<JsonNode> events() {
        synchronized (ground) {
            kept().forEach(Resource::state); // what is due happens now
            return List.copyOf(ground.bus.all());
        }
    }

    /** The ARN of everything that exists in the scripted services; nothing after a good life. */
    public List<String> leftBehind() {
        synchronized (ground) {
            return kept().map(Resource::arn).toList();
        }
    }

    private Stream<Resource> kept() {
        return scripts.values().stream()
                .flatMap(List::stream)
                .distinct()
                .flatMap(script -> script.keeps().stream())
                .flatMap(kept -> kept.alive().stream());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            door.close();
            http.close();
            OPEN.decrementAndGet();
        }
    }
}
