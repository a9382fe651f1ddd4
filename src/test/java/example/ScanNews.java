package example;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import java.util.function.Consumer;

/** The listener under test in docs/testing.md: tells a household when a scan is over. */
final class ScanNews implements ActivityListener {
    private final Consumer<String> household;

    ScanNews(Consumer<String> household) {
        this.household = household;
    }

    @Override
    public void onCompleted(Activity last) {
        household.accept(last.title() + ": done");
    }

    @Override
    public void onUnknownEnd(Activity last) {
        household.accept(last.title() + ": over, nobody saw how");
    }
}
