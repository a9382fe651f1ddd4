package io.github.plexactivity.examples.springboot.autoconfigure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which server is followed.
 *
 * @param server its address, by http or https; without one nothing is followed
 * @param token what it wants to be shown; empty where it wants none
 */
@Validated
@ConfigurationProperties("plex.activity")
public record PlexActivityProperties(
        URI server, @Valid @DefaultValue("") Token token) {

    /** {@return whether the server's address is one} */
    @AssertTrue(message = "must be an address that begins with http:// or https://")
    public boolean isServerAnAddress() {
        String scheme = server == null ? null : server.getScheme();
        return scheme != null
                && server.getHost() != null
                && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
    }
}
