package io.github.plexactivity.secrets;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an object of the library shows to who asks it all it can be asked without arguments, and what that shows. */
final class PublicFace {

    /** Those that do something. */
    private static final Set<String> ACTIONS = Set.of("start", "close", "resync", "build", "cancel", "faults");

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final String where;

    PublicFace(String where) {
        this.where = where;
    }

    void show(@Nullable Object shown) {
        if (shown == null || !seen.add(shown)) {
            return;
        }
        Ear.hear(where + " of " + shown.getClass().getSimpleName(), shown);
        if (shown instanceof Optional<?> optional) {
            optional.ifPresent(this::show);
        } else if (shown instanceof Collection<?> collection) {
            collection.forEach(this::show);
        } else if (shown instanceof Map<?, ?> map) {
            map.values().forEach(this::show);
        } else if (shown instanceof CompletableFuture<?> future) {
            future.whenComplete((value, failure) -> {
                show(value);
                show(failure);
            });
        } else if (shown.getClass().getPackageName().startsWith("io.github.plexactivity")) {
            questions(shown).forEach(question -> show(answer(question, shown)));
        }
    }

    private static Stream<Method> questions(Object shown) {
        Class<?> type = shown.getClass();
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .flatMap(each -> Arrays.stream(each.getMethods()))
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() != void.class
                        && method.getDeclaringClass() != Object.class
                        && !ACTIONS.contains(method.getName()));
    }

    private static @Nullable Object answer(Method question, Object shown) {
        try {
            return question.invoke(shown);
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
