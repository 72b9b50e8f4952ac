package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.awsstub.wire.Matched;
import live.onair.awsstub.wire.Reply;
import live.onair.awsstub.wire.Request;
import live.onair.awsstub.wire.Validation;
import live.onair.awsstub.wire.Writing;

/** Who answers behind the validator: a script of ours, or moto for what the fixed list says it has; else nobody. */
final class Behind {

    private final Ground ground;
    private final Map<String, List<Script>> scripts;
    private final Moto moto;
    private final Rates rates;
    private final BucketWorld buckets;

    Behind(Ground ground, Map<String, List<Script>> scripts, Moto moto, BucketWorld buckets) {
        this.ground = ground;
        this.scripts = scripts;
        this.moto = moto;
        this.buckets = buckets;
        rates = new Rates(ground);
    }

    Optional<Reply> answer(Matched matched, Request request, ObjectNode input, Writing writing) {
        rates.count(matched, input);
        Optional<Script.Act> act = scripts.getOrDefault(matched.service().name, List.of()).stream()
                .flatMap(script -> script.act(matched.name()).stream())
                .findFirst();
        if (act.isPresent()) {
            return Optional.of(writing.answer(held(matched, play(act.get(), input))));
        }
        return moto.has(matched) ? Optional.of(ofMoto(matched, request, input, writing)) : Optional.empty();
    }

    private Reply ofMoto(Matched matched, Request request, ObjectNode input, Writing writing) {
        Reply reply = moto.answer(matched, request, input, writing);
        boolean head = matched.name().equals("HeadObject") && !reply.refused();
        return head ? buckets.added(input, reply) : reply;
    }

    private ObjectNode play(Script.Act act, ObjectNode input) {
        synchronized (ground) {
            return act.on(input);
        }
    }

    /** Our own answers are held to the model too. */
    private static ObjectNode held(Matched matched, ObjectNode output) {
        List<String> problems = Validation.problems(
                matched.service(), matched.service().output(matched.operation()), output, matched.name());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("our answer is not AWS's: " + problems);
        }
        return output;
    }
}
