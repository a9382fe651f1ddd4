package io.github.plexactivity.internal.core.link;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a signal.
 *
 * @param next the state from now on
 * @param effects what is to be done, in order
 */
public record Step(Link next, List<Effect> effects) {

    static Step to(Link next, Effect... effects) {
        return new Step(next, List.of(effects));
    }

    Step after(Effect first) {
        List<Effect> all = new ArrayList<>(List.of(first));
        all.addAll(effects);
        return new Step(next, List.copyOf(all));
    }

    Step and(Effect last) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(last);
        return new Step(next, List.copyOf(all));
    }
}
