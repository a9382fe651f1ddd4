package io.github.plexactivity.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 90}, {@code 90s}, {@code 5m}, {@code 1h30m}; a number alone is in seconds. */
final class DurationWords implements ITypeConverter<Duration> {
    private static final Duration LONGEST = Duration.ofDays(365);

    @Override
    public Duration convert(String text) {
        try {
            boolean isNumber = text.matches("[0-9.]+");
            Duration duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT) + (isNumber ? "S" : ""));
            if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw new TypeConversionException("takes a time above 0 and up to a year");
            }
            return duration;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new TypeConversionException("takes a time as in 90s, 5m or 1h30m");
        }
    }

    /** As people write it: {@code 1h30m}. */
    static String of(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
