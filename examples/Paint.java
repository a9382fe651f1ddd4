/** Colours, for those who want them: see <a href="https://no-color.org">no-color.org</a>. */
record Paint(boolean coloured) {
    /** By the codes of terminals. */
    enum Colour {
        GREEN(32),
        YELLOW(33),
        MAGENTA(35),
        CYAN(36);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    static Paint ofEnvironment() {
        String unwanted = System.getenv("NO_COLOR");
        return new Paint(unwanted == null || unwanted.isEmpty());
    }

    String in(Colour colour, String text) {
        return begin(colour) + text + end();
    }

    String begin(Colour colour) {
        return coloured ? "\u001b[" + colour.code + "m" : "";
    }

    String end() {
        return coloured ? "\u001b[0m" : "";
    }
}
