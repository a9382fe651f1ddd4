package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.Transport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One pass over the transports, at most one request for each.
 *
 * @param left those not tried yet, in order
 * @param tried how many were
 * @param refusals how many of them answered 401 or 403
 * @param tokenAsked whether the token was asked for since the last refusal
 */
record Round(List<Transport> left, int tried, int refusals, boolean tokenAsked) {

    static Round of(List<Transport> transports) {
        return new Round(transports, 0, 0, false);
    }

    Round withTokenAsked() {
        return new Round(left, tried, refusals, true);
    }

    Round and(Transport last) {
        List<Transport> all = Stream.concat(left.stream(), Stream.of(last)).toList();
        return new Round(all, tried, refusals, tokenAsked);
    }

    Round failed(Failure failure) {
        int one = failure.kind() == Failure.Kind.UNAUTHORIZED ? 1 : 0;
        return new Round(left, tried, refusals + one, tokenAsked);
    }

    /** The next transport that may be tried, taken off this round. */
    Optional<Transport> first(History history, At at) {
        return left.stream().filter(each -> !history.isBarred(each, at)).findFirst();
    }

    Round without(Transport transport) {
        List<Transport> rest = left.subList(left.indexOf(transport) + 1, left.size());
        return new Round(List.copyOf(rest), tried + 1, refusals, tokenAsked);
    }

    /** Goes on with the next transport, and where there is none left, waits. */
    Step next(History history, At at) {
        return first(history, at)
                .map(transport -> {
                    History opening = history.opening();
                    Attempt attempt = new Attempt(transport, opening.generation());
                    return Step.to(new Connecting(opening, attempt, without(transport)), new Effect.Open(attempt));
                })
                .orElseGet(() -> refusals > 0 && !tokenAsked
                        ? Step.to(new Asking(history, Optional.of(this)), new Effect.AskToken())
                        : over(history, at));
    }

    /** Nothing worked, and no other token is to be had. */
    Step over(History history, At at) {
        if (tried > 0 && refusals == tried) {
            return Step.to(new Refused(history, at.nanos() + Plan.REFUSED_NANOS));
        }
        return Step.to(Waiting.after(history, at));
    }
}
