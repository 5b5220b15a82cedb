package io.soakstream.notifier.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What the notifier is given by whoever runs it.
 *
 * @param lines takes what a receiver of type {@code log} says
 * @param sentences from a reason code of the gate to a sentence
 */
public record Environment(
        InstantSource clock, Consumer<String> lines, UnaryOperator<String> sentences, MeterRegistry meters) {}
