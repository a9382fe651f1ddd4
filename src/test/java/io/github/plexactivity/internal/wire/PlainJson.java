package io.github.plexactivity.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slow and simple reader of JSON (RFC 8259), to hold the library's against: from a text to a tree of {@link Node}s, or
 * to nothing where it is no JSON. It shares no line with what it is compared to.
 */
final class PlainJson {

    /** Deeper than the library reads. */
    static final int DEEPEST = 1_100;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    private PlainJson(String text) {
        this.text = text;
    }

    /** The one value that the text holds; empty if it is no JSON, or deeper than {@link #DEEPEST}. */
    static Optional<Node> read(String text) {
        PlainJson json = new PlainJson(text);
        try {
            Node node = json.value(DEEPEST);
            json.blanks();
            return json.at == text.length() ? Optional.of(node) : Optional.empty();
        } catch (NoJson e) {
            return Optional.empty();
        }
    }

    private Node value(int depth) throws NoJson {
        blanks();
        require(depth > 0);
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Node.Text(string());
            case 't' -> word("true", new Node.Truth(true));
            case 'f' -> word("false", new Node.Truth(false));
            case 'n' -> word("null", new Node.Nothing());
            default -> number();
        };
    }

    private Node object(int depth) throws NoJson {
        List<Node.Field> fields = new ArrayList<>();
        at++;
        blanks();
        while (!skips('}')) {
            if (!fields.isEmpty()) {
                require(skips(','));
                blanks();
            }
            String name = string();
            blanks();
            require(skips(':'));
            fields.add(new Node.Field(name, value(depth - 1)));
            blanks();
        }
        return new Node.Fields(fields);
    }

    private Node array(int depth) throws NoJson {
        List<Node> elements = new ArrayList<>();
        at++;
        blanks();
        while (!skips(']')) {
            if (!elements.isEmpty()) {
                require(skips(','));
            }
            elements.add(value(depth - 1));
            blanks();
        }
        return new Node.Elements(elements);
    }

    private String string() throws NoJson {
        require(skips('"'));
        StringBuilder string = new StringBuilder();
        while (!skips('"')) {
            char next = peek();
            require(next >= ' ');
            at++;
            string.append(next == '\\' ? escape() : next);
        }
        return string.toString();
    }

    private char escape() throws NoJson {
        char kind = peek();
        at++;
        if (kind == 'u') {
            require(at + 4 <= text.length());
            String digits = text.substring(at, at + 4);
            require(digits.matches("[0-9a-fA-F]{4}"));
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        }
        require(ESCAPES.indexOf(kind) >= 0);
        return ESCAPED.charAt(ESCAPES.indexOf(kind));
    }

    private Node number() throws NoJson {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        require(number.lookingAt());
        at = number.end();
        return new Node.Digits(number.group());
    }

    private Node word(String word, Node node) throws NoJson {
        require(text.startsWith(word, at));
        at += word.length();
        return node;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skips(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private char peek() throws NoJson {
        require(at < text.length());
        return text.charAt(at);
    }

    private static void require(boolean rule) throws NoJson {
        if (!rule) {
            throw new NoJson();
        }
    }

    private static final class NoJson extends Exception {
        private static final long serialVersionUID = 1L;

        NoJson() {
            super("no JSON", null, false, false);
        }
    }
}
