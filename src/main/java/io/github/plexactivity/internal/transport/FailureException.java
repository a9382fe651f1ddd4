package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import java.io.IOException;

/** A failure on its way out of code that may throw an {@link IOException} alone. */
final class FailureException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailureException(Failure failure) {
        super(failure.error());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
