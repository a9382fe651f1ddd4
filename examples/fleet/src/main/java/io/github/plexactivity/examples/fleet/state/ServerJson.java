package io.github.plexactivity.examples.fleet.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/** Servers in JSON: {@code {"address":"http://…","token":"name"}}. Fields that it does not know are passed over. */
public final class ServerJson {

    private ServerJson() {}

    /**
     * Writes one.
     *
     * @param server to write
     * @return in UTF-8
     */
    public static byte[] write(ServerRecord server) {
        ObjectNode json = Json.object();
        json.put("address", server.address().toString());
        server.token().ifPresent(name -> json.put("token", name));
        return Json.bytes(json);
    }

    /**
     * Reads one.
     *
     * @param value in UTF-8
     * @return what it says
     * @throws UnreadableRecord if it is no server; the message repeats nothing of it, as it may hold a secret by mistake
     */
    public static ServerRecord read(byte[] value) {
        JsonNode json = Json.read(value);
        Optional<String> token = json.hasNonNull("token") ? Optional.of(Json.text(json, "token")) : Optional.empty();
        try {
            return new ServerRecord(URI.create(Json.text(json, "address")), token);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("its address or the name of its token cannot be used");
        }
    }
}
