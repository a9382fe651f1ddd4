package io.github.plexactivity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** A bad network on the loopback: bytes on their way to a server and back are late, slow, held, or never arrive. */
final class Relay implements AutoCloseable {

    /** Bytes, due at the other end at some time; those before are due earlier. */
    private static final class Packet implements Delayed {
        private final byte[] bytes;
        private final long due;

        private Packet(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.signum(due - ((Packet) other).due);
        }
    }

    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final ServerSocket listening;
    private final int to;
    private final int slice;
    private final LongSupplier latency;
    private final long nanosPerByte;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private boolean held;

    private Relay(InetSocketAddress at, URI server, int slice, LongSupplier latency, long nanosPerByte) {
        this.to = server.getPort();
        this.slice = slice;
        this.latency = latency;
        this.nanosPerByte = nanosPerByte;
        try {
            listening = new ServerSocket(at.getPort(), 50, at.getAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::accept);
    }

    /** One that passes everything on at once, until told otherwise. */
    static Relay before(URI server) {
        return at(ANYWHERE, server);
    }

    /** The same at a certain address. */
    static Relay at(InetSocketAddress address, URI server) {
        return new Relay(address, server, 8_192, () -> 0, 0);
    }

    /** One that loses packets, so that they come later. What comes after a packet waits for it. */
    static Relay losing(URI server, LongSupplier latency) {
        return new Relay(ANYWHERE, server, 8_192, latency, 0);
    }

    /** A long line with so many bits a second; bytes come in slices. */
    static Relay slow(URI server, Duration latency, int bitsPerSecond) {
        return new Relay(ANYWHERE, server, 48, latency::toNanos, 8_000_000_000L / bitsPerSecond);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections were ever made. */
    int accepted() {
        return accepted.get();
    }

    /** From now on no byte arrives, on either side. */
    void hold() {
        holds(true);
    }

    /** All that was held arrives. */
    void release() {
        holds(false);
    }

    /** Kills every connection under both sides. */
    void reset() {
        open.forEach(Relay::reset);
        open.clear();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private void holds(boolean now) {
        lock.lock();
        try {
            held = now;
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRelease() throws InterruptedException {
        lock.lock();
        try {
            while (held) {
                released.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            accepted.incrementAndGet();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
            open.addAll(List.of(client, server));
            pass(client, server);
            pass(server, client);
        }
    }

    private void pass(Socket from, Socket into) throws IOException {
        DelayQueue<Packet> onTheWay = new DelayQueue<>();
        into.setTcpNoDelay(true);
        begin(() -> {
            try {
                take(from.getInputStream(), onTheWay);
            } catch (IOException e) {
                into.close();
            }
        });
        begin(() -> bring(onTheWay, into));
    }

    private void take(InputStream in, DelayQueue<Packet> onTheWay) throws IOException {
        byte[] buffer = new byte[slice];
        long due = System.nanoTime();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            due = Math.max(due, System.nanoTime() + latency.getAsLong()) + read * nanosPerByte + 1;
            onTheWay.add(new Packet(Arrays.copyOf(buffer, read), due));
        }
        onTheWay.add(new Packet(new byte[0], due + 1));
    }

    private void bring(DelayQueue<Packet> onTheWay, Socket into) throws IOException, InterruptedException {
        for (Packet next = onTheWay.take(); next.bytes.length > 0; next = onTheWay.take()) {
            awaitRelease();
            into.getOutputStream().write(next.bytes);
        }
        awaitRelease();
        into.close();
    }

    /** Work of a thread that ends as its socket does. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void begin(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        // The connection is over, or the relay is.
                    }
                },
                "relay");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        reset();
        threads.forEach(Thread::interrupt);
    }
}
