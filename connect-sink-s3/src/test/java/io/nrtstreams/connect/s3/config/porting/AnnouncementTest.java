package io.nrtstreams.connect.s3.config.porting;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.nrtstreams.connect.s3.S3SinkConnector;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a connector says, once, when it starts. */
class AnnouncementTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Ported.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private List<String> told(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void whatWasTranslatedIsToldOnceWithoutSecrets() throws IOException {
        new S3SinkConnector().start(Porter.resource("confluent-hourly.json"));

        assertThat(told(Level.INFO))
                .singleElement()
                .asString()
                .startsWith("keys of other S3 sinks are read as follows: ")
                .contains(
                        "flush.size as rotate.records=100000",
                        "path.format as partition.by=year={timestamp:yyyy}/month=",
                        "timestamp.extractor as timestamp.source=field:order.placed",
                        "s3.path.style.access.enabled (default there) as s3.path.style=true",
                        "aws.secret.access.key as s3.secret.access.key,")
                .doesNotContain("not-to-be-shown", "AKIDEXAMPLE");
    }

    @Test
    void whatHasNoEffectAndWhatDiffersIsAWarning() throws IOException {
        new S3SinkConnector().start(Porter.resource("confluent-hourly.json"));
        new S3SinkConnector().start(Porter.resource("aiven-daily.json"));

        assertThat(told(Level.WARN)).hasSize(2);
        assertThat(told(Level.WARN).get(0)).contains("s3.elastic.buffer.enable: has no effect: ");
        assertThat(told(Level.WARN).get(1))
                .contains("format.output.type: the value's own fields stand at the top of a record");
    }

    @Test
    void aConfigurationInKeysOfThisSinkAloneNeedsNoWord() {
        new S3SinkConnector().start(Map.of("s3.bucket", "lake", "timezone", "UTC", "rotate.records", "5"));

        assertThat(log.list).isEmpty();
    }
}
