/** What docs/publishing.md tells a program to require. */
module example.modular {
    // snippet: requires
    requires io.github.plexactivity;
    requires okhttp3;
    requires com.fasterxml.jackson.core;
    requires org.java_websocket;
    requires org.slf4j;
    // end
    requires jdk.httpserver;
}
