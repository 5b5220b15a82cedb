package io.soakstream.deploy.app;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a demo shows. */
interface DemoSoak {
    RunKey key();

    /** The same without a broker: what must come out of Kafka, and how much of it. */
    Offline offline();

    /** Brings it onto the topic. */
    void feed(KafkaAccess access);

    /** What there is to say beside the verdict, a line each. */
    List<String> remarks();

    /**
     * A soak judged without a broker.
     *
     * @param verdicts in order
     * @param refusals what could not be read or was refused, in words; while there are any, nothing passes
     */
    record Offline(List<Verdict> verdicts, List<String> refusals) {
        public Offline {
            verdicts = List.copyOf(verdicts);
            refusals = List.copyOf(refusals);
        }

        /** The last verdict of each policy, in the order in which they came. */
        List<Verdict> lasts() {
            Map<String, Verdict> lasts = new LinkedHashMap<>();
            verdicts.forEach(verdict -> lasts.put(verdict.getPolicy(), verdict));
            return List.copyOf(lasts.values());
        }
    }
}
