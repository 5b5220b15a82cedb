package io.soakstream.deploy.page;

import io.soakstream.deploy.api.ApiBench;
import io.soakstream.deploy.fixture.FixedPort;
import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real browser for all tests of a class, and for each of them a dashboard over a view that records come into one by one:
 * a run that is over, and one that has come to its fifth iteration. There is no broker behind it.
 */
abstract class BrowsedDashboard {
    static final RunKey LIVE = new RunKey("mm", "nightly");
    static final String LIVE_PAGE = "/#/bots/mm/runs/nightly";
    static final String OVER_PAGE = "/#/bots/bot/runs/mock36";
    static final RegimePlan CALM = RegimePlan.of(Regime.CALM);

    @TempDir
    static Path directory;

    static Browser browser;

    ApiBench api;
    FedRun live;
    Screen screen;

    @BeforeAll
    static void openBrowser(TestInfo test) {
        browser = Browser.orSkip(test.getTestClass().orElseThrow());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        api = start();
        live = FedRun.simulated(api.view(), LIVE, 40, CALM).until(5);
        screen = new Screen(browser);
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    /** What the page complained about. */
    static List<String> complaints() {
        return browser.complaints();
    }

    /** A server of its own for each test. */
    ApiBench start() throws IOException {
        return ApiBench.open(FixedPort.next());
    }
}
