package io.soakstream.gate.account;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is known of one run.
 *
 * @param iterations accepted ones, in order
 * @param commands that the tuner decided about, in order
 * @param verdicts of all policies, in order
 * @param notes what a reader must know, a sentence each
 * @param refusals what could not be read or was refused, in words; while there are any, nothing passes
 */
public record RunAccount(
        RunFacts run,
        List<IterationAccount> iterations,
        List<CommandAccount> commands,
        OverridesAccount overrides,
        List<Verdict> verdicts,
        List<String> notes,
        List<String> refusals) {
    public RunAccount {
        iterations = List.copyOf(iterations);
        commands = List.copyOf(commands);
        verdicts = List.copyOf(verdicts);
        notes = List.copyOf(notes);
        refusals = List.copyOf(refusals);
    }

    /** The same with more that a reader must know. */
    public RunAccount noting(List<String> more) {
        return new RunAccount(
                run,
                iterations,
                commands,
                overrides,
                verdicts,
                Stream.concat(notes.stream(), more.stream()).toList(),
                refusals);
    }

    /** The last verdict of each policy, in the order of the policies; empty if not one iteration could be judged. */
    public List<Verdict> lasts() {
        return lasts(verdicts);
    }

    /** The last of each policy among verdicts that are in order. */
    public static List<Verdict> lasts(List<Verdict> verdicts) {
        Map<String, Verdict> lasts = new LinkedHashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.getIterationsTotal() > 0)
                .forEach(verdict -> lasts.put(verdict.getPolicy(), verdict));
        return List.copyOf(lasts.values());
    }

    /** The policy's last verdict. */
    public Optional<Verdict> last(String policy) {
        return lasts().stream()
                .filter(verdict -> verdict.getPolicy().equals(policy))
                .findFirst();
    }

    /** Of a KPI over all iterations of the run. */
    public KpiStatistics statistics(Kpi kpi) {
        List<Double> samples = iterations.stream()
                .flatMap(iteration -> iteration.value(kpi).stream())
                .toList();
        return KpiStatistics.of(kpi, samples, iterations.size() - samples.size());
    }

    public Optional<IterationAccount> iteration(int number) {
        return iterations.stream()
                .filter(iteration -> iteration.iteration() == number)
                .findFirst();
    }

    /** Those that a verdict's window holds, in order. */
    public List<IterationAccount> window(Verdict verdict) {
        List<Integer> numbers = verdict.getWindow().getIterations();
        return iterations.stream()
                .filter(iteration -> numbers.contains(iteration.iteration()))
                .toList();
    }
}
