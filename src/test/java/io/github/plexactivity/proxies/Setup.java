package io.github.plexactivity.proxies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A configuration of a proxy: a file in {@code src/test/resources/proxies}. */
enum Setup {
    NGINX_RIGHT,
    NGINX_PREFIX,
    NGINX_TLS,
    NGINX_GZIP,
    NGINX_DEFAULT,
    NGINX_BUFFERED,
    NGINX_NO_UPGRADE,
    NGINX_IDLE,
    NGINX_MAINTENANCE,
    HAPROXY_RIGHT,
    HAPROXY_PREFIX,
    HAPROXY_TLS,
    HAPROXY_GZIP,
    HAPROXY_IDLE,
    CADDY_RIGHT,
    CADDY_PREFIX,
    CADDY_TLS,
    CADDY_GZIP,
    CADDY_GZIP_UNASKED;

    static final Path FOLDER = Path.of("src/test/resources/proxies");

    Program program() {
        return Arrays.stream(Program.values())
                .filter(program -> name().startsWith(program.name() + "_"))
                .findFirst()
                .orElseThrow();
    }

    /** For example {@code nginx-right.conf}. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".conf";
    }

    boolean isTls() {
        return name().endsWith("_TLS");
    }

    /** What a server behind it is reached by. */
    String path() {
        return name().endsWith("_PREFIX") ? "/plex" : "";
    }

    /** What it holds, as people would have it. */
    String text() {
        return read(file());
    }

    /** What stands around it for a test. */
    String frame() {
        return read(program().command() + ".conf");
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
