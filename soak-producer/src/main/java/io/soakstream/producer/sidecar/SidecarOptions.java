package io.soakstream.producer.sidecar;

import io.soakstream.producer.domain.RiskUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is declared about a bot that writes files.
 *
 * @param directory where it writes its iterations
 * @param overridesFile file that it reads its parameters from
 * @param reads which of its files are iterations
 * @param existing what becomes of iteration files that are there before the run starts; empty: the run does not start
 * @param bot name of the bot
 * @param run name of the run; empty: a fresh one, or the one that is under way
 * @param riskUnit unit of its risk and block ratios
 * @param echo what counts as the bot's word on what it ran with
 * @param iterations number of the last iteration; empty: the run ends when the sidecar is stopped
 * @param period declared time between iterations
 * @param autoTune false: the tuner only proposes
 * @param quiet how long a file must not change before it is read
 * @param interval how often the directory is looked through, whatever the file system tells
 */
public record SidecarOptions(
        Path directory,
        Path overridesFile,
        Reads reads,
        Optional<Existing> existing,
        String bot,
        Optional<String> run,
        RiskUnit riskUnit,
        EchoSource echo,
        OptionalInt iterations,
        Duration period,
        boolean autoTune,
        Duration quiet,
        Duration interval) {

    /** Which files are iterations. A bot that writes both makes the one of the other: read twice they would count twice. */
    public enum Reads {
        /** {@code ITER_SUMMARY_<n>.json}, one for each iteration. */
        SUMMARIES,
        /** {@code EDGE_REPORT.json}, written anew by each iteration. */
        EDGE_REPORT;

        /** The word that flags use. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What becomes of files from before. */
    public enum Existing {
        /** They belong to the run. */
        SEND,
        /** They are left alone until they are written anew. */
        SKIP;

        /** The word that flags use. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What counts as the bot's word. Its own, where its files have one, always does. */
    public enum EchoSource {
        /** The content of the overrides file: right for a bot that reads it at the start of every iteration. */
        FILE,
        /** Nothing else: the run stays unverified. */
        NONE;

        /** The word that flags use. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
