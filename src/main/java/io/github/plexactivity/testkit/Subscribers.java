package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** The open streams. */
final class Subscribers {
    private final List<Subscriber> open = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Behaviour behaviour;

    Subscribers(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    void add(Subscriber subscriber) {
        lock.lock();
        try {
            open.add(subscriber);
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void remove(Subscriber subscriber) {
        open.remove(subscriber);
    }

    int count(Transport transport) {
        return (int) open.stream().filter(each -> each.transport() == transport).count();
    }

    void await(Transport transport, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count(transport) == 0) {
                if (left <= 0) {
                    throw new AssertionError("no " + transport + " stream was opened within " + atMost);
                }
                left = added.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says it to all who want to hear it, where the server still speaks. */
    void tell(Frame frame) {
        for (Subscriber each : open) {
            if (behaviour.speaks(each.transport()) && (each.wants(frame) || behaviour.has(Quirk.IGNORES_FILTERS))) {
                each.send(frame.in(each.dialect()));
            }
        }
    }

    /** Says it on one transport, whatever the filters and behaviour. */
    void send(Transport transport, Function<Dialect, byte[]> words) {
        for (Subscriber each : open) {
            if (each.transport() == transport) {
                each.send(words.apply(each.dialect()));
            }
        }
    }

    void goodbye(Transport transport, byte[] words) {
        leave(transport, subscriber -> subscriber.sayGoodbye(words));
    }

    void cut(Transport transport, Cut how) {
        leave(transport, subscriber -> subscriber.cut(how));
    }

    /** Once this returns the streams that were open count no more. */
    private void leave(Transport transport, Consumer<Subscriber> farewell) {
        for (Subscriber each : List.copyOf(open)) {
            if (each.transport() == transport && open.remove(each)) {
                farewell.accept(each);
            }
        }
    }
}
