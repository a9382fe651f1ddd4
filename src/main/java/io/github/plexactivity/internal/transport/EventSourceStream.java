package io.github.plexactivity.internal.transport;

import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamException;
import com.launchdarkly.eventsource.StreamIOException;
import com.launchdarkly.logging.LDLogger;
import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notifications as server-sent events. One thread opens the connection, reads it and tells the receiver.
 *
 * <p>The event source's own way to reconnect is not used: an attempt that failed is over, and who asked for it decides
 * what is next.
 */
public final class EventSourceStream implements NotificationStream {

    private static final int READ_BUFFER_SIZE = 8192;

    /** Of these at most, half a megabyte: read within a millisecond or two. */
    private static final int MOST_READS = 64;

    /** The end of a chunk and the length of the next, with what some servers pad it with. */
    private static final int MOST_BETWEEN_CHUNKS = 64;

    private final StreamSettings settings;
    private final Receiver receiver;
    private final Exchange exchange;
    private final Allowance allowance = new Allowance();
    private final AtomicBoolean over = new AtomicBoolean();

    // By the reader alone.
    private boolean heard;
    private @Nullable Socket socket;

    private EventSourceStream(StreamSettings settings, Receiver receiver) {
        this.settings = settings;
        this.receiver = receiver;
        this.exchange = new Exchange(
                HttpClients.forStream(settings.client(), settings.connectTimeout(), allowance, used -> socket = used),
                HttpFailures.describe("GET", settings.server().eventSource()));
    }

    /** Begins an attempt and returns at once. */
    public static NotificationStream open(StreamSettings settings, Receiver receiver) {
        EventSourceStream stream = new EventSourceStream(settings, receiver);
        stream.start();
        return stream;
    }

    /** Where no thread can be had the attempt is lost, and that is told on the caller's. */
    private void start() {
        try {
            Thread reader = settings.threads().newThread(this::run);
            reader.setName("plex-activity-eventsource");
            reader.setDaemon(true);
            reader.start();
        } catch (RuntimeException | OutOfMemoryError e) {
            lost(HttpFailures.of(exchange.description() + " was not sent", e));
        }
    }

    /** Does nothing: there is no such question, and the server's heartbeat answers it unasked. */
    @Override
    public void ping() {}

    @Override
    public void close() {
        over.set(true);
        exchange.cancel();
    }

    private void run() {
        Failure failure;
        try (Response response = exchange.execute(request())) {
            try {
                failure = read(response);
            } finally {
                exchange.cancel(); // before the response is closed, which would wait for the rest of it
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = HttpFailures.of(exchange.description(), e);
        }
        lost(failure);
    }

    private void lost(Failure failure) {
        if (over.compareAndSet(false, true)) {
            receiver.lost(failure);
        }
    }

    private Request request() {
        return settings.headers()
                .on(new Request.Builder()
                        .url(settings.server().eventSource())
                        .header("Accept", "text/event-stream")
                        .header("Accept-Encoding", "identity")
                        .header("Cache-Control", "no-cache"));
    }

    private Failure read(Response response) throws IOException {
        requireStream(response);
        tell(receiver::opened);
        EventBytes bytes = new EventBytes(
                response.body().source(),
                settings.maxFrameBytes(),
                this::heard,
                new CatchingUp(MOST_READS, this::atHand, receiver::caughtUp));
        try (EventSource events = events(bytes)) {
            while (!over.get()) {
                MessageEvent event = next(events);
                if (!over.get()) {
                    receiver.frame(name(event), event.getData());
                }
            }
        } catch (StreamIOException e) {
            throw e.getIOException();
        } catch (StreamException e) {
            if (!heard) {
                throw HttpFailures.rejected(exchange.description(), response, "ended without a byte");
            }
        }
        return Failure.of(
                Failure.Kind.TRANSIENT,
                new MonitorException.Disconnected(exchange.description() + ": the server ended the stream", null));
    }

    /** Of the events themselves: behind what only parts two chunks a read would wait. */
    private int atHand() throws IOException {
        return socket == null ? 0 : socket.getInputStream().available() - MOST_BETWEEN_CHUNKS;
    }

    private void heard() {
        heard = true;
        allowance.renew();
        tell(receiver::heard);
    }

    private EventSource events(EventBytes bytes) {
        return new EventSource.Builder(
                        new OneBody(bytes, settings.server().base().uri()))
                .errorStrategy(ErrorStrategy.alwaysThrow())
                .readBufferSize(READ_BUFFER_SIZE)
                .logger(LDLogger.none())
                .build();
    }

    /** Ends by an exception with the stream. */
    private static MessageEvent next(EventSource events) throws StreamException {
        while (true) {
            try {
                return events.readMessage();
            } catch (NumberFormatException e) {
                // A number after retry: that is no long escapes the parser, which goes on behind that line.
            }
        }
    }

    /** By the specification an event without a name has this one. */
    private static String name(MessageEvent event) {
        return event.getEventName().equals(MessageEvent.DEFAULT_EVENT_NAME) ? "" : event.getEventName();
    }

    private void tell(Runnable call) {
        if (!over.get()) {
            call.run();
        }
    }

    private void requireStream(Response response) throws FailureException {
        if (response.code() != 200) {
            throw HttpFailures.ofStatus(exchange.description(), response);
        }
        MediaType type = response.body().contentType();
        String subtype = type == null ? "" : type.subtype();
        for (String other : List.of("html", "json", "xml")) {
            if (subtype.contains(other)) { // which may hold more than that: an echo of what we sent
                throw HttpFailures.rejected(exchange.description(), response, "with " + other + ", not a stream");
            }
        }
        if (response.body().contentLength() == 0) {
            throw HttpFailures.rejected(exchange.description(), response, "without a body");
        }
        if (!"identity".equalsIgnoreCase(response.header("Content-Encoding", "identity"))) {
            throw HttpFailures.rejected(exchange.description(), response, "in an encoding that was not asked for");
        }
    }
}
