package io.github.plexactivity.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.Endpoint;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class DashboardPageTest {
    private static Browser browser;
    private Trial trial;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = new Browser();
    }

    @AfterAll
    static void quitBrowser() throws IOException {
        browser.close();
    }

    @BeforeEach
    void open() throws Exception {
        trial = new Trial().start();
        browser.open(trial.uri());
        browser.untilAsserted(() -> assertThat(browser.texts("#connection")).containsExactly("Connected, live"));
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void aBarHasTheNameOfItsActivityAndMovesAsTheServerTells() {
        Activity scan = trial.tell("Scanning Movies", "Salt Road (1988)", 10, false);
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).containsExactly("Scanning Movies"));
        assertThat(browser.find("progress").getAriaRole()).isEqualTo("progressbar");
        assertThat(browser.find("progress").getAccessibleName()).isEqualTo("Scanning Movies");
        assertThat(browser.texts(".subtitle")).containsExactly("Salt Road (1988)");

        trial.plex.advance(scan.uuid(), 42.7);
        browser.untilAsserted(() -> assertThat(browser.texts(".percent")).containsExactly("42 %"));
        assertThat(browser.run("return document.querySelector('progress').value"))
                .isEqualTo(42.7);

        trial.plex.advance(scan.uuid(), -1);
        browser.untilAsserted(
                () -> assertThat(browser.run("return document.querySelector('progress').matches(':indeterminate')"))
                        .isEqualTo(true));
        assertThat(browser.texts(".percent")).containsExactly("");
    }

    @Test
    void whatRunsAlreadyIsShownToAPageOpenedLater() {
        trial.tell("Scanning Movies", "", 10, false);
        trial.tell("Refreshing Salt Road", "", 20, false);
        browser.open(trial.uri());
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3"))
                .containsExactlyInAnyOrder("Scanning Movies", "Refreshing Salt Road"));
        browser.untilAsserted(() -> assertThat(browser.driver.getTitle()).isEqualTo("(2) Activities"));
    }

    @Test
    void anEndMovesItsActivityToThoseThatEndedAndSaysHow() {
        Activity scan = trial.tell("Scanning Movies", "", 10, false);
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).hasSize(1));
        trial.plex.end(scan.uuid());
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).isEmpty());
        assertThat(browser.texts("#ended .title")).containsExactly("Scanning Movies");
        assertThat(browser.texts("#ended .outcome")).containsExactly("Completed");
    }

    @Test
    void whereNothingRunsThePageSaysSo() {
        browser.untilAsserted(() -> assertThat(browser.texts("#nothing"))
                .containsExactly("Nothing is running. What the server begins appears here by itself."));
        trial.tell("Scanning Movies", "", 10, false);
        browser.untilAsserted(() -> assertThat(browser.texts("#nothing")).isEmpty());
    }

    @Test
    void aTitleIsTextWhateverItHolds() {
        String title = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>&amp;";
        trial.tell(title, title, 10, true);
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).containsExactly(title));
        assertThat(browser.texts(".subtitle")).containsExactly(title);
        assertThat(browser.find("#running button").getAccessibleName()).isEqualTo("Cancel " + title);
        assertThat(browser.run("return document.querySelectorAll('#running :is(img, script)').length"))
                .isEqualTo(0L);
    }

    @Test
    void cancellingByTheKeyboardSaysWhatCameOfIt() {
        Activity download = trial.tell("Downloading Salt Road", "", 30, true);
        browser.untilAsserted(() -> assertThat(browser.texts("button")).containsExactly("Cancel"));
        browser.press(Keys.TAB);
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Cancel Downloading Salt Road");
        assertThat(browser.focused().getCssValue("outline-style")).isEqualTo("solid");

        trial.plex.faults().refuse(Endpoint.CANCEL, 403);
        browser.press(Keys.ENTER);
        browser.untilAsserted(() -> assertThat(browser.texts(".note")).containsExactly("This token may not cancel it"));
        assertThat(browser.find("#said").getAriaRole()).isEqualTo("status");
        assertThat(said()).isEqualTo("Downloading Salt Road: This token may not cancel it");

        trial.plex.faults().allow(Endpoint.CANCEL);
        browser.press(Keys.SPACE);
        browser.untilAsserted(() -> assertThat(said()).isEqualTo("Downloading Salt Road: Cancelled"));
        assertThat(trial.plex.cancelled()).containsExactly(download.uuid());
        assertThat(browser.texts("#ended .outcome")).containsExactly("Cancelled");
    }

    @Test
    void whereARowLeavesTheFocusGoesToTheNextAndAtLastToTheHeading() {
        Activity first = trial.tell("First", "", 30, true);
        Activity second = trial.tell("Second", "", 30, true);
        browser.untilAsserted(() -> assertThat(browser.texts("button")).hasSize(2));
        browser.press(Keys.TAB);
        trial.plex.end(first.uuid());
        browser.untilAsserted(
                () -> assertThat(browser.focused().getAccessibleName()).isEqualTo("Cancel Second"));
        trial.plex.end(second.uuid());
        browser.untilAsserted(
                () -> assertThat(browser.focused().getDomAttribute("id")).isEqualTo("running-heading"));
    }

    @Test
    void theConnectionIsToldInWordsAndReadOutWhenItChanges() {
        trial.tell("Scanning Movies", "", 10, false);
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).hasSize(1));
        assertThat(said()).isEmpty();
        trial.plex.faults().stop();
        browser.untilAsserted(() -> assertThat(said()).isEqualTo("No connection to the server, trying again"));
        assertThat(browser.texts("#why")).isNotEmpty();
        assertThat(browser.texts("#running h3")).hasSize(1);

        trial.plex.faults().restart();
        browser.untilAsserted(() -> assertThat(said()).isEqualTo("Connected, live"));
        browser.untilAsserted(() -> assertThat(browser.texts("#why")).isEmpty());
        browser.untilAsserted(
                () -> assertThat(browser.texts("#ended .outcome")).containsExactly("Over, nothing tells how"));
    }

    @Test
    void aPageThatLosesTheDashboardComesBackByItselfWithWhatRunsNow() {
        Activity missed = trial.tell("Missed", "", 10, true);
        trial.tell("Running", "", 10, true);
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).hasSize(2));
        trial.stopDashboard();
        browser.untilAsserted(() ->
                assertThat(browser.texts("#connection")).containsExactly("This page lost the dashboard, trying again"));
        browser.find("button").click();
        browser.untilAsserted(() -> assertThat(browser.texts(".note"))
                .containsExactly("It could not be cancelled: the dashboard does not answer"));

        trial.plex.end(missed.uuid());
        browser.untilAsserted(() -> assertThat(trial.monitor.activities()).doesNotContainKey(missed.uuid()));
        trial.startDashboardAgain();
        browser.untilAsserted(() -> assertThat(browser.texts("#running h3")).containsExactly("Running"));
        assertThat(browser.texts("#ended .outcome")).containsExactly("Ended while this page was away");
    }

    @Test
    void withoutAConnectionThePageDoesNotSayThatNothingRuns() {
        trial.plex.faults().stop();
        browser.untilAsserted(() ->
                assertThat(browser.texts("#nothing")).containsExactly("What runs is not known without a connection."));
    }

    @Test
    void manyActivitiesFitOntoANarrowScreen() throws IOException {
        for (int film = 1; film <= 200; film++) {
            trial.tell("Scanning " + "a-very-long-name-without-a-space".repeat(film % 10), "Film " + film, 50, true);
        }
        browser.untilAsserted(() -> assertThat(browser.texts("#running li")).hasSize(200));
        browser.untilAsserted(() -> assertThat(browser.texts("#count")).containsExactly("200"));
        browser.narrow(320);
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= 320"))
                .isTrue();
        browser.picture("narrow");
        browser.narrow(0);
    }

    private static String said() {
        return (String) browser.run("return document.getElementById('said').textContent");
    }
}
