import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes one moving SVG of what a terminal showed: see {@code .ci/film}. Its argument is a folder of files, each named by
 * the millisecond at which the terminal looked so, with the colours as escape sequences.
 */
final class Film {
    private static final double COLUMN = 8.4;
    private static final int ROW = 20;
    private static final int MARGIN = 16;
    private static final long LAST_FRAME_MILLIS = 4_000;
    private static final Pattern PIECE = Pattern.compile("\u001b\\[([\\d;]*)m|━+╸?|╸|─+|[^\u001b━╸─]+");
    private static final String STYLE =
            """
            text { font: 14px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }
            .card { fill: #f6f8fa; stroke: #d1d9e0 }
            .c39 { fill: #1f2328 } .c31 { fill: #b3261e } .c32 { fill: #116329 } .c33 { fill: #7a5200 }
            .c35 { fill: #6f3fc4 } .c36 { fill: #0b6675 } .rest { opacity: .35 }
            @media (prefers-color-scheme: dark) {
            .card { fill: #151b23; stroke: #3d444d }
            .c39 { fill: #d1d7e0 } .c31 { fill: #ff7b72 } .c32 { fill: #3fb950 } .c33 { fill: #d9a325 }
            .c35 { fill: #bc8cff } .c36 { fill: #39c5cf }
            }
            """;

    /** What the terminal showed, and for how long. */
    private record Frame(List<String> rows, long millis) {}

    private final List<Frame> frames;
    private final int rows;
    private final int columns;
    private final Map<String, Integer> pictures = new LinkedHashMap<>();

    private Film(List<Frame> frames) {
        this.frames = frames;
        this.rows = frames.stream().mapToInt(frame -> frame.rows().size()).max().orElseThrow();
        this.columns = frames.stream()
                .flatMap(frame -> frame.rows().stream())
                .mapToInt(row -> width(row.replaceAll("\u001b\\[[\\d;]*m", "")))
                .max()
                .orElseThrow();
    }

    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(new Film(frames(Path.of(arguments[0]))).svg());
        out.flush();
    }

    /** Without what is empty at the beginning, and what looks like the one before. */
    private static List<Frame> frames(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        List<List<String>> shown = new ArrayList<>();
        List<Long> since = new ArrayList<>();
        for (Path file : files) {
            List<String> rows = rows(Files.readString(file).stripTrailing());
            boolean isNew = shown.isEmpty() ? !rows.isEmpty() : !rows.equals(shown.get(shown.size() - 1));
            if (isNew && !rows.isEmpty()) {
                shown.add(rows);
                since.add(Long.parseLong(file.getFileName().toString()));
            }
        }
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            long until = i + 1 < shown.size() ? since.get(i + 1) : since.get(i) + LAST_FRAME_MILLIS;
            frames.add(new Frame(shown.get(i), until - since.get(i)));
        }
        return frames;
    }

    /** Each begins with its own colour, whatever the row before it ended with. */
    private static List<String> rows(String screen) {
        List<String> rows = new ArrayList<>();
        String colour = "39";
        for (String row : screen.isBlank() ? new String[0] : screen.split("\n")) {
            rows.add("\u001b[" + colour + "m" + row.stripTrailing());
            Matcher code = Pattern.compile("\u001b\\[([\\d;]*)m").matcher(row);
            while (code.find()) {
                colour = colour(code.group(1));
            }
        }
        return rows;
    }

    private static String colour(String codes) {
        String last = codes.substring(codes.lastIndexOf(';') + 1);
        return last.isEmpty() || last.equals("0") ? "39" : last;
    }

    private String svg() {
        int width = (int) Math.ceil(columns * COLUMN) + 2 * MARGIN;
        int height = rows * ROW + 2 * MARGIN;
        String film = film();
        StringBuilder defs = new StringBuilder();
        pictures.forEach((row, id) ->
                defs.append("<g id=\"r").append(id).append("\">").append(picture(row)).append("</g>\n"));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>Progress bars of a Plex server's activities in a terminal</title>
                <style>
                %3$s%4$s</style>
                <defs>
                %5$s</defs>
                <rect class="card" x=".5" y=".5" width="%6$d" height="%7$d" rx="8"/>
                <svg x="%8$d" y="%8$d" width="%9$d" height="%10$d"><g class="film">
                %11$s</g></svg>
                </svg>
                """
                .formatted(
                        width, height, STYLE, motion(), defs, width - 1, height - 1, MARGIN, width - 2 * MARGIN,
                        rows * ROW, film);
    }

    /** The frames stand below each other, and the film is pulled up by one at a time. Who wants no motion sees one of them. */
    private String motion() {
        long all = frames.stream().mapToLong(Frame::millis).sum();
        StringBuilder keys = new StringBuilder();
        long now = 0;
        for (int i = 0; i < frames.size(); i++) {
            keys.append(String.format(
                    Locale.ROOT, "%.3f%%{transform:translateY(-%dpx)}\n", 100.0 * now / all, i * rows * ROW));
            now += frames.get(i).millis();
        }
        int still = frames.size() * 2 / 5;
        return String.format(
                Locale.ROOT,
                """
                .film { animation: film %.2fs step-end infinite }
                @keyframes film {
                %s}
                @media (prefers-reduced-motion: reduce) { .film { animation: none; transform: translateY(-%dpx) } }
                """,
                all / 1e3,
                keys,
                still * rows * ROW);
    }

    private String film() {
        StringBuilder film = new StringBuilder();
        int y = 0;
        for (Frame frame : frames) {
            for (int row = 0; row < rows; row++, y += ROW) {
                if (row < frame.rows().size() && !frame.rows().get(row).endsWith("m")) {
                    int id = pictures.computeIfAbsent(frame.rows().get(row), text -> pictures.size());
                    film.append("<use href=\"#r").append(id).append("\" y=\"").append(y).append("\"/>\n");
                }
            }
        }
        return film.toString();
    }

    /** Lines are drawn, so that they have no gaps in any font; each piece of text is given the width it has in a terminal. */
    private static String picture(String row) {
        StringBuilder picture = new StringBuilder();
        String colour = "39";
        int column = 0;
        Matcher piece = PIECE.matcher(row);
        while (piece.find()) {
            if (piece.group(1) != null) {
                colour = colour(piece.group(1));
                continue;
            }
            String text = piece.group();
            if (!text.isBlank()) {
                picture.append("━╸─".indexOf(text.charAt(0)) >= 0 ? line(text, column, colour) : text(text, column, colour));
            }
            column += width(text);
        }
        return picture.toString();
    }

    private static String line(String text, int column, String colour) {
        boolean isThick = text.charAt(0) != '─';
        double columns = text.endsWith("╸") ? text.length() - 0.5 : text.length();
        return String.format(
                Locale.ROOT,
                "<rect class=\"c%s%s\" x=\"%.1f\" y=\"%s\" width=\"%.1f\" height=\"%s\"/>",
                colour,
                isThick ? "" : " rest",
                column * COLUMN,
                isThick ? "8" : "9.25",
                columns * COLUMN,
                isThick ? "4" : "1.5");
    }

    private static String text(String text, int column, String colour) {
        String inner = text.strip();
        int indent = text.indexOf(inner);
        return String.format(
                Locale.ROOT,
                "<text class=\"c%s\" x=\"%.1f\" y=\"15\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\">%s</text>",
                colour,
                (column + indent) * COLUMN,
                width(inner) * COLUMN,
                inner.replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** In columns: signs of Chinese, Japanese and Korean take two. */
    private static int width(String text) {
        return text.codePoints()
                .map(sign -> Character.isIdeographic(sign) || sign >= 0x3000 && sign < 0xA000 ? 2 : 1)
                .sum();
    }
}
