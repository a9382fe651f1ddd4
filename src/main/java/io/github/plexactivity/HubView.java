package io.github.plexactivity;

import io.github.plexactivity.model.Activity;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The views of all servers, seen as one. Immutable, as they are, and without a copy of what is in them. */
final class HubView extends AbstractMap<ActivityHub.Key, Activity> {

    static final HubView EMPTY = new HubView(Map.of());

    private final Map<String, Map<String, Activity>> servers;
    private final int size;

    private HubView(Map<String, Map<String, Activity>> servers) {
        this.servers = servers;
        this.size = servers.values().stream().mapToInt(Map::size).sum();
    }

    /** What the servers show now: this view, if that is the same. */
    HubView now(Collection<HubServer> present) {
        Map<String, Map<String, Activity>> views = new LinkedHashMap<>();
        present.forEach(server -> views.put(server.name(), server.monitor().activities()));
        return isOf(views) ? this : new HubView(views);
    }

    @SuppressWarnings("ReferenceEquality") // Each monitor shows the same map until something changes.
    private boolean isOf(Map<String, Map<String, Activity>> views) {
        return views.size() == servers.size()
                && views.entrySet().stream().allMatch(view -> servers.get(view.getKey()) == view.getValue());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable Activity get(@Nullable Object key) {
        if (key instanceof ActivityHub.Key wanted) {
            Map<String, Activity> server = servers.get(wanted.server());
            return server == null ? null : server.get(wanted.uuid());
        }
        return null;
    }

    @Override
    public Set<Entry<ActivityHub.Key, Activity>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<ActivityHub.Key, Activity>> iterator() {
                return entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private Iterator<Entry<ActivityHub.Key, Activity>> entries() {
        return servers.entrySet().stream()
                .flatMap(server -> server.getValue().values().stream()
                        .map(activity -> Map.entry(new ActivityHub.Key(server.getKey(), activity.uuid()), activity)))
                .iterator();
    }
}
