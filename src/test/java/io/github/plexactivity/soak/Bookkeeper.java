package io.github.plexactivity.soak;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;

/** A listener that enters all it is told into a ledger, and then does as listeners do. */
class Bookkeeper implements ActivityListener {

    private final Ledger ledger;
    private final Runnable then;

    /**
     * A listener.
     *
     * @param then what it does in each callback: takes its time, or throws
     */
    Bookkeeper(Ledger ledger, Runnable then) {
        this.ledger = ledger;
        this.then = then;
    }

    @Override
    public void onStarted(Activity activity) {
        ledger.started(activity);
        then.run();
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        ledger.updated(current);
        then.run();
    }

    @Override
    public void onEnded(Ending ending) {
        ledger.ended(ending.activity());
        then.run();
    }
}
