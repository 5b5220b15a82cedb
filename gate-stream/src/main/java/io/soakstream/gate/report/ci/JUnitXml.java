package io.soakstream.gate.report.ci;

import io.soakstream.gate.report.ci.Findings.Finding;
import io.soakstream.gate.report.ci.Findings.State;
import io.soakstream.schemas.contract.Verdict;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A gate's outcome as JUnit XML: a suite for each policy, in it a case for each criterion, each condition and the verdict. What is
 * missed is a failure, what nobody can say an error, and what only warns passes with what was found in its output.
 */
public final class JUnitXml {
    private static final String SUBJECT = "soak gate";

    private final XMLStreamWriter out;

    private JUnitXml(XMLStreamWriter out) {
        this.out = out;
    }

    /** A suite, ready to be written. */
    private record Suite(String name, Map<String, String> properties, String time, List<Finding> findings) {
        long count(State state) {
            return findings.stream().filter(finding -> finding.state() == state).count();
        }
    }

    /** The whole document in UTF-8. */
    public static String render(GateOutcome outcome) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(out).document(outcome.subject(), suites(outcome));
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text can always be written", impossible);
        }
        return text + "\n";
    }

    private static List<Suite> suites(GateOutcome outcome) {
        List<Suite> suites = new ArrayList<>();
        if (!outcome.problems().isEmpty() || outcome.verdicts().isEmpty()) {
            suites.add(new Suite(SUBJECT, Map.of(), "", input(outcome)));
        }
        outcome.verdicts().forEach(verdict -> suites.add(suite(verdict, outcome.strict())));
        outcome.regression()
                .ifPresent(regression ->
                        suites.add(new Suite("comparison", Map.of(), "", List.of(Findings.of(regression)))));
        return suites;
    }

    /** What no policy could say: one case for each problem. */
    private static List<Finding> input(GateOutcome outcome) {
        List<String> problems =
                outcome.problems().isEmpty() ? List.of("no iteration could be judged") : outcome.problems();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            findings.add(new Finding("input " + (i + 1), State.OPEN, problems.get(i)));
        }
        return findings;
    }

    private static Suite suite(Verdict verdict, boolean strict) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("bot", verdict.getBot());
        properties.put("run", verdict.getRun());
        properties.put("policy_version", verdict.getPolicyVersion());
        properties.put("iterations_total", String.valueOf(verdict.getIterationsTotal()));
        properties.put("freeze_ready", String.valueOf(verdict.getFreezeReady()));
        properties.put("digest", verdict.getDigest());
        return new Suite(
                verdict.getPolicy(),
                properties,
                Instant.ofEpochMilli(verdict.getEventTimeMs()).toString(),
                Findings.of(verdict, strict));
    }

    private void document(String subject, List<Suite> suites) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        start("testsuites");
        attribute("name", SUBJECT + " " + subject);
        counts(suites);
        for (Suite suite : suites) {
            suite(suite);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void suite(Suite suite) throws XMLStreamException {
        start("testsuite");
        attribute("name", suite.name());
        counts(List.of(suite));
        if (!suite.time().isEmpty()) {
            attribute("timestamp", suite.time());
        }
        properties(suite.properties());
        for (Finding finding : suite.findings()) {
            testCase(suite.name(), finding);
        }
        out.writeEndElement();
    }

    private void counts(List<Suite> suites) throws XMLStreamException {
        attribute("tests", sum(suites, suite -> suite.findings().size()));
        attribute("failures", sum(suites, suite -> suite.count(State.FAILED)));
        attribute("errors", sum(suites, suite -> suite.count(State.OPEN)));
        attribute("skipped", "0");
        attribute("time", "0");
    }

    private static String sum(List<Suite> suites, ToLongFunction<Suite> count) {
        return String.valueOf(suites.stream().mapToLong(count).sum());
    }

    private void properties(Map<String, String> properties) throws XMLStreamException {
        if (properties.isEmpty()) {
            return;
        }
        start("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            start("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void testCase(String suite, Finding finding) throws XMLStreamException {
        start("testcase");
        attribute("classname", "soak." + suite);
        attribute("name", finding.name());
        attribute("time", "0");
        switch (finding.state()) {
            case FAILED -> problem("failure", "missed", finding.text());
            case OPEN -> problem("error", "inconclusive", finding.text());
            case WARNED -> output("warning: " + finding.text());
            case PASSED -> output(finding.text());
        }
        out.writeEndElement();
    }

    private void problem(String element, String type, String text) throws XMLStreamException {
        start(element);
        attribute("type", type);
        attribute("message", text);
        out.writeCharacters(writable(text));
        out.writeEndElement();
    }

    private void output(String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            start("system-out");
            out.writeCharacters(writable(text));
            out.writeEndElement();
        }
    }

    private void start(String element) throws XMLStreamException {
        out.writeStartElement(element);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, writable(value));
    }

    /** XML 1.0 has no way at all to say most control characters: each becomes U+FFFD. */
    private static String writable(String text) {
        StringBuilder writable = new StringBuilder(text.length());
        text.codePoints().map(point -> isWritable(point) ? point : 0xFFFD).forEach(writable::appendCodePoint);
        return writable.toString();
    }

    private static boolean isWritable(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
