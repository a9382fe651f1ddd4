package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A value of a document as a tree, and what the wire's rules make of it, told in the simplest way. */
interface Node {

    record Field(String name, Node value) {}

    record Fields(List<Field> fields) implements Node {}

    record Elements(List<Node> elements) implements Node {}

    record Text(String text) implements Node {}

    /** A number as it was written. */
    record Digits(String text) implements Node {}

    record Truth(boolean truth) implements Node {}

    record Nothing() implements Node {}

    /** The fields of an object, in order and with repetitions; none of anything else. */
    default List<Field> fieldsOf() {
        return this instanceof Fields object ? object.fields() : List.of();
    }

    /** The elements of an array, none of null, and anything else is its own only one. */
    default List<Node> elementsOf() {
        if (this instanceof Elements array) {
            return array.elements();
        }
        return this instanceof Nothing ? List.of() : List.of(this);
    }

    /** The text or number as written, else empty. */
    default String textOf() {
        if (this instanceof Digits number) {
            return number.text();
        }
        return this instanceof Text string ? string.text() : "";
    }

    /** The value as an activity's maps hold it. */
    default @Nullable Object plain(int depth) {
        if (this instanceof Text string) {
            return string.text();
        }
        if (this instanceof Truth flag) {
            return flag.truth();
        }
        if (this instanceof Digits number) {
            return number(number.text());
        }
        if (depth == 0 || this instanceof Nothing) {
            return null;
        }
        return this instanceof Elements array ? list(array, depth) : map(depth);
    }

    /** The object as a map. */
    default Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Field field : fieldsOf()) {
            Object plain = field.value().plain(depth - 1);
            map.compute(field.name(), (name, before) -> plain);
        }
        return map;
    }

    /** What is in it: elements, or the values of fields. */
    default List<Node> inner() {
        return this instanceof Elements array
                ? array.elements()
                : fieldsOf().stream().map(Field::value).toList();
    }

    /** How deep it is nested; a scalar is not. */
    default int depth() {
        int deepest = 0;
        for (Node each : inner()) {
            deepest = Math.max(deepest, each.depth());
        }
        return this instanceof Elements || this instanceof Fields ? deepest + 1 : 0;
    }

    /** Whether half a surrogate pair is in the name of a field. The library's parser refuses that, where it is escaped. */
    default boolean hasBrokenName() {
        return fieldsOf().stream().anyMatch(field -> !UTF_8.newEncoder().canEncode(field.name()))
                || inner().stream().anyMatch(Node::hasBrokenName);
    }

    private static List<Object> list(Elements array, int depth) {
        List<Object> list = new ArrayList<>();
        for (Node each : array.elements()) {
            Object plain = each.plain(depth - 1);
            if (plain != null) {
                list.add(plain);
            }
        }
        return list;
    }

    private static @Nullable Object number(String text) {
        OptionalLong whole = Scalars.integer(text);
        if (whole.isPresent()) {
            return whole.getAsLong();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? (Object) number : null;
    }
}
