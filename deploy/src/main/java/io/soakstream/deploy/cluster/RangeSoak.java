package io.soakstream.deploy.cluster;

import io.soakstream.producer.recording.RecordingContext;
import io.soakstream.producer.recording.RecordingWriter;
import io.soakstream.producer.recording.RunRecord;
import io.soakstream.producer.recording.TopicRange;
import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The events of a range of offsets as a recorded soak: they are recorded, and the recording is read like any other. */
public final class RangeSoak {
    private RangeSoak() {}

    /**
     * The one run that lies in the range. By what it was decided nobody says there: that is the caller's to declare.
     *
     * @param scratch directory for the recording, which the caller clears away
     * @throws io.soakstream.producer.domain.NoIterationsException there is none, or the range is not whole
     * @throws io.soakstream.producer.recording.SplitRunException there are several
     */
    public static RecordedSoak read(KafkaAccess access, TopicRange range, ReadOptions options, Path scratch)
            throws IOException {
        RunRecord taken;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TopicRecorder.consumerProperties(access.clientProperties()))) {
            taken = new TopicRecorder(consumer, access.registry(), range.topic())
                    .recordRange(range, new RecordingContext("", "", "", ""));
        }
        Path recording = scratch.resolve("range.avro");
        new RecordingWriter().write(recording, taken.header(), taken.events());
        RecordedSoak soak = new SoakReader().read(recording, options);
        List<String> notes = new ArrayList<>(soak.notes());
        notes.addAll(taken.warnings());
        return new RecordedSoak(
                soak.key(),
                soak.events(),
                soak.rejections(),
                soak.gaps(),
                soak.timesSynthesised(),
                soak.kind(),
                soak.header(),
                notes);
    }
}
