package io.soakstream.deploy.run;

import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.producer.sidecar.SidecarLoop;
import io.soakstream.producer.sidecar.SidecarNews;
import io.soakstream.producer.sidecar.SidecarOptions;
import io.soakstream.producer.sidecar.SidecarRefusedException;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.io.IOException;
import java.time.InstantSource;

/** A bot that only knows files. */
public final class FilesFeed implements RunFeed {
    private final SidecarOptions options;
    private final SidecarLoop loop;

    /** @param options with the name of the run and its number of iterations */
    public FilesFeed(SidecarOptions options, StartValueRule names, SidecarNews news) {
        this.options = options;
        this.loop = new SidecarLoop(options, names, news, InstantSource.system());
    }

    @Override
    public RunKey key() {
        return new RunKey(options.bot(), options.run().orElseThrow());
    }

    @Override
    public int iterations() {
        return options.iterations().orElseThrow();
    }

    @Override
    public void run(KafkaAccess access) throws IOException, InterruptedException {
        try (SoakProducer producer = SoakProducer.connect(access, ClientLimits.defaults(), InstantSource.system())) {
            if (loop.run(producer).isEarlier()) {
                throw new SidecarRefusedException("--run: " + key().text() + " has ended already");
            }
        }
    }

    @Override
    public void stop() {
        loop.stop();
    }
}
