package io.github.plexactivity.examples.fleet.state;

/**
 * What an activity is found by among those of all servers: two servers may use the same uuid.
 *
 * @param server the server's name, the key of its record
 * @param uuid the activity's
 */
public record ActivityKey(String server, String uuid) {

    /**
     * {@return the key of its records: the name, a slash, the uuid} A slash of the name is written {@code %2F} and a
     * percent sign {@code %25}, so that the first slash is where the uuid begins, whatever that holds.
     */
    public String text() {
        return server.replace("%", "%25").replace("/", "%2F") + "/" + uuid;
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @param text the key of a record
     * @return what it names
     * @throws UnreadableRecord if it is no such key
     */
    public static ActivityKey read(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new UnreadableRecord("its key is not of the form server/uuid");
        }
        String server = text.substring(0, slash).replace("%2F", "/").replace("%25", "%");
        return new ActivityKey(server, text.substring(slash + 1));
    }
}
