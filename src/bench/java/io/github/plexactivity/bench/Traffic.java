package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The streams that are open, and what is written to them. */
final class Traffic {

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final byte[] HEARTBEAT = "event: ping\ndata: {}\n\n".getBytes(US_ASCII);

    private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
    private final ReentrantLock writing = new ReentrantLock();

    // Under the lock.
    private Load load = new Load(Wire.EVENT_SOURCE, 0, 1);
    private byte[] bytes = {};
    private int eventBytes;
    private long sent;
    private Times times = Times.none();

    void load(Load next, Path file) throws IOException {
        writing.lock();
        try {
            for (OutputStream stream : streams) {
                stream.close();
            }
            streams.clear();
            sent = 0;
            if (!next.equals(load)) {
                load = next;
                render();
            }
            times = Times.in(file, Math.max(1, load.events()));
        } finally {
            writing.unlock();
        }
    }

    private void render() {
        eventBytes = load.events() == 0 ? 0 : load.event(0).length;
        bytes = new byte[load.events() * eventBytes];
        for (int index = 0; index < load.events(); index++) {
            byte[] event = load.event(index);
            if (event.length != eventBytes) {
                throw new IllegalStateException("events of different lengths: " + event.length);
            }
            System.arraycopy(event, 0, bytes, index * eventBytes, eventBytes);
        }
    }

    int streams() {
        return streams.size();
    }

    byte[] list() {
        writing.lock();
        try {
            return load.list(sent);
        } finally {
            writing.unlock();
        }
    }

    void add(OutputStream stream, String head) throws IOException {
        writing.lock();
        try {
            stream.write(head.getBytes(US_ASCII));
            streams.add(stream);
        } finally {
            writing.unlock();
        }
    }

    void burst(long events) {
        writing.lock();
        try {
            long end = sent + events;
            while (sent < end) {
                int index = (int) (sent % load.events());
                long most = Math.min(CHUNK_BYTES / eventBytes, load.events() - index);
                int count = (int) Math.min(most, end - sent);
                write(index, count);
                sent += count;
            }
        } finally {
            writing.unlock();
        }
    }

    void pace(long events, long eachSecond) {
        writing.lock();
        try {
            long begin = System.nanoTime();
            for (long written = 0; written < events; written++) {
                long due = begin + written * TimeUnit.SECONDS.toNanos(1) / eachSecond;
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                int index = (int) (sent % load.events());
                times.note(index);
                write(index, 1);
                sent++;
            }
        } finally {
            writing.unlock();
        }
    }

    /** Only where nothing else is sent. */
    void heartbeat() {
        if (writing.tryLock()) {
            try {
                if (load.wire() == Wire.EVENT_SOURCE && load.events() == 0) {
                    write(HEARTBEAT, 0, HEARTBEAT.length);
                }
            } finally {
                writing.unlock();
            }
        }
    }

    private void write(int index, int count) {
        write(bytes, index * eventBytes, count * eventBytes);
    }

    private void write(byte[] from, int offset, int length) {
        streams.removeIf(stream -> {
            try {
                stream.write(from, offset, length);
                return false;
            } catch (IOException e) {
                return true; // Its reader is gone.
            }
        });
    }
}
