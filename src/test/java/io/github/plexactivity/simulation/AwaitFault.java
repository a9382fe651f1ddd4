package io.github.plexactivity.simulation;

/** A fault to be planted in what awaits. */
@SuppressWarnings("ImmutableEnumChecker") // A patch never changes, which its type does not tell.
enum AwaitFault {
    AN_ENDING_IS_NOT_RECALLED(
            "internal/runtime/KnownActivities", "table.recall(uuid, loop.now())\n", "Optional.<Ending>empty()\n"),
    AN_AWAIT_IS_FORGOTTEN("internal/runtime/KnownActivities", "tracking.ended(ended.ending());", ""),
    ONE_OF_TWO_WHO_WAIT_IS_TOLD(
            "internal/runtime/Tracking",
            "ends.forEach(end -> dispatch(",
            "ends.stream().limit(1).forEach(end -> dispatch("),
    WHAT_NOBODY_SAW_ENDS_AT_ONCE("internal/core/Twice", "int ENOUGH = 2;", "int ENOUGH = 1;"),
    A_PROMISE_OUTLIVES_THE_WORD_OF_A_STREAM(
            "internal/core/Reconciler",
            "promises.remove(report.uuid());\n        Twice doubt",
            "Twice doubt",
            "        doubts.remove(row.uuid());\n        promises.remove(row.uuid());",
            "        doubts.remove(row.uuid());"),
    A_PROMISE_IS_FORGOTTEN("internal/core/Reconciler", "promises.putIfAbsent(", "new HashMap<String, Promise>().put("),
    WHAT_A_HEADER_NAMES_IS_NOT_PROMISED("ActivityInterceptor", "engine.promised(uuid);", ""),
    THE_HEADER_IS_LOOKED_FOR_AS_IT_IS_WRITTEN(
            "ActivityInterceptor",
            "response.header(HEADER);",
            "response.headers().toString().contains(HEADER) ? response.header(HEADER) : null;"),
    WHAT_RUNS_ALREADY_IS_THE_NEXT(
            "internal/runtime/NextMatch",
            " && !known.contains(activity.uuid())",
            "",
            "change instanceof ActivityChange.Started",
            "!(change instanceof ActivityChange.Ended)"),
    THE_NEXT_IS_WHATEVER_COMES_NEXT("internal/runtime/NextMatch", " && filter.test(activity)", ""),
    THE_NEXT_HAS_TO_MATCH_AT_ONCE(
            "internal/runtime/NextMatch",
            "!known.contains(activity.uuid())",
            "!known.contains(activity.uuid()) && filter.test(activity)"),
    WHAT_THE_FIRST_LIST_SHOWS_IS_THE_NEXT("internal/runtime/KnownActivities", "if (everSynchronized) {", "if (true) {"),
    WHOEVER_ASKED_BEFORE_THE_START_IS_FORGOTTEN(
            "internal/runtime/KnownActivities", "            early.forEach(each -> each.task().run());\n", ""),
    A_REFUSAL_IS_TAKEN_FOR_A_CANCELLATION(
            "internal/runtime/Cancels", "if (answer == CancelResult.ACCEPTED) {", "if (answer != null) {"),
    AN_ENDING_IS_FORGOTTEN_WITH_ITS_OUTAGE("internal/core/Reconciler", "events.add(new ActivityEvent.Gone(uuid));", "");

    private final Patch patch;

    AwaitFault(String file, String... changes) {
        this.patch = new Patch(file, changes);
    }

    Patch patch() {
        return patch;
    }
}
