package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.StartPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of iteration files begins with: the profile that is asked for, else the file beside the iterations, else the
 * catalogue; then the preset; then the warm-up.
 *
 * @param declared what the run's start says
 * @param rejections values of the file that cannot be taken
 */
record RunStart(StartPlan.Start declared, List<Rejection> rejections) {

    /** @param directory where the iterations are */
    static RunStart read(Path directory, ReadOptions options) {
        StartPlan plan = options.startPlan();
        if (plan.profile().isPresent()) {
            StartPlan.Start start = plan.resolve(ParameterCatalogue.standard(), Map.of());
            return new RunStart(StartOverrides.isIn(directory) ? notUsed(start) : start, List.of());
        }
        StartOverrides file = StartOverrides.read(directory, options.startValues());
        // Without a plan nothing is filled in: the run says what the file says.
        StartPlan.Start start = plan.isNone()
                ? new StartPlan.Start(Optional.empty(), file.values(), List.of(), List.of())
                : plan.resolve(ParameterCatalogue.standard(), file.decimals());
        return new RunStart(start, file.rejections());
    }

    private static StartPlan.Start notUsed(StartPlan.Start start) {
        List<String> notes = new ArrayList<>(start.notes());
        notes.add(0, StartOverrides.FILE + " is not used: the profile stands before it");
        return new StartPlan.Start(start.profile(), start.startOverrides(), start.schedule(), notes);
    }
}
