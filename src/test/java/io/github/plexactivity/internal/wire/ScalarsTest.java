package io.github.plexactivity.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScalarsTest {

    @Test
    void trueIsTrueAndFalseIsNot() {
        assertThat(Scalars.truth(true)).isTrue();
        assertThat(Scalars.truth(false)).isFalse();
    }

    @Test
    void aFractionIsWholeAsFarAsItIsExact() {
        assertThat(Scalars.whole(0x1p53)).hasValue(1L << 53);
        assertThat(Scalars.whole(-0x1p53)).hasValue(-(1L << 53));
        assertThat(Scalars.whole(0x1p53 + 2)).isEmpty();
        assertThat(Scalars.whole(0.5)).isEmpty();
    }
}
