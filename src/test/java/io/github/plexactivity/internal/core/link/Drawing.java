package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.Transport;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** States and effects in few words, with due times relative to now: what the tests of the link compare. */
final class Drawing {

    private Drawing() {}

    static String of(Link link, long now) {
        return shape(link) + due(link.dueAt(), now);
    }

    static String of(List<Effect> effects) {
        StringJoiner words = new StringJoiner(", ");
        effects.forEach(effect -> effect.by(new InWords(words)));
        return words.toString();
    }

    static String of(Attempt attempt) {
        return of(attempt.transport()) + "#" + attempt.generation();
    }

    private static String shape(Link link) {
        if (link instanceof Asking asking) {
            return asking.refused().isPresent() ? "Asking again" : "Asking";
        }
        if (link instanceof Connecting connecting) {
            return "Connecting " + of(connecting.attempt()) + then(connecting.round());
        }
        if (link instanceof Streaming streaming) {
            return "Streaming " + of(streaming.current().attempt()) + beside(streaming.beside());
        }
        if (link instanceof Polling polling) {
            String beside = polling.beside()
                    .map(stream -> ", trying " + of(stream) + then(polling.round()))
                    .orElse("");
            return "Polling " + of(polling.poll()) + beside;
        }
        return link.getClass().getSimpleName();
    }

    private static String beside(Optional<Beside> beside) {
        return beside.map(other -> ", " + other.reason() + " " + of(other.attempt()) + (other.open() ? " open" : ""))
                .orElse("");
    }

    private static String then(Round round) {
        return round.left().isEmpty()
                ? ""
                : round.left().stream().map(Drawing::of).collect(Collectors.joining(" ", " then ", ""));
    }

    private static String due(long dueAt, long now) {
        return dueAt == Plan.NEVER ? "" : ", due +" + seconds(dueAt - now);
    }

    private static String seconds(long nanos) {
        return nanos % 1_000_000_000 == 0 ? nanos / 1_000_000_000 + "s" : nanos / 1e9 + "s";
    }

    private static String of(Transport transport) {
        return switch (transport) {
            case EVENT_SOURCE -> "ES";
            case WEB_SOCKET -> "WS";
            case POLLING -> "PO";
        };
    }

    private record InWords(StringJoiner words) implements Effect.Shell {
        @Override
        public void open(Attempt attempt) {
            words.add("open " + of(attempt));
        }

        @Override
        public void hear(Attempt attempt) {
            words.add("hear " + of(attempt));
        }

        @Override
        public void drop(int generation) {
            words.add("drop #" + generation);
        }

        @Override
        public void ping(int generation) {
            words.add("ping #" + generation);
        }

        @Override
        public void askSnapshot() {
            words.add("ask snapshot");
        }

        @Override
        public void askToken() {
            words.add("ask token");
        }
    }
}
