package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.MonitorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an XML body names outside of itself is never opened. A parser that did would wait for its answer for ever. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XmlIsolationTest {

    private static final String LIST =
            "<MediaContainer size=\"1\"><Activity uuid=\"a1\" title=\"%s\">%s</Activity></MediaContainer>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM \"%s\">",
                "<!DOCTYPE a PUBLIC \"-//A//B\" \"%s\">",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"%s\">]>",
                "<!DOCTYPE a [<!ENTITY % b SYSTEM \"%s\"> %b;]>",
                "<!DOCTYPE a [<!ENTITY % b SYSTEM \"%s\"> %b; %b;]>",
                "<!DOCTYPE a [<!ATTLIST Activity x CDATA \"&b;\"><!ENTITY b SYSTEM \"%s\">]>",
                "<?xml-stylesheet href=\"%s\"?><!DOCTYPE a [<!NOTATION b SYSTEM \"%s\">]>"
            })
    void noServerIsAsked(String prologue) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/b";

            assertRefused(prologue.replace("%s", address) + LIST.formatted("", "&b;"));
            assertRefused(prologue.replace("%s", address) + LIST.formatted("&b;", ""));

            server.setSoTimeout(1); // Whoever asked is waiting by now: the decoder has returned.
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a [<!ENTITY b SYSTEM \"%s\">]>", "<!DOCTYPE a SYSTEM \"%s\">"})
    void noFileIsRead(String prologue, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("b.dtd"), "<!ENTITY b \"a secret\">");

        assertRefused(prologue.formatted(file.toUri()) + LIST.formatted("", "&b;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%a"})
    void entitiesThatMultiplyAreNotUnfolded(String kind) {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY %sa%d \"&a%d;&a%d;\">".formatted(kind.equals("a") ? "" : "% ", i, i - 1, i - 1));
        }

        assertRefused(laughs + "]>" + LIST.formatted("&a39;", "&a39;"));
    }

    private static void assertRefused(String body) {
        assertThatThrownBy(() ->
                        new SnapshotDecoder(uuid -> null).decode(new ByteArrayInputStream(body.getBytes(UTF_8)), 10))
                .isInstanceOf(MonitorException.Malformed.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "127.0.0.1"));
    }
}
