package io.github.plexactivity.terminal;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;

/** Where changes are shown. All is called by one thread at a time. */
public interface Display extends ActivityListener {
    @Override
    void onStarted(Activity activity);

    @Override
    void onProgress(Activity previous, Activity current);

    @Override
    void onEnded(Ending ending);

    @Override
    void onConnection(ConnectionStatus status);

    /** Time goes by. */
    default void tick() {}

    /** An activity goes on, but is watched no more. */
    void left(Activity activity);

    /** Nothing more comes but this last line. */
    void close(String lastLine);

    /** Nothing comes at all. */
    default void dismiss() {}

    /** Bars if the output is a terminal that can move its cursor, and lines otherwise. */
    public static Display best() {
        return Screen.open().<Display>map(BarDisplay::new).orElseGet(PlainDisplay::new);
    }
}
