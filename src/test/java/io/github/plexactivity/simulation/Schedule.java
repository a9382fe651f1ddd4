package io.github.plexactivity.simulation;

/** In which ways what is awaited may go, so that it can be seen which of them did. Counted where it went so indeed. */
enum Schedule {
    ENDED_BEFORE_TRACK,
    ENDED_IN_AN_OUTAGE,
    ENDED_ON_ANOTHER_TRANSPORT,
    NEVER_COMES,

    /** Of answers to a request. */
    HEADER_MISSING,
    HEADER_IN_LOWER_CASE,
    HEADER_OF_WHAT_IS_OVER,
    HEADER_OF_WHAT_NOBODY_HEARD_OF,
    HEADER_OF_NOTHING,
    OVER_BEFORE_THE_ANSWER,

    /** Of scans that no answer names. */
    TWO_SCANS_AT_ONCE,
    RUNS_ALREADY,
    NO_ACTIVITY,
    ASKED_BEFORE_START,

    /** Of cancellations. */
    CANCEL_ACCEPTED,
    CANCEL_REFUSED,
    CANCEL_OF_WHAT_IS_OVER,
    CANCEL_IN_AN_OUTAGE
}
