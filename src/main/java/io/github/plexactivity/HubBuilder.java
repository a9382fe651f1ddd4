package io.github.plexactivity;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The builder of a hub, with the defaults and the checks. */
final class HubBuilder implements ActivityHub.Builder {

    Duration startEvery = Duration.ofMillis(20);

    @Nullable
    OkHttpClient client;

    @Nullable
    Executor callbackExecutor;

    ThreadFactory threadFactory = Thread::new;

    @Override
    public HubBuilder client(OkHttpClient client) {
        this.client = requireNonNull(client, "client");
        return this;
    }

    @Override
    public HubBuilder callbackExecutor(Executor executor) {
        callbackExecutor = requireNonNull(executor, "executor");
        return this;
    }

    @Override
    public HubBuilder threadFactory(ThreadFactory factory) {
        threadFactory = requireNonNull(factory, "factory");
        return this;
    }

    @Override
    public HubBuilder startEvery(Duration period) {
        startEvery = MonitorBuilder.checked("startEvery", period);
        return this;
    }

    @Override
    public ActivityHub build() {
        return new ActivityHub(this);
    }
}
