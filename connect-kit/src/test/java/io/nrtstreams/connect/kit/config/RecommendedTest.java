package io.nrtstreams.connect.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class RecommendedTest {
    private static final ConfigDef DEFINITION = Key.define(
            new ConfigDef(),
            "Group",
            List.of(
                    Key.string("feed")
                            .defaultsTo("energy")
                            .recommender(Recommended.of(List.of("energy", "replay")))
                            .doc("A feed."),
                    Key.string("replay.file")
                            .defaultsTo(null)
                            .recommender(Recommended.shownWhere("feed", "replay"))
                            .doc("A file.")));

    private static Map<String, ConfigValue> validated(Map<String, String> given) {
        return DEFINITION.validate(given).stream().collect(Collectors.toMap(ConfigValue::name, Function.identity()));
    }

    @Test
    void offersTheValuesAndForbidsNoOther() {
        ConfigValue feed = validated(Map.of("feed", "other")).get("feed");
        assertThat(feed.recommendedValues()).containsExactly("energy", "replay");
        assertThat(feed.errorMessages()).isEmpty();
    }

    @Test
    void showsAKeyOnlyWhereItHasAnEffect() {
        assertThat(validated(Map.of()).get("replay.file").visible()).isFalse();
        assertThat(validated(Map.of("feed", "Replay")).get("replay.file").visible())
                .isTrue();
        assertThat(validated(Map.of()).get("feed").visible()).isTrue();
    }
}
