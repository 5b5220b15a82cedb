package io.soakstream.gate.config;

import io.soakstream.gate.domain.Comparator;
import io.soakstream.gate.domain.Condition;
import io.soakstream.gate.domain.Criterion;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.Minimum;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.domain.Severity;
import io.soakstream.gate.domain.Statistic;
import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** From a policy's file to the policy. Nothing that it does not understand is passed over. */
final class PolicyParser {
    private static final String WINDOW = "window";
    private static final String DECLARED_HOURS = "declared_hours";
    /** No limit has more digits before or after the point. */
    private static final int MAX_EXPONENT = 15;

    private PolicyParser() {}

    /** @throws InvalidPolicyException something in it is wrong; the message names file, line and key */
    static Policy parse(YamlBlock root) {
        root.only("name", "version", "minimum", "per_iteration", "criteria");
        String name = root.text("name");
        String version = root.text("version");
        Minimum minimum = minimum(root.block("minimum"));
        List<Condition> perIteration = root.has("per_iteration")
                ? root.blocks("per_iteration").stream()
                        .map(PolicyParser::condition)
                        .toList()
                : List.of();
        List<Criterion> criteria = criteria(root.blocks("criteria"));
        try {
            return new Policy(name, version, minimum, perIteration, criteria);
        } catch (IllegalArgumentException invalid) {
            throw root.invalid("criteria", invalid.getMessage());
        }
    }

    private static Minimum minimum(YamlBlock block) {
        block.only("pass", "fail", "elapsed");
        OptionalInt pass =
                block.text("pass").equals(WINDOW) ? OptionalInt.empty() : OptionalInt.of(count(block, "pass"));
        Optional<Minimum.Elapsed> elapsed =
                block.has("elapsed") ? Optional.of(new Minimum.Elapsed(hours(block))) : Optional.empty();
        return new Minimum(pass, count(block, "fail"), elapsed);
    }

    private static Optional<BigDecimal> hours(YamlBlock block) {
        if (block.text("elapsed").equals(DECLARED_HOURS)) {
            return Optional.empty();
        }
        BigDecimal hours = decimal(block, "elapsed");
        if (hours.signum() <= 0) {
            throw block.invalid("elapsed", "'" + hours + "' is neither " + DECLARED_HOURS + " nor hours above 0");
        }
        return Optional.of(hours);
    }

    private static Condition condition(YamlBlock row) {
        row.only("kpi", "comparator", "threshold");
        return new Condition(
                word(row, "kpi", Kpi::byField), word(row, "comparator", Comparator::bySign), decimal(row, "threshold"));
    }

    private static List<Criterion> criteria(List<YamlBlock> rows) {
        List<Criterion> criteria = new ArrayList<>();
        Set<String> goals = new HashSet<>();
        for (YamlBlock row : rows) {
            Criterion criterion = criterion(row);
            if (!goals.add(criterion.goal())) {
                throw row.invalid("goal", "'" + criterion.goal() + "' stands there twice");
            }
            criteria.add(criterion);
        }
        return criteria;
    }

    private static Criterion criterion(YamlBlock row) {
        row.only("goal", "kpi", "statistic", "comparator", "threshold", "severity");
        Metric metric = word(row, "kpi", Metric::byField);
        Statistic statistic = word(row, "statistic", Statistic::byWord);
        if (!statistic.isKeptFor(metric)) {
            throw row.invalid("statistic", "'" + statistic.word() + "' is not kept for " + metric.field());
        }
        return new Criterion(
                row.text("goal"),
                metric,
                statistic,
                word(row, "comparator", Comparator::bySign),
                decimal(row, "threshold"),
                word(row, "severity", Severity::byWord));
    }

    private static <T> T word(YamlBlock block, String key, Function<String, Optional<T>> meaning) {
        String text = block.text(key);
        return meaning.apply(text).orElseThrow(() -> block.invalid(key, "'" + text + "' is not known"));
    }

    private static BigDecimal decimal(YamlBlock block, String key) {
        String text = block.text(key);
        try {
            BigDecimal number = new BigDecimal(text);
            boolean plain = Math.abs(number.scale()) <= MAX_EXPONENT && number.precision() <= 2 * MAX_EXPONENT;
            if (plain) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw block.invalid(key, "'" + text + "' is not a number");
        }
        throw block.invalid(key, "'" + text + "' has too many digits");
    }

    private static int count(YamlBlock block, String key) {
        String text = block.text(key);
        if (text.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(text);
        }
        throw block.invalid(key, "'" + text + "' is not a count above 0");
    }
}
