package io.github.plexactivity.examples.springboot.autoconfigure;

import jakarta.validation.constraints.AssertTrue;

/**
 * A secret that shows itself to nobody. It does not check itself as it is made: a failed conversion would be reported with the
 * text that could not be converted.
 */
public final class Token {
    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /**
     * What Spring makes it with.
     *
     * @param text as configured, which may be empty
     * @return that token
     */
    public static Token valueOf(String text) {
        return new Token(text);
    }

    /** {@return whether it may be sent} */
    @AssertTrue(message = "must be visible ASCII characters")
    public boolean isSendable() {
        return text.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }

    boolean isNone() {
        return text.isEmpty();
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return isNone() ? "none" : "hidden";
    }
}
