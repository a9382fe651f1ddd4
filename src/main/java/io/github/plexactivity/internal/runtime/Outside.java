package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.transport.NotificationStream;
import java.util.random.RandomGenerator;

/**
 * Where time, sockets and chance come in.
 *
 * @param loop time
 * @param streams opens streams
 * @param api sends requests
 * @param random chance
 */
public record Outside(EventLoop loop, NotificationStream.Opener streams, ActivitiesApi api, RandomGenerator random) {}
