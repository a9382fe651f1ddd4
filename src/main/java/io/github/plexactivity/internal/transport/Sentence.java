package io.github.plexactivity.internal.transport;

import java.util.List;

/** What people are told of an exception, which itself may speak of inner matters, or quote what is secret. */
record Sentence(Class<? extends Throwable> exception, String text) {

    /** The text of the first sentence that fits any of the throwables; so the narrow come before the wide. */
    static String first(List<Sentence> sentences, List<Throwable> thrown) {
        return sentences.stream()
                .filter(sentence -> thrown.stream().anyMatch(sentence.exception::isInstance))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
