package io.github.plexactivity.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A {@link FakePlexServer} for tests with JUnit 5 or 6, started before they need it and closed after them. By default
 * each test has one of its own; where the field with {@link RegisterExtension} is static, or one instance of the class
 * serves all its tests, they share one, and those of its nested classes do too.
 *
 * <p>A test takes the server as a parameter, or asks the field for it. What a test leaves running or broken on a shared
 * server, the next one finds there. A test that closes a shared server fails those after it, with a message that says
 * so. Close your monitors before the test ends: one that is left open goes on to look for its server.
 *
 * <p>Needs {@code junit-jupiter-api} on the class path, which the library does not bring.
 */
public final class FakePlexServerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final FakePlexServerBuilder kind;

    /** By the unique id of the test or class that each was started for. */
    private final ConcurrentMap<String, FakePlexServer> running = new ConcurrentHashMap<>();

    /** Starts servers as {@link FakePlexServer#start()} does. */
    public FakePlexServerExtension() {
        this(FakePlexServer.builder());
    }

    /**
     * Starts servers of another kind.
     *
     * @param kind starts each of them; not to be changed afterwards
     */
    public FakePlexServerExtension(FakePlexServerBuilder kind) {
        this.kind = kind;
    }

    /**
     * The server of the test that runs.
     *
     * @return a running server
     * @throws IllegalStateException outside of tests, where {@link RegisterExtension} is missing, or while several tests
     *     use this extension at a time: take the server as a parameter there
     */
    public FakePlexServer server() {
        List<FakePlexServer> all = List.copyOf(running.values());
        if (all.isEmpty()) {
            throw new IllegalStateException("no server runs: either no test does, or this FakePlexServerExtension"
                    + " is no field with @RegisterExtension");
        }
        if (all.size() > 1) {
            throw new IllegalStateException("several tests use this FakePlexServerExtension at a time:"
                    + " take the FakePlexServer as a parameter");
        }
        return all.get(0);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startUnlessShared(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startUnlessShared(context);
        if (serverOf(context).filter(FakePlexServer::isClosed).isPresent()) {
            throw new ExtensionConfigurationException("an earlier test closed the FakePlexServer that the tests share:"
                    + " let faults().stop() end it for a while, or make the field of the extension not static");
        }
    }

    private void startUnlessShared(ExtensionContext context) {
        if (serverOf(context).isEmpty()) {
            running.put(context.getUniqueId(), kind.start());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    private void close(ExtensionContext context) {
        FakePlexServer own = running.remove(context.getUniqueId());
        if (own != null) {
            own.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakePlexServer.class;
    }

    @Override
    public FakePlexServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return serverOf(context).orElseThrow();
    }

    private Optional<FakePlexServer> serverOf(ExtensionContext context) {
        FakePlexServer server = running.get(context.getUniqueId());
        return server != null ? Optional.of(server) : context.getParent().flatMap(this::serverOf);
    }
}
