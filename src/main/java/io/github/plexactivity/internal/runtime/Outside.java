package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.transport.NotificationStream;
import java.util.function.DoubleSupplier;

/**
 * Where time, sockets and chance come in.
 *
 * @param loop time
 * @param streams opens streams
 * @param api sends requests
 * @param random chance, from 0 to below 1
 */
public record Outside(EventLoop loop, NotificationStream.Opener streams, ActivitiesApi api, DoubleSupplier random) {}
