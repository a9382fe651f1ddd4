package io.github.plexactivity.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Makes of good inputs bad ones, the same of the same seed. */
final class Damage {

    /** What means something to one of the readers; a character is a byte. */
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\ud83d",
        "null",
        "true",
        "-",
        "1e999",
        "9".repeat(30),
        "\0",
        "\u00ef\u00bb\u00bf",
        "\u00ed\u00a0\u0080",
        "\"uuid\":",
        "\"Activity\":",
        "\"ActivityNotification\":",
        "\"event\":\"ended\",",
        "<",
        "/>",
        "</Activity>",
        "&amp;",
        "&",
        "<!DOCTYPE a>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "=",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "data:",
        "event: ",
        "retry: ",
        "\u0081\u0002{}",
        "\u0000\u0003abc",
        "\u0081~",
        "\u0089\u0000",
        "\u0088\u0002\u0003\u00e8",
        "\r\nRetry-After: ",
        "../",
        "%2e",
        "@",
        "?"
    };

    private final List<String> good;
    private final Random random;

    Damage(List<byte[]> good, long seed) {
        this.good = good.stream().map(each -> new String(each, ISO_8859_1)).toList();
        this.random = new Random(seed);
    }

    /** The next of them. */
    byte[] next() {
        StringBuilder text = new StringBuilder(any());
        for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(from, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
                case 4 -> text.insert(from, any());
                default -> text.insert(from, (char) random.nextInt(0x100));
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    private String any() {
        return good.get(random.nextInt(good.size()));
    }
}
