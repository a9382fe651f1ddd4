package io.github.plexactivity.simulation;

import java.util.List;

/** What may happen in a run, so that it can be seen which of it did. */
enum Happening {
    STREAM_DOWN,
    STREAM_HANGING,
    STREAM_BAD_REQUEST,
    STREAM_UNAUTHORIZED,
    STREAM_FORBIDDEN,
    STREAM_MISSING,
    STREAM_OVERLOADED,
    STREAM_BUSY,
    STREAM_MUTE,
    LIST_DOWN,
    LIST_HANGING,
    LIST_UNAUTHORIZED,
    LIST_FORBIDDEN,
    LIST_MISSING,
    LIST_OVERLOADED,
    LIST_BUSY,
    LIST_CUT_SHORT,
    LIST_INCOMPLETE,
    LIST_PAGE,
    LIST_GARBAGE,
    CANCEL_DOWN,
    CANCEL_HANGING,
    CANCEL_UNAUTHORIZED,
    CANCEL_MISSING,
    CANCEL_BUSY,

    /** Of streams that are open. */
    CUT,
    CUT_UNSEEN,
    HELD,
    BURST_OF_WHAT_WAS_HELD,
    ZOMBIE,
    BABBLE,
    REPLAY,
    HAND_OVER,
    CALL_AFTER_CLOSE,

    /** Of the list that is read. */
    LIST_LAGS,
    LIST_WITHOUT_A_ROW,
    LIST_EMPTY_AND_JOBS_RUN,

    /** Of the server. */
    RESTART,
    TOKEN_REVOKED,
    TOKEN_SUPPLIER_FAILS,
    CLOCK_JUMP,
    ASKED_TO_WAIT,
    TYPE_NEVER_LISTED,
    UPDATE_AFTER_END,
    END_OF_UNKNOWN,
    SAME_UUID_AGAIN,
    END_WITH_UUID_ALONE,
    END_WITH_FLAG,
    SEVERAL_IN_A_FRAME,
    FLOOD,
    END_BEFORE_ANSWER_TO_CANCEL,
    CANCEL_ACCEPTED_AND_IGNORED,

    /** Of users. */
    LISTENER_LATE,
    LISTENER_REMOVED,
    LISTENER_THROWS,
    LISTENER_BLOCKS,
    FILTER_THROWS,
    REQUEST_IN_A_CALLBACK,
    EXECUTOR_SLOW,
    SUBSCRIBER_LAGS,
    SUBSCRIBER_THROWS,
    SUBSCRIPTION_CANCELLED,
    STORY_DROPPED,
    FUTURE_ABANDONED,
    CLOSE_IN_TROUBLE,
    CLOSE_IN_A_CALLBACK,

    /** Of the process. */
    PROCESS_CLOSED,
    PROCESS_KILLED,
    RESUMED_AND_RUNS,
    RESUMED_AND_OVER,
    RESUMED_THOUGH_ITS_END_WAS_TOLD,
    NOT_RESUMED_THOUGH_ITS_START_WAS_TOLD,

    /** Times in which one side alone works. */
    LIST_ALONE,
    STREAM_ALONE;

    static final List<Happening> ALL = List.of(values());

    /** A request met a fault. */
    static Happening of(String request, Fault fault) {
        return valueOf(request + "_" + fault);
    }
}
