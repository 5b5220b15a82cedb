package io.soakstream.deploy.page;

import io.soakstream.deploy.report.Browser;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The dashboard in a browser, as a person looks at it: what stands there, and what to press. */
public final class Screen {
    public static final int DESKTOP = 1280;
    public static final int PHONE = 390;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(25);

    private static final String PRESS = """
            const open = document.querySelector('dialog[open]') ?? document;
            const button = [...open.querySelectorAll('button')].find((one) => one.textContent.startsWith(arguments[0]));
            if (button) button.click();
            return button !== undefined;
            """;

    private final Browser browser;

    public Screen(Browser browser) {
        this.browser = browser;
    }

    /** The page anew, on a desktop by day. */
    public Screen open(String url) {
        return open(url, DESKTOP, "light");
    }

    public Screen open(String url, int width, String scheme) {
        return open(url, width, scheme, width == PHONE ? 844 : 900);
    }

    /** The same in a viewport of another height (CSS pixels). */
    public Screen open(String url, int width, String scheme, int height) {
        // To another place of the same page a browser merely jumps.
        browser.driver().get("about:blank");
        browser.complaints();
        browser.open(url, width, height, scheme);
        return this;
    }

    /** To another place of the page that is open, as by its links: {@code /#/...}. */
    public Screen go(String place) {
        browser.script("location.hash = arguments[0]", place.substring(1));
        return this;
    }

    /**
     * Returns when this stands in the first such element.
     *
     * @throws IllegalArgumentException the text is empty, which stands everywhere
     */
    public Screen await(String selector, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    selector + ": an empty text stands everywhere, awaitBlank waits for none");
        }
        return await(selector, found -> found.contains(text));
    }

    /** Returns when nothing stands in the first such element, which must be there. */
    public Screen awaitBlank(String selector) {
        one(selector);
        return await(selector, String::isEmpty);
    }

    private Screen await(String selector, Predicate<String> wanted) {
        Awaitility.await(selector).atMost(PATIENCE).pollInterval(LOOK).until(() -> text(selector), wanted::test);
        return this;
    }

    /** Returns when there is no such element. */
    public Screen awaitNone(String selector) {
        return awaitCount(selector, 0);
    }

    /** Returns when there are so many such elements. */
    public Screen awaitCount(String selector, int count) {
        Awaitility.await(count + " of " + selector)
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> all(selector).size(), found -> found == count);
        return this;
    }

    /** Text of the first such element that is there; empty: there is none. */
    public String text(String selector) {
        return String.valueOf(browser.script(
                "const found = document.querySelector(arguments[0]); return found ? found.innerText : ''", selector));
    }

    public List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    public WebElement one(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    /** Returns when this element, which may be made anew meanwhile, has the focus. */
    public Screen awaitFocus(String selector) {
        String isFocused = "return document.activeElement === document.querySelector(arguments[0])";
        Awaitility.await("the focus on " + selector)
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> browser.script(isFocused, selector), Boolean.TRUE::equals);
        return this;
    }

    public WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    /** Clicks on the first such element, which may be made anew meanwhile. */
    public Screen click(String selector) {
        Awaitility.await(selector).atMost(PATIENCE).pollInterval(LOOK).untilAsserted(() -> one(selector)
                .click());
        return this;
    }

    /** Presses the button that says so. */
    public Screen press(String label) {
        Awaitility.await("the button " + label)
                .atMost(PATIENCE)
                .until(() -> browser.script(PRESS, label), Boolean.TRUE::equals);
        return this;
    }

    /** Types into the control with this label, in place of what stood there. */
    public Screen type(String label, String text) {
        String id = String.valueOf(browser.script(
                "return [...document.querySelectorAll('dialog[open] label')].find((one) => one.textContent === arguments[0]).htmlFor",
                label));
        WebElement control = browser.driver().findElement(By.id(id));
        control.clear();
        control.sendKeys(text);
        return this;
    }

    public Browser browser() {
        return browser;
    }
}
