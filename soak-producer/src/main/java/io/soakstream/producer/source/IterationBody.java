package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads iterations out of one JSON text: an object, or a list of them in ascending order. All or nothing. */
public final class IterationBody {
    private final IterationJson json = new IterationJson();
    private final ShapeRecogniser shapes;
    private final OptionalInt declared;
    private final int maxIterations;

    /**
     * @param riskUnit declared unit of risk and block ratios
     * @param names flat names of parameters
     * @param declared number of the iteration, for an object that does not say it
     * @param maxIterations most iterations of a list (count)
     */
    public IterationBody(RiskUnit riskUnit, StartValueRule names, OptionalInt declared, int maxIterations) {
        this.shapes = new ShapeRecogniser(riskUnit, names);
        this.declared = declared;
        this.maxIterations = maxIterations;
    }

    /** @throws MalformedJsonException it is not JSON within the limits; the message says where */
    public BodyReading<List<StatedIteration>> read(byte[] body) {
        JsonNode root = json.tree(body, 0, body.length);
        return root.isArray() ? list(root) : single(root);
    }

    private BodyReading<List<StatedIteration>> single(JsonNode root) {
        RejectionList rejections = new RejectionList("");
        List<StatedIteration> iterations = new ArrayList<>();
        read(root, rejections, iterations);
        return reading(iterations, rejections.all());
    }

    private BodyReading<List<StatedIteration>> list(JsonNode root) {
        if (declared.isPresent()) {
            return BodyReading.refused(
                    List.of(new Rejection("", "iteration", "one number cannot be that of every iteration of a list")));
        }
        if (root.isEmpty() || root.size() > maxIterations) {
            return BodyReading.refused(List.of(new Rejection(
                    "", "", "a list holds from 1 to " + maxIterations + " iterations, this one " + root.size())));
        }
        List<Rejection> all = new ArrayList<>();
        List<StatedIteration> iterations = new ArrayList<>();
        for (int index = 0; index < root.size(); index++) {
            RejectionList rejections = new RejectionList("[" + index + "]");
            read(root.get(index), rejections, iterations);
            all.addAll(rejections.all());
        }
        return reading(iterations, all);
    }

    private void read(JsonNode one, RejectionList rejections, List<StatedIteration> before) {
        if (!one.isObject()) {
            rejections.add("", "is not a JSON object");
            return;
        }
        shapes.of(one)
                .parse(one, declared, rejections)
                .map(parsed -> new StatedIteration(parsed.summary(), parsed.epochMs()))
                .filter(stated -> isNext(stated, before, rejections))
                .ifPresent(before::add);
    }

    /** The tuner would take a smaller number for a late one. */
    private static boolean isNext(StatedIteration stated, List<StatedIteration> before, RejectionList rejections) {
        int number = stated.summary().getIteration();
        int last =
                before.isEmpty() ? 0 : before.get(before.size() - 1).summary().getIteration();
        if (number <= last) {
            rejections.add("iteration", number + " does not come after the " + last + " before it");
        }
        return number > last;
    }

    private static BodyReading<List<StatedIteration>> reading(
            List<StatedIteration> iterations, List<Rejection> rejections) {
        return rejections.isEmpty() ? BodyReading.of(List.copyOf(iterations)) : BodyReading.refused(rejections);
    }
}
