package io.github.plexactivity.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the fuzzer looks for, asked of the inputs kept and of damage done to them. */
class KeptInputsTest {

    private static final long SEED = 20_261_101;

    private final PrintStream errors = System.err;

    /** The library below logs each illegal frame with a trace. */
    @BeforeEach
    void quiet() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }

    @AfterEach
    void heardAgain() {
        System.setErr(errors);
    }

    @ParameterizedTest
    @EnumSource
    void whatHoldsHoldsOfEveryInputKept(Target target) {
        target.kept().forEach(input -> hold(target, input));
    }

    @ParameterizedTest
    @EnumSource
    void whatHoldsHoldsOfDamagedInputs(Target target) {
        Damage damage = new Damage(target.kept(), SEED);
        for (int i = 0; i < target.damaged(); i++) {
            hold(target, damage.next());
        }
    }

    private static void hold(Target target, byte[] input) {
        try {
            target.property().hold(input);
        } catch (Throwable e) {
            throw new AssertionError(target + ", one character a byte: " + new String(input, ISO_8859_1), e);
        }
    }
}
