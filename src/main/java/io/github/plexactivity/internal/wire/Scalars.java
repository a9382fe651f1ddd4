package io.github.plexactivity.internal.wire;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a scalar means, in whichever of its forms a server sends it. */
final class Scalars {

    private static final double EXACT = 0x1p53;

    private Scalars() {}

    /** The finite number that a Long, a Double or a text holds; NaN if it holds none. */
    static double number(@Nullable Object plain) {
        if (plain instanceof Number number) {
            return number.doubleValue();
        }
        return plain instanceof String text ? parsed(text.strip()) : Double.NaN;
    }

    /** The integer that a Long, a Double or a text holds; empty if it holds none, or one that does not fit. */
    static OptionalLong whole(@Nullable Object plain) {
        if (plain instanceof Long integer) {
            return OptionalLong.of(integer);
        }
        if (plain instanceof String text) {
            OptionalLong integer = integer(text.strip());
            if (integer.isPresent()) {
                return integer;
            }
        }
        double number = number(plain);
        boolean whole = number == Math.rint(number) && Math.abs(number) <= EXACT;
        return whole ? OptionalLong.of((long) number) : OptionalLong.empty();
    }

    /** Whether it is true, 1, or one of them as text. */
    static boolean truth(@Nullable Object plain) {
        if (plain instanceof Boolean truth) {
            return truth;
        }
        return number(plain) == 1
                || (plain instanceof String text && text.strip().equalsIgnoreCase("true"));
    }

    /** The integer that a text of digits holds; empty if it is something else, or does not fit. */
    static OptionalLong integer(String digits) {
        if (!numeric(digits)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static double parsed(String text) {
        if (!numeric(text)) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Keeps from Java's parsers what they alone take for a number: {@code 1d}, {@code 0x1p3}, other scripts' digits. */
    private static boolean numeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
