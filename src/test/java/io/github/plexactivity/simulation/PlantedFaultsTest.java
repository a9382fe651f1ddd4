package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation proves little unless it goes red: each of these faults breaks a rule, most at the first seed. */
class PlantedFaultsTest {

    private static final int MOST_SEEDS = 500;

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsFound(PlantedFault fault) throws Exception {
        FaultyMonitor monitor = new FaultyMonitor(fault.patch());
        assertThat(Quiet.call(() -> monitor.firstViolation(Simulation.class, MOST_SEEDS)))
                .isPresent();
    }
}
