package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.Response;
import okio.AsyncTimeout;

/**
 * One request whose answer is read at once. Its time runs from when it was put, so that it ends even where its thread
 * is stuck in a look-up of the host name, or was never had.
 */
final class Question<T> {

    /** From the answer to what it says. */
    interface Reader<T> {
        T read(Response response) throws IOException;
    }

    private final Exchange exchange;
    private final Supplier<Request> request;
    private final Reader<T> reader;
    private final BiConsumer<CompletableFuture<T>, Failure> fail;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AsyncTimeout deadline = new AsyncTimeout() {
        @Override
        protected void timedOut() {
            end(lateness());
        }
    };

    /**
     * A question not yet put.
     *
     * @param request made when it is sent, with the token of that moment
     * @param fail completes the answer where there is none
     */
    Question(
            Exchange exchange,
            Supplier<Request> request,
            Reader<T> reader,
            BiConsumer<CompletableFuture<T>, Failure> fail) {
        this.exchange = exchange;
        this.request = request;
        this.reader = reader;
        this.fail = fail;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /**
     * Begins it and returns at once.
     *
     * @param within until the head of the answer is there
     */
    void ask(Executor executor, Duration within) {
        deadline.timeout(within.toNanos(), TimeUnit.NANOSECONDS);
        deadline.enter();
        try {
            executor.execute(this::run);
        } catch (RuntimeException | Error e) { // a process may have no more threads
            end(HttpFailures.of(exchange.description() + " was not sent", e));
        }
    }

    /** Ends it in whatever phase it is, if it has not ended. Nothing is sent any more once the failure is told. */
    void end(Failure failure) {
        if (over.compareAndSet(false, true)) {
            deadline.exit();
            exchange.cancel();
            fail.accept(answer, failure);
        }
    }

    private void run() {
        T read;
        try (Response response = exchange.execute(request.get())) {
            deadline.exit();
            read = reader.read(response);
        } catch (IOException | RuntimeException | Error e) {
            end(HttpFailures.of(exchange.description(), e));
            return;
        }
        if (over.compareAndSet(false, true)) {
            answer.complete(read);
        }
    }

    private Failure lateness() {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline.timeoutNanos());
        String message = exchange.description() + ": no answer came within " + millis + " ms";
        return Failure.of(Failure.Kind.TRANSIENT, new MonitorException.Disconnected(message, null));
    }
}
