package io.github.plexactivity.internal.transport;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import okhttp3.OkHttpClient;

/**
 * What all attempts at streams have in common.
 *
 * @param client whose TLS, proxies, DNS and verifier hold
 * @param server where to
 * @param headers who asks
 * @param connectTimeout for TCP alone; what follows is for the caller to limit, by closing
 * @param maxFrameBytes of one event or message; a larger one ends the stream
 * @param threads of the readers
 */
public record StreamSettings(
        OkHttpClient client,
        ServerAddress server,
        RequestHeaders headers,
        Duration connectTimeout,
        int maxFrameBytes,
        ThreadFactory threads) {}
