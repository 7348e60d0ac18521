package io.nrtstreams.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {
    @Test
    void zeroBecomesAPortThatIsFree() {
        assertThat(new Port("broker", "--broker-port", 0).free().number()).isPositive();
    }

    @Test
    void aTakenPortIsNamedWithItsPartAndTheOptionThatChangesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Port port = new Port("S3 endpoint", "--s3-port", other.getLocalPort());

            assertThatThrownBy(port::free)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " for the S3 endpoint is taken")
                    .hasMessageContaining("--s3-port PORT")
                    .hasMessageContaining("--s3-port 0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void aNumberThatIsNoPortIsRefused(int number) {
        assertThatThrownBy(() -> new Port("page", "--port", number))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("--port: expected a port from 0 (any that is free) to 65535, got " + number);
    }
}
