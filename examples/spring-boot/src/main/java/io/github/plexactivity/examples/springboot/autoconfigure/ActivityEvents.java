package io.github.plexactivity.examples.springboot.autoconfigure;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the monitor once all beans are there, and publishes what it tells: each {@link ActivityChange} and each {@link
 * ConnectionStatus} is an application event as it is. The methods that listen are called on a thread of the monitor, one at a
 * time; while they are busy updates of one activity are taken together, and what they throw is logged by the monitor.
 */
final class ActivityEvents implements SmartLifecycle, ActivityListener {
    private final ActivityMonitor monitor;
    private final ApplicationEventPublisher events;

    // Written by the thread that starts and stops the context.
    private volatile ActivityMonitor.Registration registration;

    ActivityEvents(ActivityMonitor monitor, ApplicationEventPublisher events) {
        this.monitor = monitor;
        this.events = events;
    }

    /** Does not wait for the server: the application starts without it, and its health says so. */
    @Override
    public void start() {
        registration = monitor.listen(this);
        monitor.start();
    }

    @Override
    public void stop() {
        registration.close();
        registration = null;
    }

    @Override
    public boolean isRunning() {
        return registration != null;
    }

    @Override
    public void onStarted(Activity activity) {
        events.publishEvent(new ActivityChange.Started(activity));
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        events.publishEvent(new ActivityChange.Updated(previous, current));
    }

    @Override
    public void onEnded(Ending ending) {
        events.publishEvent(new ActivityChange.Ended(ending));
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        events.publishEvent(status);
    }
}
