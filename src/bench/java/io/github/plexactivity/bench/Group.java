package io.github.plexactivity.bench;

/** Measurements that belong together. */
interface Group {

    /** Measures and reports. */
    void run(Lab lab, Options options, Report report) throws Exception;
}
