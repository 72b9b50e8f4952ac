package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final Map<String, List<Script>> scripts = new HashMap<>();
    private final MediaLiveWorld mediaLive;
    private final IvsWorld ivs;
    private final Door door;
    private final HttpDoor http;

    private AwsStub(Manner manner, PythonParts parts) {
        time = new StubTime(manner.clock());
        faults = new Faults(manner.seed());
        ground = new Ground(time, manner.transition(), manner.pageSize(), manner.quotas(), manner.seed());
        MediaLiveChannels channels = new MediaLiveChannels(ground);
        IvsStreams streams = new IvsStreams(ground);
        mediaLive = new MediaLiveWorld(ground, channels);
        ivs = new IvsWorld(ground, streams);
        scripts.put("medialive", channels.all());
        scripts.put("mediapackagev2", MediaPackages.all(ground));
        scripts.put("ivs", streams.all());
        door = new Door(
                new ServiceModels(parts.models()), new Behind(ground, scripts, new Moto(parts)), faults, log, time);
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
     * own names. It is not in the call log.
     */
    public JsonNode somebodyElse(String service, String operation, JsonNode input) {
        synchronized (ground) {
            return scripts.getOrDefault(service, List.of()).stream()
                    .flatMap(script -> script.act(operation).stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not played here: " + service + ":" + operation))
                    .on(input.deepCopy());
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

    @Override
    public void close() {
        door.close();
        http.close();
        OPEN.decrementAndGet();
    }
}
