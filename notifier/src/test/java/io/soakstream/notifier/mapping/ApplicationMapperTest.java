package io.soakstream.notifier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.domain.ApplicationFacts;
import io.soakstream.notifier.domain.CommandFacts;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterChange;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApplicationMapperTest {
    @BeforeAll
    static void declare() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(DeltaApplication.class).close();
    }

    @Test
    void shouldSayWhoCommandedWhatAndUntilWhen() {
        // Given
        DeltaApplication application = DeltaApplication.newBuilder()
                .setOutcome(ApplicationOutcome.ACKNOWLEDGED)
                .setCommandId("c1")
                .setCommand(ControlCommand.newBuilder()
                        .setId("c1")
                        .setAction(ControlAction.SILENCE)
                        .setActor("alice")
                        .setReason("venue")
                        .setExpiresAtMs(7L)
                        .build())
                .build();

        // When
        CommandFacts command = ApplicationMapper.toDomain(application).command().orElseThrow();

        // Then
        assertThat(command.kind()).isEqualTo(CommandFacts.Kind.SILENCE);
        assertThat(command.word()).isEqualTo("silence");
        assertThat(command.expiresAtMs()).contains(7L);
    }

    @Test
    void shouldSayWhatChanged() {
        // Given
        DeltaApplication application = DeltaApplication.newBuilder()
                .setOutcome(ApplicationOutcome.APPLIED)
                .setChanges(List.of(new ParameterChange("min_interval_ms", "50", "5", "55", null)))
                .build();

        // When
        ApplicationFacts facts = ApplicationMapper.toDomain(application);

        // Then
        assertThat(facts.changes()).containsExactly("min_interval_ms 50 -> 55");
        assertThat(facts.outcome()).isEqualTo(ApplicationFacts.Outcome.OTHER);
    }
}
