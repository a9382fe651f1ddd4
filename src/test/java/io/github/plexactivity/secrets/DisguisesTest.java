package io.github.plexactivity.secrets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds nothing proves little, unless it finds what is hidden. */
class DisguisesTest {

    private static final String SECRET = "s3cr%22\"\\+/=&<'>~T0ken";

    private final Disguises disguises = new Disguises(SECRET);

    static Stream<String> hidingPlaces() {
        byte[] bytes = SECRET.getBytes(UTF_8);
        HexFormat hex = HexFormat.of();
        return Stream.of(
                SECRET,
                SECRET.toUpperCase(java.util.Locale.ROOT),
                SECRET.substring(3, 15),
                new StringBuilder(SECRET).reverse().toString(),
                URLEncoder.encode(SECRET, UTF_8),
                URLEncoder.encode(URLEncoder.encode(SECRET, UTF_8), UTF_8),
                HttpUrl.get("http://a/")
                        .newBuilder()
                        .addQueryParameter("t", SECRET)
                        .build()
                        .toString(),
                HttpUrl.get("http://a/")
                        .newBuilder()
                        .addPathSegment(SECRET)
                        .build()
                        .toString(),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("a" + SECRET + "b").getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(UTF_8)),
                Base64.getMimeEncoder().encodeToString(("ab" + SECRET).getBytes(UTF_8)),
                hex.formatHex(bytes),
                hex.withUpperCase().withDelimiter(":").formatHex(bytes),
                hex.withPrefix("0x").withDelimiter(", ").formatHex(bytes),
                Arrays.toString(bytes),
                "{\"token\":\"" + SECRET.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}",
                new String(SECRET.getBytes(UTF_16BE), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("hidingPlaces")
    void aHiddenSecretIsFound(String text) {
        assertThat(disguises.in("before " + text + " behind")).isPresent();
    }

    @Test
    void whatIsNoSecretIsNotFound() {
        assertThat(disguises.in("X-Plex-Token: s3cret, T0ken 115 51 99 [73 33]"))
                .isEmpty();
    }
}
