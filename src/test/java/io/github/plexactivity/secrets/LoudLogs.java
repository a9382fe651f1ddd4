package io.github.plexactivity.secrets;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Every logger at its finest, told to the {@link Ear}: those of SLF4J by being its provider, those of the JDK and of
 * OkHttp by a handler at their root.
 */
public final class LoudLogs implements SLF4JServiceProvider {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger ROOT = LogManager.getLogManager().getLogger("");

    static void turnUp() {
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(new Handler() {
            @Override
            public void publish(LogRecord told) {
                String where = "log " + told.getLoggerName() + " " + told.getLevel();
                Ear.hear(where, told.getMessage());
                Ear.hear(where, told.getParameters());
                Ear.hear(where, told.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return LoudLogger::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return new BasicMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0";
    }

    @Override
    public void initialize() {}
}
