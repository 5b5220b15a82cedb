package io.soakstream.deploy.proof;

import io.soakstream.gate.app.GateApp;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.app.TunerApp;
import java.util.List;
import java.util.Locale;

/** The stream apps that faults are aimed at. */
enum App {
    TUNER(TunerApp.NAME) {
        @Override
        Topic<?> input(Topics topics) {
            return topics.events();
        }

        @Override
        List<Topic<?>> outputs(Topics topics) {
            return List.of(topics.decisions(), topics.deadLetters());
        }
    },
    GATE(GateApp.NAME) {
        @Override
        Topic<?> input(Topics topics) {
            return topics.decisions();
        }

        @Override
        List<Topic<?>> outputs(Topics topics) {
            return List.of(topics.overrides(), topics.applications(), topics.verdicts());
        }
    };

    private final String application;

    App(String application) {
        this.application = application;
    }

    abstract Topic<?> input(Topics topics);

    abstract List<Topic<?>> outputs(Topics topics);

    /** What {@code soak start} calls it, and the directory of its state. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Consumer group, and first part of the transactional id. */
    String group(Topics topics) {
        return topics.applicationId(application);
    }
}
