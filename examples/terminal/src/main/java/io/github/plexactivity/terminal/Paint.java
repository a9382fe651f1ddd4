package io.github.plexactivity.terminal;

/** Colours, for those who want them: see <a href="https://no-color.org">no-color.org</a>. */
public record Paint(boolean coloured) {
    /** By the codes of terminals. */
    public enum Colour {
        RED(31),
        GREEN(32),
        YELLOW(33),
        MAGENTA(35),
        CYAN(36);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    /** For text that may as well go to a pipe, a file, or a terminal that knows no colours. */
    public static Paint ofOutput() {
        return new Paint(ofEnvironment().coloured() && Screen.isLively());
    }

    static Paint ofEnvironment() {
        String unwanted = System.getenv("NO_COLOR");
        return new Paint(unwanted == null || unwanted.isEmpty());
    }

    public String in(Colour colour, String text) {
        return begin(colour) + text + end();
    }

    public String begin(Colour colour) {
        return coloured ? "\u001b[" + colour.code + "m" : "";
    }

    public String end() {
        return coloured ? "\u001b[0m" : "";
    }
}
