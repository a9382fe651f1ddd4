package io.github.plexactivity.internal.wire;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectedNamesTest {

    /** One that remembers no names itself. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final ExpectedNames names = new ExpectedNames();

    /** Reads documents one after the other with one parser, and answers the names of each, in their order. */
    private List<List<String>> read(String... documents) throws IOException {
        List<List<String>> read = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(new StringReader(String.join("\n", documents)))) {
            while (parser.nextToken() != null) {
                names.backTo(0);
                List<String> found = new ArrayList<>();
                fields(parser, found);
                read.add(found);
            }
        }
        return read;
    }

    private void fields(JsonParser parser, List<String> found) throws IOException {
        for (String name = names.next(parser); name != null; name = names.next(parser)) {
            found.add(name);
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                fields(parser, found);
            }
        }
    }

    private static String document(List<String> names) {
        return names.stream().map(name -> '"' + name + "\":1").collect(joining(",", "{", "}"));
    }

    @Test
    void theSameNamesAreReadAgain() throws IOException {
        assertThat(read("{\"a\":{\"b\":1},\"c\":2}", "{\"a\":{\"b\":1},\"c\":2}"))
                .containsExactly(List.of("a", "b", "c"), List.of("a", "b", "c"));
    }

    @Test
    void aNameThatIsExpectedIsTheOneOfTheLastTime() throws IOException {
        List<List<String>> read = read("{\"uuid\":1}", "{\"uuid\":1}", "{\"uuid\":1}");

        assertThat(read.get(2).get(0)).isSameAs(read.get(1).get(0));
    }

    @Test
    void aNameThatWasPassedOverIsExpectedAgain() throws IOException {
        List<List<String>> read = read(
                "{\"a\":1,\"b\":1,\"c\":1}", "{\"a\":1,\"b\":1,\"c\":1}", "{\"a\":1,\"c\":1}", "{\"a\":1,\"b\":1}");

        assertThat(read.get(2)).containsExactly("a", "c");
        assertThat(read.get(3)).containsExactly("a", "b");
        assertThat(read.get(3).get(1)).isSameAs(read.get(1).get(1));
    }

    @Test
    void anEscapedNameIsWhatItMeans() throws IOException {
        assertThat(read("{\"uuid\":1}", "{\"uu\\u0069d\":1}", "{\"uuid\":1}"))
                .containsExactly(List.of("uuid"), List.of("uuid"), List.of("uuid"));
    }

    @Test
    void aNameThatMerelyBeginsAsExpectedIsAnother() throws IOException {
        assertThat(read("{\"user\":1}", "{\"userID\":1}", "{\"use\":1}"))
                .containsExactly(List.of("user"), List.of("userID"), List.of("use"));
    }

    @Test
    void moreNamesThanAreKeptAreReadAllTheSame() throws IOException {
        List<String> many = IntStream.range(0, 200).mapToObj(i -> "n" + i).toList();

        assertThat(read(document(many), document(many))).containsExactly(many, many);
    }

    @Test
    void aLongNameIsReadAndNotKept() throws IOException {
        List<String> withLong = List.of("a", "x".repeat(65), "b");

        List<List<String>> read = read(document(withLong), document(withLong));

        assertThat(read).containsExactly(withLong, withLong);
        assertThat(read.get(1).get(1)).isNotSameAs(read.get(0).get(1));
    }

    @Test
    void whateverCameBeforeEachDocumentHasTheNamesItHas() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            List<List<String>> wanted =
                    Stream.generate(() -> names(random)).limit(8).toList();

            assertThat(read(wanted.stream().map(ExpectedNamesTest::document).toArray(String[]::new)))
                    .isEqualTo(wanted);
        }
    }

    private static List<String> names(Random random) {
        return IntStream.range(0, random.nextInt(70))
                .filter(i -> random.nextInt(4) > 0)
                .mapToObj(i -> "name".substring(0, 1 + i % 4) + random.nextInt(1 + i))
                .toList();
    }
}
