package io.github.plexactivity;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.model.ActivityChange;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** The rules of Reactive Streams, by their own test kit; each of its methods is run as a test of ours. */
public final class ChangeRules extends FlowPublisherVerification<ActivityChange> {

    /** Rules for publishers that fail: one of changes never does. */
    private static final Set<String> OF_FAILURE = Set.of(
            "required_spec109_mayRejectCallsToSubscribeIfPublisherIsUnableOrUnwillingToServeThemRejectionMustTriggerOnErrorAfterOnSubscribe");

    /** Where changes come from, as many as are wanted. */
    public interface Source extends AutoCloseable {

        /**
         * A publisher that completes after so many changes.
         *
         * @param elements more than anybody waits for where it is the largest number there is
         */
        Flow.Publisher<ActivityChange> publisher(long elements);

        @Override
        void close();
    }

    private final Source source;

    private ChangeRules(Source source) {
        super(new TestEnvironment(500, 50));
        this.source = source;
    }

    /** A test for each rule. No rule that is required is left out, but those for what fails. */
    public static Stream<DynamicTest> tests(Supplier<Source> sources) {
        return Arrays.stream(ChangeRules.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> verify(method, sources)));
    }

    private static void verify(Method method, Supplier<Source> sources) throws Throwable {
        try (Source source = sources.get()) {
            ChangeRules rules = new ChangeRules(source);
            rules.setUp();
            method.invoke(rules);
        } catch (InvocationTargetException failure) {
            Throwable cause = requireNonNull(failure.getCause());
            boolean required = method.getName().startsWith("required") && !OF_FAILURE.contains(method.getName());
            Assumptions.assumeFalse(cause instanceof SkipException && !required, cause.getMessage());
            throw cause;
        }
    }

    @Override
    public long maxElementsFromPublisher() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Flow.Publisher<ActivityChange> createFlowPublisher(long elements) {
        return source.publisher(elements);
    }

    @Override
    public Flow.@Nullable Publisher<ActivityChange> createFailedFlowPublisher() {
        return null; // it never fails
    }

    /**
     * A subscriber that the kit brought.
     *
     * @param told done after each change that it was told
     */
    public record Watched(Flow.Subscriber<? super ActivityChange> subscriber, Runnable told)
            implements Flow.Subscriber<ActivityChange> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ActivityChange change) {
            subscriber.onNext(change);
            told.run();
        }

        @Override
        public void onError(Throwable error) {
            subscriber.onError(error);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
