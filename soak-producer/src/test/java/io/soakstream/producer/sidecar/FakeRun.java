package io.soakstream.producer.sidecar;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run on a stream that is only a list. */
final class FakeRun implements RunPort {
    final List<IterationSummary> sent = new ArrayList<>();
    final List<Instant> times = new ArrayList<>();
    final List<String> life = new ArrayList<>();
    Overrides startValues;
    Optional<Wanted> wanted = Optional.empty();
    /** Done before the next event is acknowledged. */
    Runnable beforeAcknowledgement = () -> {};

    UndeliverableException failure;

    @Override
    public void start(Overrides values, Instant at) {
        fail();
        startValues = values;
        life.add("start");
    }

    @Override
    public void join(Overrides inForce) {
        startValues = inForce;
        life.add("join");
    }

    @Override
    public void send(IterationSummary summary, Instant endedAt) {
        fail();
        beforeAcknowledgement.run();
        sent.add(summary);
        times.add(endedAt);
    }

    @Override
    public Optional<Wanted> wanted() {
        return wanted;
    }

    @Override
    public void end(boolean completed, Optional<String> echo, Instant at) {
        fail();
        life.add((completed ? "completed " : "aborted ")
                + echo.map(hash -> hash.substring(0, 8)).orElse("without echo"));
    }

    List<Integer> numbers() {
        return sent.stream().map(IterationSummary::getIteration).toList();
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        life.add("close");
    }
}
