package io.github.plexactivity.examples.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Axe finds no fault with the page, in each of its states, light and dark. It takes the pictures that are in docs, too. */
class AccessibilityTest {
    private static final String FAULTS = """
            const done = arguments[arguments.length - 1];
            axe.run().then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary)).join('\\n')),
                           failure => done(String(failure)));
            """;

    private static String axe;
    private static Browser browser;

    @BeforeAll
    static void startBrowser() throws IOException {
        try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), UTF_8);
        }
        browser = new Browser();
    }

    @AfterAll
    static void quitBrowser() throws IOException {
        browser.close();
    }

    private static void hasNoFault() {
        browser.run(axe);
        assertThat(browser.driver.executeAsyncScript(FAULTS)).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theBusyPageHasNoFault(String scheme) throws Exception {
        browser.prefer(scheme);
        try (Trial trial = new Trial().start()) {
            browser.open(trial.uri());
            browser.untilAsserted(() -> assertThat(browser.texts("#connection")).containsExactly("Connected, live"));
            trial.plex.end(trial.tell("Refreshing Nine Bridges", "", 10, false).uuid());
            trial.plex.ended(trial.tell("Downloading Weather for Beginners", "", 45, true));
            browser.untilAsserted(() -> assertThat(browser.texts("#ended li")).hasSize(2));
            trial.tell("Scanning Movies", "The Cartographer's Daughter (1974)", 64, false);
            trial.tell("Downloading Salt Road", "Preparing to transfer", 27, true);
            trial.tell("Detecting Credits", "Tidewater S01 E04", -1, false);
            trial.tell(
                    "Generating video preview thumbnails for Les Heures d'été à Port-Louis et autres histoires du rivage, "
                            + "the restored and uncut version of 2004 with the commentary of its director",
                    "Les Heures d'été à Port-Louis et autres histoires du rivage (2004), part 1 of 2: the harbour, the "
                            + "letters and the summer they were read aloud on the quay",
                    3,
                    true);
            browser.untilAsserted(
                    () -> assertThat(browser.texts("#running h3")).hasSize(4).doesNotContain(""));
            hasNoFault();
            browser.picture("web-" + scheme);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theEmptyPageAndTheOneWithoutAConnectionHaveNoFault(String scheme) throws Exception {
        browser.prefer(scheme);
        try (Trial trial = new Trial().start()) {
            browser.open(trial.uri());
            browser.untilAsserted(
                    () -> assertThat(browser.texts("#nothing").toString()).startsWith("[Nothing is running"));
            hasNoFault();
            browser.picture("web-empty-" + scheme);
            trial.tell("Scanning Movies", "The Cartographer's Daughter (1974)", 64, true);
            browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).containsExactly("Scanning Movies"));
            trial.plex.faults().stop();
            browser.untilAsserted(() -> assertThat(browser.texts("#why")).isNotEmpty());
            hasNoFault();
            browser.picture("web-lost-" + scheme);
        }
    }
}
