package io.github.plexactivity.examples.springboot.app;

import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.event.EventListener;

/** An application that logs how each activity ended. */
@SpringBootApplication
public class ActivitiesApplication {
    private static final Logger LOG = LoggerFactory.getLogger(ActivitiesApplication.class);

    /** Made by Spring. */
    public ActivitiesApplication() {}

    /**
     * Runs until it is told to end.
     *
     * @param arguments {@code --plex.activity.server=ADDRESS}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ActivitiesApplication.class, arguments);
    }

    @EventListener
    void ended(ActivityChange.Ended change) {
        Ending ending = change.ending();
        LOG.info("{}: {}, {}", ending.activity().title(), ending.outcome(), ending.evidence());
    }
}
