package cookbook;

import static io.github.plexactivity.model.ActivityFilter.section;
import static io.github.plexactivity.model.ActivityFilter.type;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.ActivityMonitor.Registration;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Recipes for who is told of activities; {@link ListeningTest} runs them. */
final class Listening {

    private Listening() {}

    static Registration bar(ActivityMonitor monitor, String uuid, Consumer<String> line) {
        // snippet: bar
        return monitor.listen(job -> job.uuid().equals(uuid), new ActivityListener() {
            @Override
            public void onStarted(Activity job) {
                draw(job);
            }

            @Override
            public void onProgress(Activity previous, Activity job) {
                draw(job);
            }

            @Override
            public void onEnded(Ending ending) {
                line.accept(ending.activity().title() + ": " + ending.outcome());
            }

            private void draw(Activity job) {
                String done =
                        job.progress().isPresent() ? Math.round(job.progress().getAsDouble()) + " %" : "…";
                line.accept(job.title() + " " + done);
            }
        });
        // end
    }

    static Registration section3(ActivityMonitor monitor, Consumer<String> household) {
        // snippet: section
        return monitor.listen(type("library.update.section").and(section("3")), new ActivityListener() {
            @Override
            public void onCompleted(Activity scan) {
                household.accept(scan.title() + " is done");
            }
        });
        // end
    }

    static Registration away(ActivityMonitor monitor, Consumer<Activity> done, Consumer<Activity> lookAgain) {
        // snippet: away
        return monitor.listen(new ActivityListener() {
            @Override
            public void onEnded(Ending ending) {
                if (ending.evidence() == Evidence.NOT_LISTED) {
                    lookAgain.accept(ending.activity());
                } else if (ending.outcome() == Outcome.COMPLETED) {
                    done.accept(ending.activity());
                }
            }
        });
        // end
    }

    static void flow(ActivityMonitor monitor, Flow.Subscriber<ActivityChange> subscriber) {
        // snippet: flow
        Flow.Publisher<ActivityChange> changes = monitor.changes(type("media.*"));
        changes.subscribe(subscriber);
        // end
    }
}
