package io.github.plexactivity.model;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Chooses activities. It is asked again as an activity changes, since {@code Context} arrives about a second after the
 * start, and no more once it matched. It runs on the callback executor and should answer from the activity alone.
 */
@FunctionalInterface
public interface ActivityFilter extends Predicate<Activity> {

    /**
     * Chooses every activity.
     *
     * @return the filter that always matches
     */
    static ActivityFilter any() {
        return activity -> true;
    }

    /**
     * Chooses by type.
     *
     * @param pattern a type as the server writes it; {@code *} stands for any run of characters, as in
     *     {@code library.*}
     * @return a filter on {@link Activity#type()}
     */
    static ActivityFilter type(String pattern) {
        Pattern glob = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
        return activity -> glob.matcher(activity.type()).matches();
    }

    /**
     * Chooses what works on one library section.
     *
     * @param id the section's id, as in {@code /library/sections/3}
     * @return a filter on {@code librarySectionID} of the context, sent as text or as a number
     */
    static ActivityFilter section(String id) {
        requireNonNull(id, "id");
        return activity -> id.equals(String.valueOf(activity.context().get("librarySectionID")));
    }

    /**
     * Chooses what works on one item or on what lies below it.
     *
     * @param key the item's key, as in {@code /library/metadata/1}
     * @return a filter on {@code key} of the context: equal, or below it as in {@code /library/metadata/1/children}
     */
    static ActivityFilter item(String key) {
        requireNonNull(key, "key");
        return activity -> {
            String own = String.valueOf(activity.context().get("key"));
            return own.equals(key) || own.startsWith(key + "/");
        };
    }

    /**
     * Chooses what runs for one account.
     *
     * @param id the account's id; 1 is the owner
     * @return a filter on {@link Activity#userId()}
     */
    static ActivityFilter user(long id) {
        OptionalLong wanted = OptionalLong.of(id);
        return activity -> activity.userId().equals(wanted);
    }

    @Override
    default ActivityFilter and(Predicate<? super Activity> other) {
        requireNonNull(other, "other");
        return activity -> test(activity) && other.test(activity);
    }

    @Override
    default ActivityFilter or(Predicate<? super Activity> other) {
        requireNonNull(other, "other");
        return activity -> test(activity) || other.test(activity);
    }

    @Override
    default ActivityFilter negate() {
        return activity -> !test(activity);
    }
}
