package io.github.plexactivity.cli;

import io.github.plexactivity.model.ActivityFilter;
import picocli.CommandLine.Option;

/** Which activities. */
final class FilterOptions {
    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only activities of this type, for example library.update.section; * stands for anything.")
    private String type;

    @Option(
            names = "--section",
            paramLabel = "ID",
            description = "Only activities that work on this library section. A server tells which about a second"
                    + " after one began.")
    private String section;

    boolean isGiven() {
        return type != null || section != null;
    }

    ActivityFilter filter() {
        ActivityFilter byType = type == null ? ActivityFilter.any() : ActivityFilter.type(type);
        return section == null ? byType : byType.and(ActivityFilter.section(section));
    }
}
