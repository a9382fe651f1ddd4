package io.github.plexactivity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The sender, and whom it sends to. */
final class Lab implements AutoCloseable {

    /** What all measured processes run with, but for those that say otherwise. */
    static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseG1GC", "-XX:-UsePerfData");

    static final Path HERE = Path.of(System.getProperty("java.home"));

    private final Path times = Files.createTempFile("bench-times", "");
    private final Child sender;
    private final int port;

    Lab() throws IOException {
        sender = Child.start(HERE, List.of("-Xmx2g", "-XX:+UseSerialGC", Sender.class.getName()));
        port = Integer.parseInt(sender.line());
    }

    /**
     * A pipeline to measure.
     *
     * @param name as the tables call it
     */
    record Setup(String name, Pipeline.Kind kind, Load load, int listeners, int sleepMillis) {
        static Setup of(String name, Pipeline.Kind kind, Load load) {
            return new Setup(name, kind, load, 1, 0);
        }
    }

    /** A process that has connected. */
    Child open(Setup setup) throws IOException {
        load(setup.load());
        List<String> command = new ArrayList<>(FLAGS);
        String recording = System.getProperty("bench.jfr");
        if (recording != null) {
            command.add("-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + recording + "/"
                    + setup.name().replaceAll("\\W+", "-") + ".jfr");
        }
        command.addAll(List.of(Subject.class.getName(), setup.kind().name(), String.valueOf(port)));
        command.addAll(List.of(setup.load().toString().split(" ", -1)));
        command.addAll(
                List.of(times.toString(), String.valueOf(setup.listeners()), String.valueOf(setup.sleepMillis())));
        Child subject = Child.start(HERE, command);
        while (!subject.line().equals("ready")) {
            Thread.onSpinWait(); // The virtual machine may have something to say of its own.
        }
        while (!sender.ask("streams").equals("1")) {
            Thread.onSpinWait();
        }
        return subject;
    }

    /** What is sent from now on. */
    void load(Load load) throws IOException {
        sender.ask("load " + load + " " + times);
    }

    int port() {
        return port;
    }

    /** Connections and requests since it was last asked. */
    String requests() throws IOException {
        return sender.ask("requests");
    }

    /** Sends that many events, as fast as they are taken, and waits until the subject has told of them. */
    Figures burst(Child subject, long events, double before) throws IOException {
        subject.ask("begin");
        sender.ask("burst " + events);
        return Figures.parse(subject.ask("end " + ((long) before + events)));
    }

    /** Sends that many a second. */
    Figures pace(Child subject, long events, long eachSecond, double before) throws IOException {
        subject.ask("begin timed");
        sender.ask("pace " + events + " " + eachSecond);
        return Figures.parse(subject.ask("end " + ((long) before + events)));
    }

    /** The same to many servers of one hub, each of which is sent that many. */
    Figures burstToAll(Child hub, long events, int servers) throws IOException {
        double before = Figures.parse(hub.ask("begin")).of("total");
        sender.ask("burst " + events);
        return Figures.parse(hub.ask("end " + ((long) before + events * servers)));
    }

    /** The same to many servers of one hub, each of which is sent that many a second. */
    Figures paceToAll(Child hub, long events, long eachSecond, int servers) throws IOException {
        double before = Figures.parse(hub.ask("begin")).of("total");
        sender.ask("pace " + events + " " + eachSecond);
        return Figures.parse(hub.ask("end " + ((long) before + events * servers)));
    }

    /** Waits until so many streams are open. */
    void awaitStreams(int count) throws IOException {
        while (!sender.ask("streams").equals(String.valueOf(count))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Override
    public void close() throws IOException {
        sender.close();
        Files.deleteIfExists(times);
    }
}
