package io.github.plexactivity.examples.springboot.autoconfigure;

import io.github.plexactivity.ActivityMonitor;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A monitor of the server that {@code plex.activity.server} names, which runs as long as the application does. What needs more
 * than an address and a token, such as a client that trusts another certificate, is said by a monitor of the application's own.
 */
@AutoConfiguration
@ConditionalOnProperty("plex.activity.server")
@EnableConfigurationProperties(PlexActivityProperties.class)
public class PlexActivityAutoConfiguration {

    /** Made by Spring. */
    public PlexActivityAutoConfiguration() {}

    /** Spring closes it, as it does all that can be closed. */
    @Bean
    @ConditionalOnMissingBean
    ActivityMonitor plexActivityMonitor(PlexActivityProperties properties) {
        ActivityMonitor.Builder builder = ActivityMonitor.builder(properties.server());
        Token token = properties.token();
        return (token.isNone() ? builder : builder.token(token.text())).build();
    }

    @Bean
    ActivityEvents plexActivityEvents(ActivityMonitor monitor, ApplicationEventPublisher events) {
        return new ActivityEvents(monitor, events);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class Health {

        @Bean
        @ConditionalOnEnabledHealthIndicator("plexactivity")
        PlexActivityHealthIndicator plexActivityHealthIndicator(ActivityMonitor monitor) {
            return new PlexActivityHealthIndicator(monitor::status);
        }
    }

    /** Where the actuator is told to show values, it shows all but the token, under whatever name it was found. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static class Secrecy {

        @Bean
        SanitizingFunction plexTokenSanitizingFunction(PlexActivityProperties properties) {
            Token token = properties.token();
            return SanitizingFunction.sanitizeValue()
                    .ifKeyMatches(key -> key.toLowerCase(Locale.ROOT).contains("plex")
                            && key.toLowerCase(Locale.ROOT).contains("token"))
                    .ifValueStringMatches(value -> !token.isNone() && value.contains(token.text()));
        }
    }
}
