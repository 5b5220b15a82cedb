package io.soakstream.deploy.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Annotated tags of the repository that a directory lies in, made by the machine's own git. */
public final class GitTag {
    private static final long PATIENCE_SECONDS = 60;
    private static final int MAX_OUTPUT_BYTES = 65_536;

    private final Path repository;

    /** @param repository any directory of its working tree */
    public GitTag(Path repository) {
        this.repository = repository;
    }

    /** What git ended with and printed. */
    private record Ended(int code, String output) {}

    /**
     * Looks whether the tag can be made.
     *
     * @param replace an existing one may be replaced
     * @throws GitFailedException there is no git, no repository, no such name, or such a tag already
     */
    public void require(String tag, boolean replace) {
        must(git("", "rev-parse", "--git-dir"), "not a git repository");
        must(git("", "check-ref-format", "refs/tags/" + tag), "\"" + tag + "\" is no name of a tag");
        must(git("", "rev-parse", "--verify", "--quiet", "HEAD"), "there is no commit to tag");
        if (git("", "rev-parse", "--verify", "--quiet", "refs/tags/" + tag).code() == 0 && !replace) {
            throw new GitFailedException("tag " + tag + " exists: not overwritten without --force");
        }
    }

    /**
     * Makes the tag on the commit that is checked out.
     *
     * @throws GitFailedException git did not make it
     */
    public void create(String tag, String message, boolean replace) {
        require(tag, replace);
        List<String> arguments = new ArrayList<>(List.of("tag", "--annotate", "--cleanup=verbatim", "--file=-"));
        if (replace) {
            arguments.add("--force");
        }
        arguments.add(tag);
        must(git(message, arguments.toArray(String[]::new)), "the tag was not made");
        must(git("", "rev-parse", "--verify", "--quiet", "refs/tags/" + tag), "the tag is not there");
    }

    private static void must(Ended ended, String otherwise) {
        if (ended.code() != 0) {
            String said = ended.output().isBlank()
                    ? ""
                    : " (" + ended.output().strip().lines().findFirst().orElse("") + ")";
            throw new GitFailedException(otherwise + said);
        }
    }

    private Ended git(String input, String... arguments) {
        List<String> line = new ArrayList<>(List.of("git", "-C", repository.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output;
            try (InputStream printed = process.getInputStream()) {
                output = new String(printed.readNBytes(MAX_OUTPUT_BYTES), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new GitFailedException("git did not end within " + PATIENCE_SECONDS + " s");
            }
            return new Ended(process.exitValue(), output);
        } catch (IOException failed) {
            throw new GitFailedException("git cannot be run: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GitFailedException("git was interrupted");
        }
    }
}
