package io.soakstream.gate.report.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.model.ReportModel;
import io.soakstream.schemas.contract.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of a run as one page that needs nothing else: no network, no other file, and without scripts still the
 * verdicts, their reasons and the KPIs. The same account gives the same text.
 */
public final class HtmlReport {
    public static final String FILE = "soak_report.html";

    private static final Template PAGE = Mustache.compiler().escapeHTML(true).compile(PageParts.read("page.mustache"));
    private static final String STYLE = PageParts.styles();
    private static final String LIBRARY = PageParts.read(PageParts.CHART_LIBRARY);
    private static final String SCRIPT = ModuleBundle.of(PageParts.PAGE_MODULE, PageParts::read);
    private static final String POLICY = ContentPolicy.of(List.of(LIBRARY, SCRIPT), STYLE);

    private HtmlReport() {}

    /**
     * The page.
     *
     * @param verdicts the last of each policy as whoever shows them sees it; the first leads; may be empty
     */
    public static String render(RunAccount account, List<Verdict> verdicts) {
        ObjectNode model = ReportModel.of(account, verdicts);
        Map<String, Object> page = new HashMap<>(StillPage.of(account, verdicts));
        page.put("policy", POLICY);
        page.put("style", STYLE);
        page.put("library", LIBRARY);
        page.put("script", SCRIPT);
        page.put("model", scriptSafe(JsonText.compact(model)));
        return PAGE.execute(page);
    }

    /** JSON that cannot end the element that it stands in: in JSON a {@code <} is always inside a text. */
    static String scriptSafe(String json) {
        return json.replace("<", "\\u003c");
    }
}
