package io.soakstream.gate.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    @Test
    void shouldHaveACaseForEachCriterionEachConditionAndTheVerdict() throws Exception {
        // Given
        Verdict verdict = Verdicts.of(
                        VerdictLevel.FAIL, "missed:risk_ratio:median:11:<=:10", "delta_quality:0.5:0.90:1")
                .setResults(List.of(
                        Verdicts.result("hard_missed", 11.0, "hard", KpiStatus.FAILED),
                        Verdicts.result("soft_missed", 12.0, "soft", KpiStatus.FAILED),
                        Verdicts.result("met", 9.0, "hard", KpiStatus.OK),
                        Verdicts.result("unknown", null, "hard", KpiStatus.NODATA),
                        Verdicts.result("told", 99.0, "report", KpiStatus.FAILED)))
                .build();

        // When
        Document document = parse(render(true, verdict));

        // Then
        assertThat(names(document, "failure"))
                .containsExactly(
                        "hard_missed: risk_ratio median <= 10",
                        "proposals were applied or excused",
                        "strict: PASS and ready for the freeze",
                        "verdict");
        assertThat(names(document, "error")).containsExactly("unknown: risk_ratio median <= 10");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5 + 9 + 1);
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("failures")).isEqualTo("4");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2025-10-12T12:00:00Z");
        assertThat(message(document, "verdict"))
                .contains("risk median is 11, must be <= 10", "only 0.5 of the proposals", "1 had no effect");
    }

    @Test
    void shouldCallWhatNobodyCanSayAnError() throws Exception {
        // When
        Document document = parse(render(
                false,
                Verdicts.of(VerdictLevel.INCONCLUSIVE, "insufficient_iterations:3:8")
                        .build()));

        // Then
        assertThat(names(document, "error")).containsExactly("there are enough iterations", "verdict");
        assertThat(names(document, "failure")).isEmpty();
    }

    /** What failed for another reason is not shown as if nothing else were wrong. */
    @Test
    void shouldShowWhatIsLackingBesideAFailure() throws Exception {
        // When
        Document document = parse(render(
                false,
                Verdicts.of(VerdictLevel.FAIL, "missed:risk_ratio:median:11:<=:10")
                        .setMissing(List.of("missed:risk_ratio:median:11:<=:10", "input_refused:2"))
                        .build()));

        // Then
        assertThat(names(document, "failure")).containsExactly("verdict");
        assertThat(names(document, "error")).containsExactly("nothing of the input was refused");
    }

    @Test
    void shouldPassWithAWarning() throws Exception {
        // When
        Document document = parse(render(
                false,
                Verdicts.of(VerdictLevel.WARN, "missed:risk_ratio:median:12:<=:10")
                        .setResults(List.of(Verdicts.result("soft_missed", 12.0, "soft", KpiStatus.FAILED)))
                        .build()));

        // Then
        assertThat(names(document, "failure")).isEmpty();
        assertThat(names(document, "error")).isEmpty();
        assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
                .startsWith("warning: is 12 over 8 iteration(s)");
    }

    @Test
    void shouldNotPassWithoutAVerdict() throws Exception {
        // When
        Document empty =
                parse(JUnitXml.render(new GateOutcome("x", false, List.of(), List.of(), List.of(), Optional.empty())));
        Document unfinished = parse(JUnitXml.render(GateOutcome.unfinished("x", false)));

        // Then
        assertThat(message(empty, "input 1")).isEqualTo("no iteration could be judged");
        assertThat(message(unfinished, "input 1")).isEqualTo("the gate did not come to an end");
    }

    @Property(tries = 300)
    void shouldBeXmlWhateverTheNamesAre(@ForAll String goal, @ForAll String subject, @ForAll String problem)
            throws Exception {
        // Given
        Verdict verdict = Verdicts.of(VerdictLevel.FAIL, "missed:risk_ratio:median:11:<=:10")
                .setPolicy(goal)
                .setResults(List.of(Verdicts.result(goal, 11.0, "hard", KpiStatus.FAILED)))
                .build();

        // When
        Document document = parse(JUnitXml.render(
                new GateOutcome(subject, false, List.of(verdict), List.of(problem), List.of(), Optional.empty())));

        // Then
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    private static String render(boolean strict, Verdict verdict) {
        return JUnitXml.render(
                new GateOutcome("recorded/x", strict, List.of(verdict), List.of(), List.of(), Optional.empty()));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** Names of the cases that hold such an element. */
    private static List<String> names(Document document, String element) {
        List<String> names = new ArrayList<>();
        NodeList found = document.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            names.add(((Element) found.item(i).getParentNode()).getAttribute("name"));
        }
        return names;
    }

    private static String message(Document document, String name) {
        NodeList cases = document.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element each = (Element) cases.item(i);
            if (each.getAttribute("name").equals(name)) {
                return ((Element) each.getElementsByTagName("*").item(0)).getAttribute("message");
            }
        }
        throw new AssertionError("no case " + name);
    }
}
