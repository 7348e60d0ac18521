package io.nrtstreams.it.stack;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** A broker from Apache Kafka's own image. */
public final class ContainerBroker implements Broker {
    private final KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1");

    private ContainerBroker() {}

    public static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    public static ContainerBroker start() {
        ContainerBroker broker = new ContainerBroker();
        broker.container.start();
        return broker;
    }

    @Override
    public String bootstrap() {
        return container.getBootstrapServers();
    }

    @Override
    public void close() {
        container.stop();
    }
}
