package io.github.plexactivity.simulation;

/** A fault to be planted in a copy of one source file: a promise of the monitor that the copy breaks. */
@SuppressWarnings("ImmutableEnumChecker") // A patch never changes, which its type does not tell.
enum PlantedFault {
    ONE_ABSENCE_ENDS("internal/core/Twice", "int ENOUGH = 2;", "int ENOUGH = 1;"),
    A_FRAME_OF_AN_OLDER_GENERATION_IS_HEARD(
            "internal/runtime/Driver", "connection.generation() == hearing.generation()", "hearing.generation() > 0"),
    THE_REQUEST_TIME_CHECK_IS_REMOVED("internal/core/Reconciler", " || entry.heard() >= asked", ""),
    REMEMBERED_ENDINGS_ARE_DROPPED("internal/core/Endings", "return over.contains(uuid);", "return false;"),
    A_FAILED_SNAPSHOT_COUNTS_AS_EMPTY(
            "internal/runtime/Follower",
            "            unlisted(unlisted.failure());",
            "known.listed(new Snapshot(java.util.Map.of(), 0, 0), ask, driver.generation(), driver.isStreaming());"
                    + " unlisted(unlisted.failure());"),
    AN_END_IS_CONFLATED_AWAY(
            "internal/delivery/Backlog",
            "        story.end = new Letter.End(story, ended);",
            "        if (story.update != null) { return; } story.end = new Letter.End(story, ended);"),
    THE_FIRST_FRAME_OF_A_TAKING_OVER_STREAM_IS_DROPPED(
            "internal/runtime/Driver",
            "hearing.change(attempt);",
            "deaf = hearing.generation() > 0; hearing.change(attempt);",
            "private @Nullable Attempt poll;",
            "private boolean deaf; private @Nullable Attempt poll;",
            "if (connection.generation() == hearing.generation()) {",
            "boolean dropped = deaf; deaf = false; if (connection.generation() == hearing.generation() && !dropped) {"),
    A_CALLBACK_COMES_AFTER_CLOSE(
            "internal/delivery/Mailbox",
            "        if (lastWord == null) {\n            close();",
            "        if (lastWord == null) {"),

    A_LATE_FRAME_IS_AN_UPDATE_OF_NOTHING(
            "internal/core/ActivityTable", "if (endings.isOver(report.uuid())) {", "if (false) {"),
    A_STALE_ROW_STARTS_ANEW("internal/core/ActivityTable", "if (endings.isOver(row.uuid())) {", "if (false) {"),
    AN_END_THAT_OVERTOOK_ITS_CANCELLATION_IS_LOST("internal/runtime/Cancels", "done.held.run();", ""),
    AN_AWAIT_IS_FORGOTTEN("internal/runtime/KnownActivities", "tracking.ended(ended.ending());", ""),
    A_LOST_STREAM_IS_NOT_MISSED("internal/runtime/Connection", "watcher.lost(this, failure);", ""),
    SILENCE_GOES_UNNOTICED("internal/runtime/Connection", "watcher.silent(this);", ""),
    NO_SNAPSHOT_IS_ASKED_FOR_AGAIN("internal/runtime/Follower", "snapshots.askAt(Math.max(due, listBarred));", ""),
    A_WAIT_NEVER_ENDS("internal/runtime/Driver", "() -> signal(Link::due)", "() -> {}"),
    THE_BACKOFF_DOES_NOT_GROW("internal/core/link/Backoff", "return full() < most", "return false && full() < most"),
    PREVIOUS_IS_NOT_WHAT_WAS_TOLD(
            "internal/delivery/Letter", "new Updated(first.previous(), latest.activity())", "latest"),
    AN_UPDATE_WAITS_FOR_SOMETHING_ELSE(
            "internal/delivery/Mailbox",
            "letters.accept(backlog);",
            "letters.accept(backlog); if (backlog.first() instanceof Letter.Update) { return; }"),
    A_LIST_TURNS_PROGRESS_BACK("internal/core/Reconciler", "LATELY_NANOS = Duration", "LATELY_NANOS = -60 * Duration"),
    TWO_LISTS_IN_A_MOMENT_COUNT_AS_TWO("internal/core/Twice", "asked - latest < APART_NANOS", "false"),
    STARTING_IS_DONE_AT_ONCE(
            "internal/runtime/Engine", "started.await(start);", "started.keep(); started.await(start);"),
    A_LIST_UNDER_WAY_COUNTS_AS_ASKED_FOR_NOW(
            "internal/runtime/Snapshots", "waiting.add(then);", "(underWay != null ? served : waiting).add(then);"),
    A_RESYNC_WHILE_A_LIST_IS_UNDER_WAY_IS_FORGOTTEN("internal/runtime/Snapshots", "            again = true;\n", ""),
    EVERY_CANCELLATION_IS_SAID_TO_BE_ACCEPTED(
            "internal/runtime/Cancels", "result.complete(answer);", "result.complete(CancelResult.ACCEPTED);"),
    AN_END_ALONE_IS_TAKEN_FOR_COMPLETION(
            "internal/core/Judgement", "Outcome.UNKNOWN, Evidence.END_ALONE", "Outcome.COMPLETED, Evidence.END_ALONE"),
    A_LISTENER_THAT_THROWS_IS_NOT_COUNTED(
            "internal/delivery/Faults",
            "Throwable thrown) {\n        counters.count(Counter.LISTENER_ERRORS);",
            "Throwable thrown) {"),
    A_TIMER_OUTLIVES_ITS_CONNECTION("internal/runtime/Connection", "cancel(silence);", ""),
    THE_NEXT_IS_WHATEVER_COMES_NEXT("internal/runtime/NextMatch", " && filter.test(activity)", ""),
    A_LIST_THAT_DOES_NOT_ADD_UP_IS_TAKEN("internal/wire/SnapshotRows", "size.getAsLong() > found", "false"),

    WHAT_IS_RESUMED_STARTS_AGAIN(
            "internal/delivery/Dispatcher",
            "living.forEach(backlog::resume)",
            "living.forEach(each -> backlog.add(new ActivityChange.Started(each)))"),
    WHAT_IS_RESUMED_AND_NEVER_LISTED_NEVER_ENDS("internal/core/ActivityTable", "now.nanos() - 1", "Long.MAX_VALUE"),
    WHAT_IS_RESUMED_IS_FORGOTTEN(
            "internal/runtime/KnownActivities", "table.resume(activity, now)", "table.isOver(\"\")"),
    ONE_LIST_ENDS_WHAT_IS_RESUMED(
            "internal/core/Reconciler",
            "doubt(uuid, asked).isEnough()",
            "doubt(uuid, asked).isEnough() || (!taken && entry.generation() == ActivityTable.NO_STREAM)"),
    A_LISTENER_THAT_RESUMES_KNOWS_NOTHING(
            "internal/delivery/Letter", "story.told = mailbox.chooses(activity);", "story.told = false;"),
    A_LISTENER_THAT_RESUMES_KNOWS_WHAT_ITS_FILTER_DOES_NOT_CHOOSE(
            "internal/delivery/Letter", "story.told = mailbox.chooses(activity);", "story.told = true;");

    private final Patch patch;

    /**
     * A fault.
     *
     * @param file without its ending
     * @param changes what is replaced, each by what follows it
     */
    PlantedFault(String file, String... changes) {
        this.patch = new Patch(file, changes);
    }

    Patch patch() {
        return patch;
    }
}
