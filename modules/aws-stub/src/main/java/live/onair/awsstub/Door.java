package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import live.onair.awsstub.wire.AwsRules;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Matched;
import live.onair.awsstub.wire.Matching;
import live.onair.awsstub.wire.Reading;
import live.onair.awsstub.wire.Refused;
import live.onair.awsstub.wire.Reply;
import live.onair.awsstub.wire.Request;
import live.onair.awsstub.wire.ServiceModels;
import live.onair.awsstub.wire.Spoken;
import live.onair.awsstub.wire.Validation;
import live.onair.awsstub.wire.Writing;

/** The way of each request: who signed it, what it asks for, whether AWS would take it, who answers, what goes wrong. */
final class Door {

    /** What came out: the reply, and what the log says of it. */
    record Done(Reply reply, ObjectNode input, List<String> problems, String error, boolean executed) {}

    private static final Pattern IN_BODY = Pattern.compile("<RequestId>[^<]*</RequestId>");

    private final ServiceModels models;
    private final Behind behind;
    private final Faults faults;
    private final CallLog log;
    private final StubTime time;
    private final Set<String> unserved = new TreeSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Door(ServiceModels models, Behind behind, Faults faults, CallLog log, StubTime time) {
        this.models = models;
        this.behind = behind;
        this.faults = faults;
        this.log = log;
        this.time = time;
    }

    void close() {
        closed.countDown();
    }

    List<String> unserved() {
        synchronized (unserved) {
            return List.copyOf(unserved);
        }
    }

    Reply answer(Request request) {
        String id = UUID.randomUUID().toString();
        Optional<String> signed = request.signedFor().or(() -> unsigned(request));
        if (signed.isEmpty()) {
            return strange(
                    request,
                    id,
                    new Refused("MissingAuthenticationTokenException", 403, "Missing Authentication Token"));
        }
        Optional<Matched> matched = Matching.find(models.signedAs(signed.get()), request);
        if (matched.isEmpty()) {
            note(signed.get() + ":" + request.method() + " " + request.path());
            return strange(
                    request, id, new Refused("UnknownOperationException", 404, "no such operation: " + request.path()));
        }
        try {
            return turn(matched.get(), request, id);
        } catch (RuntimeException e) {
            return plain(500, "StubIsBroken", e.toString(), id); // a mistake of ours must not look like one of AWS
        }
    }

    /** Whoever has no credentials yet asks for them without a signature. */
    private static Optional<String> unsigned(Request request) {
        return request.text().contains("Action=AssumeRoleWithWebIdentity") ? Optional.of("sts") : Optional.empty();
    }

    private Reply turn(Matched matched, Request request, String id) {
        Optional<Faults.Fault> fault = faults.next(matched.service().name, matched.name());
        Faults.Kind kind = fault.map(Faults.Fault::kind).orElse(null);
        ObjectNode input = read(matched, request);
        Done done = kind != null && kind.keepsItFromHappening()
                ? kept(kind, matched, input, id)
                : carryOut(matched, request, input, id);
        Reply reply = kind == Faults.Kind.REPLY_LOST ? Reply.gone(Reply.Ending.DROPPED) : done.reply;
        log.add(new StubCall(
                matched.service().name,
                matched.name(),
                done.input,
                done.problems,
                id,
                request.accessKey(),
                time.now(),
                reply.status(),
                done.error,
                kind == null ? "" : kind.name(),
                done.executed));
        fault.filter(f -> f.kind() == Faults.Kind.LATE).ifPresent(this::wait);
        return reply.ending() == Reply.Ending.SENT ? named(reply, matched, id) : reply;
    }

    private static Done kept(Faults.Kind kind, Matched matched, ObjectNode input, String id) {
        if (kind == Faults.Kind.RESET) {
            return new Done(Reply.gone(Reply.Ending.RESET), input, List.of(), "", false);
        }
        Refused refusal = switch (kind) {
            case THROTTLED -> matched.throttled();
            case EXPIRED -> matched.expired();
            default -> matched.broken();
        };
        return new Done(new Writing(matched, id).refusal(refusal), input, List.of(), refusal.error, false);
    }

    /** Every answer has the id under which its call is in the log; S3 says it in a header of its own, queries in the body. */
    private static Reply named(Reply reply, Matched matched, String id) {
        Reply named = reply.with("x-amzn-RequestId", id);
        if (matched.spoken() == Spoken.QUERY) {
            String said = new String(reply.body(), StandardCharsets.UTF_8);
            byte[] body = IN_BODY.matcher(said)
                    .replaceAll("<RequestId>" + id + "</RequestId>")
                    .getBytes(StandardCharsets.UTF_8);
            return new Reply(named.status(), named.headers(), body, named.ending());
        }
        return matched.service().name.equals("s3") ? named.with("x-amz-request-id", id) : named;
    }

    private void wait(Faults.Fault late) {
        try {
            closed.await(late.late().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode read(Matched matched, Request request) {
        try {
            return new Reading(matched, request).input();
        } catch (Refused unreadable) {
            return Json.object().put("unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    private Done carryOut(Matched matched, Request request, ObjectNode input, String id) {
        Writing writing = new Writing(matched, id);
        List<String> problems = problems(matched, input);
        if (!problems.isEmpty()) {
            String error = matched.service().invalid(matched.operation());
            Reply refusal = writing.refusal(new Refused(error, 400, String.join("; ", problems)));
            return new Done(refusal, input, problems, error, false);
        }
        try {
            Optional<Reply> reply = behind.answer(matched, request, input, writing);
            if (reply.isEmpty()) {
                note(matched.service().name + ":" + matched.name());
                throw new Refused("NotInTheStub", 501, "nobody here plays " + matched.name());
            }
            return new Done(
                    reply.get(),
                    input,
                    List.of(),
                    reply.get().error(),
                    !reply.get().refused());
        } catch (Refused refused) {
            return new Done(writing.refusal(refused), input, List.of(), refused.error, false);
        }
    }

    /** S3's own checks are moto's. */
    private static List<String> problems(Matched matched, ObjectNode input) {
        if (matched.service().name.equals("s3")) {
            return List.of();
        }
        List<String> problems = new ArrayList<>(Validation.problems(
                matched.service(), matched.service().input(matched.operation()), input, matched.name()));
        problems.addAll(AwsRules.problems(input));
        return problems;
    }

    private void note(String what) {
        synchronized (unserved) {
            unserved.add(what);
        }
    }

    private Reply strange(Request request, String id, Refused refused) {
        log.add(new StubCall(
                request.signedFor().orElse(""),
                request.method() + " " + request.path(),
                Json.object(),
                List.of(),
                id,
                request.accessKey(),
                time.now(),
                refused.status,
                refused.error,
                "",
                false));
        return plain(refused.status, refused.error, String.valueOf(refused.getMessage()), id);
    }

    private static Reply plain(int status, String error, String sentence, String id) {
        ObjectNode body = Json.object().put("__type", error).put("message", sentence);
        return Reply.of(status, "application/json", Json.write(body))
                .with("x-amzn-ErrorType", error)
                .with("x-amzn-RequestId", id);
    }
}
