package io.nrtstreams.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.it.stack.ConnectClient;
import io.nrtstreams.it.stack.InProcessBroker;
import io.nrtstreams.it.stack.ObjectEndpoint;
import io.nrtstreams.it.stack.Project;
import io.nrtstreams.it.stack.Worker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the demo, given to connect-standalone as they are. */
class StandaloneIT {
    @TempDir
    Path folder;

    @Test
    void takesTheDemoConnectorsUnchangedAndRunsThem() throws Exception {
        Path demo = Project.connectorsConfig().resolve("demo");
        try (InProcessBroker broker = InProcessBroker.start(folder.resolve("broker"));
                ObjectEndpoint endpoint = ObjectEndpoint.start("nrt-test")) {
            Map<String, String> environment = new HashMap<>(endpoint.environment());
            environment.put("NRT_RATE", "100");
            environment.put(
                    "NRT_DATA", Project.connectorsConfig().resolve("data").toString());
            List<Path> files;
            try (var listed = Files.list(demo)) {
                files = listed.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
            try (Worker worker = Worker.standalone(broker.bootstrap(), folder.resolve("offsets"), environment, files)) {
                ConnectClient connect = new ConnectClient(worker.rest());
                List<String> names = ConnectClient.declaredIn(demo);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> names.stream().allMatch(connect::isRunning));
                assertThat(names).hasSize(10);
            }
        }
    }
}
