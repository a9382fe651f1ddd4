package io.github.plexactivity.internal.transport;

import java.io.IOException;

/** A server answered an upgrade with another status than 101. */
final class UpgradeRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient HttpHead answer;

    UpgradeRefusedException(HttpHead answer) {
        super("answered " + answer.status());
        this.answer = answer;
    }

    HttpHead answer() {
        return answer;
    }
}
