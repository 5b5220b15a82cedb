package io.soakstream.deploy.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.JsonDocument;
import io.soakstream.gate.document.MalformedDocumentException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the JSON files that a command line names; what is wrong with one is said with the option that named it. */
record JsonFiles(CommandLine command) {

    /** @throws ParameterException there is none, or it is no JSON */
    JsonNode read(String option, Path file) throws IOException {
        try {
            return JsonDocument.read(file.toString(), Files.readString(existing(option, file), StandardCharsets.UTF_8));
        } catch (CharacterCodingException binary) {
            throw new ParameterException(command, option + ": " + file + " is no UTF-8 text", binary);
        } catch (MalformedDocumentException malformed) {
            throw new ParameterException(command, option + ": " + malformed.getMessage(), malformed);
        }
    }

    /** @throws ParameterException there is no such file */
    Path existing(String option, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(command, option + ": there is no file " + file);
        }
        return file;
    }
}
