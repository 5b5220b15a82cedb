package io.soakstream.tuner.mapping;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.command.CommandVerifier;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.serde.RecordEncoder;
import io.soakstream.tuner.domain.RunEvent;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** From a command on the topic to the command of the rules, its signature checked. */
final class CommandMapper {
    private static final byte[] NO_HEADER = {};

    private final RecordEncoder<ControlCommand> encoder = new RecordEncoder<>(ControlCommand.getClassSchema());
    private final CommandVerifier verifier;

    CommandMapper(CommandVerifier verifier) {
        this.verifier = verifier;
    }

    RunEvent.Control toDomain(SoakEvent event) {
        ControlCommand command = event.getControlCommand();
        String own = event.getBot() + ":" + event.getRun();
        String signedFor = event.getOrigin() == null ? own : event.getOrigin();
        return new RunEvent.Control(
                event.getEventTimeMs(),
                Optional.ofNullable(event.getOrigin()),
                command(command),
                command.getIssuedAtMs(),
                contentHash(command),
                verifier.refusal(command, signedFor));
    }

    /** Of what is asked for: who sends it again signs it anew, at another time. */
    private long contentHash(ControlCommand command) {
        ControlCommand asked = ControlCommand.newBuilder(command)
                .setIssuedAtMs(0)
                .setKeyId(null)
                .setSignature(null)
                .build();
        return ByteBuffer.wrap(Sha256.digest(encoder.encode(NO_HEADER, asked))).getLong();
    }

    private static Command command(ControlCommand command) {
        Integer notAfter = command.getNotAfterIteration();
        return new Command(
                command.getId(),
                Command.Action.valueOf(command.getAction().name()),
                EventMapper.decimals(command.getValues()),
                Set.copyOf(command.getSubsystems()),
                notAfter == null ? OptionalInt.empty() : OptionalInt.of(notAfter),
                Optional.ofNullable(command.getExpectedBaseHash()));
    }
}
