package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Behaviour.Refusal;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;

/** What goes wrong on a {@link FakePlexServer}, on command. What is not an event lasts until {@link #heal()}. */
public final class Faults {
    private final Behaviour behaviour;
    private final Subscribers subscribers;
    private final World world;
    private final ServerPort port;

    Faults(Behaviour behaviour, Subscribers subscribers, World world, ServerPort port) {
        this.behaviour = behaviour;
        this.subscribers = subscribers;
        this.world = world;
        this.port = port;
    }

    /** Ends every lasting fault. The token wanted last stays wanted. */
    public void heal() {
        behaviour.heal();
    }

    /** Goes down: all connections are cut, new ones refused, and what ran is over without a word. */
    public void stop() {
        port.close();
        port.reserve();
        world.forgetAll();
    }

    /** Goes down where it is not, and comes up again on the same port with nothing running. */
    public void restart() {
        stop();
        port.open();
    }

    /**
     * Leaves all open streams. They do not count as open once this returns.
     *
     * @param how the way to leave
     */
    public void drop(Cut how) {
        drop(Transport.EVENT_SOURCE, how);
        drop(Transport.WEB_SOCKET, how);
    }

    /**
     * Leaves the open streams of one transport.
     *
     * @param transport which
     * @param how the way to leave
     */
    public void drop(Transport transport, Cut how) {
        subscribers.cut(transport, how);
    }

    /**
     * Closes the open WebSockets with a code.
     *
     * @param code for example 1008
     * @param reason at most 123 bytes
     */
    public void closeWebSockets(int code, String reason) {
        subscribers.goodbye(Transport.WEB_SOCKET, WebSocketDialect.close(code, reason));
    }

    /**
     * Answers every request to one endpoint with a page for people, as a proxy does. Streams that are open stay.
     *
     * @param endpoint which
     * @param status for example 503; with 200 it is a login page, with 302 and a {@code Location} a redirect
     * @param headers names and values in turn, for example {@code "Retry-After", "7"}
     */
    public void refuse(Endpoint endpoint, int status, String... headers) {
        behaviour.refuse(endpoint, new Refusal(status, Headers.of(headers)));
    }

    /**
     * Refuses no more.
     *
     * @param endpoint which
     */
    public void allow(Endpoint endpoint) {
        behaviour.allow(endpoint);
    }

    /**
     * Keeps answers back until released. An answer is made when the request comes, so a list that was held is an old
     * one; a stream opens when it is let go.
     *
     * @param endpoint which
     */
    public void hold(Endpoint endpoint) {
        behaviour.gates.hold(endpoint);
    }

    /**
     * Keeps answers back for a while, as {@link #hold} does.
     *
     * @param endpoint which
     * @param delay how long each request waits
     */
    public void delay(Endpoint endpoint, Duration delay) {
        behaviour.gates.delay(endpoint, delay);
    }

    /**
     * Lets all answers go that wait, and those to come.
     *
     * @param endpoint which
     */
    public void release(Endpoint endpoint) {
        behaviour.gates.release(endpoint);
    }

    /**
     * Makes one transport mute: its streams open and stay open, and no byte comes, no heartbeat, no pong.
     *
     * @param transport which
     */
    public void silence(Transport transport) {
        behaviour.silence(transport);
    }

    /**
     * Makes one transport a zombie: its streams open and show signs of life, and no notification comes.
     *
     * @param transport which
     */
    public void makeZombie(Transport transport) {
        behaviour.makeZombie(transport);
    }

    /**
     * Gives the server a habit.
     *
     * @param quirk which
     */
    public void add(Quirk quirk) {
        behaviour.add(quirk);
    }

    /** Answers 401 to every new request, whatever its token. Streams that are open stay. */
    public void rejectTokens() {
        behaviour.rejectTokens();
    }

    /**
     * Lets in this token alone from now on. Streams that are open stay.
     *
     * @param token the new one
     */
    public void acceptOnly(String token) {
        behaviour.accept(token);
    }

    /**
     * Sends any text, well framed: as an event or as a text frame, on every open stream whatever it asked for.
     *
     * @param transport which
     * @param name of the event; a WebSocket has no place for it
     * @param text may be anything
     */
    public void sendText(Transport transport, String name, String text) {
        subscribers.send(transport, dialect -> dialect.text(name, text));
    }

    /**
     * Sends bytes as they are: inside the body of an EventSource, on the socket of a WebSocket.
     *
     * @param transport which
     * @param bytes may be anything
     */
    public void sendRaw(Transport transport, byte[] bytes) {
        subscribers.send(transport, dialect -> dialect.raw(bytes));
    }

    /**
     * Sends a ping frame on every open WebSocket.
     *
     * @param payload at most 125 bytes
     */
    public void pingWebSockets(String payload) {
        subscribers.send(Transport.WEB_SOCKET, dialect -> WebSocketDialect.ping(payload));
    }

    /**
     * What clients answered to pings.
     *
     * @return the payloads, oldest first, at most 1,000
     */
    public List<String> pongs() {
        return behaviour.pongsHeard();
    }
}
