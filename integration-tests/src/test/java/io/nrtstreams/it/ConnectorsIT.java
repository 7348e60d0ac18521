package io.nrtstreams.it;

import io.nrtstreams.it.stack.Broker;
import io.nrtstreams.it.stack.InProcessBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a production broker in this process. */
class ConnectorsIT extends ConnectorsSuite {
    @TempDir
    static Path folder;

    @Override
    Broker startBroker() throws Exception {
        return InProcessBroker.start(folder);
    }
}
