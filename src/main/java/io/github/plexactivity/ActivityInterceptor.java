package io.github.plexactivity;

import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.internal.transport.ServerAddress;
import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Ties the answers of a server to the activities they started. Added to the {@code OkHttpClient} that an application
 * talks to its server with ({@code addInterceptor}), it tracks what the header {@code X-Plex-Activity} names before the
 * caller sees the answer, so that an activity that is over within a moment is not missed.
 *
 * <p>The server names an activity on few endpoints (the guide and the subscriptions of Live TV among them, by its
 * published API description) and usually not for a library scan: {@link ActivityMonitor#trackNext} is for those.
 */
public final class ActivityInterceptor implements Interceptor {

    private static final String HEADER = "X-Plex-Activity";

    private final ServerAddress server;
    private final Engine engine;

    ActivityInterceptor(ServerAddress server, Engine engine) {
        this.server = server;
        this.engine = engine;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String uuid = response.header(HEADER);
        if (uuid == null
                || !TrackedActivity.isName(uuid.strip())
                || !isOfServer(response.request().url())) {
            return response;
        }
        ActivityHandle handle = promised(uuid.strip());
        return response.newBuilder()
                .request(response.request()
                        .newBuilder()
                        .tag(ActivityHandle.class, handle)
                        .build())
                .build();
    }

    private ActivityHandle promised(String uuid) {
        ActivityHandle handle = new TrackedActivity(engine, uuid);
        engine.promised(uuid);
        return handle;
    }

    private boolean isOfServer(HttpUrl url) {
        return ServerAddress.sameOrigin(server.base(), url);
    }

    /**
     * The activity that an answer named.
     *
     * @param response an answer that came through this interceptor
     * @return empty where the answer named none, or is not of the monitor's server
     */
    public static Optional<ActivityHandle> handleOf(Response response) {
        return Optional.ofNullable(response.request().tag(ActivityHandle.class));
    }
}
