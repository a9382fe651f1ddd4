package io.github.plexactivity.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.openjdk.jmh.infra.Blackhole;

/** What parsing costs at least: every token, and the value of every one that has one. */
final class JacksonWalk {

    private JacksonWalk() {}

    static void over(JsonParser parser, Blackhole hole) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case VALUE_STRING -> hole.consume(parser.getText());
                case VALUE_NUMBER_INT -> hole.consume(parser.getLongValue());
                case FIELD_NAME -> hole.consume(parser.currentName());
                default -> hole.consume(token);
            }
        }
    }
}
