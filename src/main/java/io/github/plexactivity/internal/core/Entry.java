package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;

/** A running activity in the table: how it stands, when and by which stream it was last told. Written by the loop. */
final class Entry {

    private volatile Activity activity;
    private int generation;
    private long heard;

    /** The most it ever weighed: its older states may still wait to be told. */
    private int charged;

    Entry(Activity activity, int generation, long heard) {
        this.activity = activity;
        this.charged = Weight.of(activity);
        this.generation = generation;
        this.heard = heard;
    }

    /** Any thread. */
    Activity activity() {
        return activity;
    }

    int generation() {
        return generation;
    }

    long heard() {
        return heard;
    }

    int charged() {
        return charged;
    }

    void hear(int byGeneration, long nanos) {
        generation = byGeneration;
        heard = nanos;
    }

    void replace(Activity by) {
        activity = by;
    }

    void charge(int more) {
        charged += more;
    }
}
