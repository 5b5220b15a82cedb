package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.CommandAccount;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every parameter that was set in the run, with its values from the start on. */
final class ParameterSeries {
    /** After no iteration. */
    private static final int START = 0;

    private ParameterSeries() {}

    /** @param value in force after the iteration until the next point (catalogue unit) */
    private record Point(int afterIteration, BigDecimal value) {}

    static ArrayNode of(RunAccount account) {
        SortedMap<String, List<Point>> series = series(account);
        SortedMap<String, List<Integer>> changes = changes(account);
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        catalogueOrder(series, changes)
                .forEach(name -> parameter(
                        parameters.addObject(),
                        name,
                        series.getOrDefault(name, List.of()),
                        changes.getOrDefault(name, List.of()),
                        account.run().judgedAsRecorded()));
        return parameters;
    }

    private static Stream<String> catalogueOrder(
            SortedMap<String, List<Point>> series, SortedMap<String, List<Integer>> changes) {
        TreeSet<String> names = new TreeSet<>(series.keySet());
        names.addAll(changes.keySet());
        List<String> known = ParameterCatalogue.standard().all().stream()
                .map(Parameter::name)
                .filter(names::contains)
                .toList();
        return Stream.concat(known.stream(), names.stream().filter(name -> !known.contains(name)));
    }

    /** Only values that differ from the one before are points. */
    private static SortedMap<String, List<Point>> series(RunAccount account) {
        SortedMap<String, List<Point>> series = new TreeMap<>();
        account.run().startValues().forEach((name, value) -> append(series, name, new Point(START, value)));
        Map<String, Integer> commands = new HashMap<>();
        for (CommandAccount command : account.commands()) {
            commands.put(command.command().getId(), command.afterIteration());
        }
        for (RuntimeOverrides version : account.overrides().versions()) {
            int after = Optional.ofNullable(version.getDecidedByIteration())
                    .or(() -> Optional.ofNullable(version.getCommandId()).map(commands::get))
                    .orElse(START);
            version.getValues().forEach(value -> GivenDecimals.readable(value.getValue())
                    .ifPresent(decimal -> append(series, value.getName(), new Point(after, decimal))));
        }
        return series;
    }

    private static void append(SortedMap<String, List<Point>> series, String name, Point point) {
        List<Point> points = series.computeIfAbsent(name, none -> new ArrayList<>());
        if (points.isEmpty() || points.get(points.size() - 1).value().compareTo(point.value()) != 0) {
            points.add(point);
        }
    }

    private static SortedMap<String, List<Integer>> changes(RunAccount account) {
        SortedMap<String, List<Integer>> changes = new TreeMap<>();
        for (IterationAccount iteration : account.iterations()) {
            iteration.tuning().changedKeys().forEach(name -> changes.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(iteration.iteration()));
        }
        return changes;
    }

    /** Of another tuner's recording it is known that a value changed, not what to. */
    private static void parameter(
            ObjectNode node, String name, List<Point> points, List<Integer> changed, boolean judgedAsRecorded) {
        Optional<Parameter> known = ParameterCatalogue.standard().find(name);
        boolean followed = !points.isEmpty() && !(judgedAsRecorded && !changed.isEmpty());
        node.put("name", name);
        node.put("unit", known.map(Parameter::unit).orElse(""));
        node.put("subsystem", known.map(Parameter::subsystem).orElse("none"));
        node.put("decimals", known.map(Parameter::scale).orElse(0));
        JsonFields.decimal(node, "min", known.map(Parameter::min));
        JsonFields.decimal(node, "max", known.map(Parameter::max));
        JsonFields.decimal(node, "start", start(points));
        node.put("known", followed);
        JsonFields.decimal(node, "current", followed ? Optional.of(last(points).value()) : Optional.empty());
        node.put("changes", judgedAsRecorded ? changed.size() : changesOf(points));
        node.put(
                "last_change_iteration",
                lastChange(points, changed, judgedAsRecorded).orElse(null));
        ArrayNode steps = node.putArray("points");
        points.forEach(point -> steps.addArray().add(point.afterIteration()).add(Columns.stripped(point.value())));
    }

    /** Empty: it was set later. */
    private static Optional<BigDecimal> start(List<Point> points) {
        return points.stream()
                .filter(point -> point.afterIteration() == START)
                .reduce((earlier, later) -> later)
                .map(Point::value);
    }

    private static int changesOf(List<Point> points) {
        return (int)
                points.stream().filter(point -> point.afterIteration() > START).count();
    }

    private static Optional<Integer> lastChange(List<Point> points, List<Integer> changed, boolean judgedAsRecorded) {
        if (judgedAsRecorded) {
            return changed.stream().reduce((earlier, later) -> later);
        }
        return points.stream()
                .map(Point::afterIteration)
                .filter(after -> after > START)
                .reduce((earlier, later) -> later);
    }

    private static Point last(List<Point> points) {
        return points.get(points.size() - 1);
    }
}
