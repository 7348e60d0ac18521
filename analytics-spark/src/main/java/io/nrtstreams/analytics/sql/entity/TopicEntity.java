package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of topics and their schemas. */
public sealed interface TopicEntity extends Entity {

    /** SHOW TOPICS. */
    @JsonTypeName("kafka_topics")
    record Topics(String statementText, List<Topic> topics, List<Warning> warnings) implements TopicEntity {
        public Topics {
            topics = List.copyOf(topics);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A topic.
     *
     * @param replicaInfo how many replicas each partition has
     */
    record Topic(String name, List<Integer> replicaInfo) {
        public Topic {
            replicaInfo = List.copyOf(replicaInfo);
        }
    }

    /** SHOW TOPICS EXTENDED. */
    @JsonTypeName("kafka_topics_extended")
    record ExtendedTopics(String statementText, List<ExtendedTopic> topics, List<Warning> warnings)
            implements TopicEntity {
        public ExtendedTopics {
            topics = List.copyOf(topics);
            warnings = List.copyOf(warnings);
        }
    }

    /** A topic and who reads it by consumer groups. */
    record ExtendedTopic(String name, List<Integer> replicaInfo, int consumerCount, int consumerGroupCount) {
        public ExtendedTopic {
            replicaInfo = List.copyOf(replicaInfo);
        }
    }

    /** ASSERT TOPIC that holds. */
    @JsonTypeName("assert_topic")
    record AssertedTopic(String statementText, String topicName, boolean exists, List<Warning> warnings)
            implements TopicEntity {
        public AssertedTopic {
            warnings = List.copyOf(warnings);
        }
    }

    /** ASSERT SCHEMA that holds. */
    @JsonTypeName("assert_schema")
    record AssertedSchema(
            String statementText,
            @Nullable String subject,
            @Nullable Integer id,
            boolean exists,
            List<Warning> warnings)
            implements TopicEntity {
        public AssertedSchema {
            warnings = List.copyOf(warnings);
        }
    }
}
