package io.nrtstreams.it;

import io.nrtstreams.it.stack.Broker;
import io.nrtstreams.it.stack.ContainerBroker;
import org.junit.jupiter.api.Assumptions;

/** The suite over a broker in a container, where a Docker engine answers. */
class ConnectorsOnContainersIT extends ConnectorsSuite {
    @Override
    Broker startBroker() {
        boolean docker = ContainerBroker.dockerAnswers();
        if (!docker) {
            System.out.println("SKIPPED: the connector suite on containers, because no Docker engine answers");
        }
        Assumptions.assumeTrue(docker, "no Docker engine answers");
        return ContainerBroker.start();
    }
}
