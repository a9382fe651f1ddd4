/** What docs/publishing.md tells a program to require. */
module example.modular {
    requires io.github.plexactivity;
    requires okhttp3;
    requires com.fasterxml.jackson.core;
    requires org.java_websocket;
    requires org.slf4j;
    requires jdk.httpserver;
}
