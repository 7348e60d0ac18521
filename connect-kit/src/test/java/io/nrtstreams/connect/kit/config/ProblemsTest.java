package io.nrtstreams.connect.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final ConfigDef KEYS = Key.define(
            new ConfigDef(),
            "Rotation",
            List.of(
                    Key.duration("rotate.age", Duration.ofMillis(100))
                            .defaultsTo("1m")
                            .doc("Age."),
                    Key.string("format")
                            .validator(Validators.oneOf("json", "csv"))
                            .required()
                            .doc("Format.")));

    @Test
    void reportsEveryProblemAtOnceWithItsKey() {
        Problems problems = new Problems();
        problems.add("format", "cannot be csv here");
        problems.parse("rotate.age", () -> Durations.parse("soon"));

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("format: cannot be csv here")
                .hasMessageContaining("rotate.age: expected a duration");
    }

    @Test
    void aNearMissOfOurKeysIsAProblemAndAStrangerIsNot() {
        Problems problems = new Problems();
        problems.addNearMisses(
                List.of("rotate.agee", "transforms.format", "some.other.thing", "format"),
                KEYS,
                List.of("transforms."));

        assertThat(problems.messages()).containsExactly("rotate.agee: there is no such key; did you mean rotate.age?");
    }

    @Test
    void namesBesideADefinitionMayBeMeantAsWell() {
        Problems problems = new Problems();
        problems.addNearMisses(List.of("older.nam", "format"), Set.of("older.name"), List.of());

        assertThat(problems.messages()).containsExactly("older.nam: there is no such key; did you mean older.name?");
    }

    @Test
    void tellsWhatIsWrongWithOneKey() {
        Problems problems = new Problems();
        problems.add("format", "cannot be csv here");

        assertThat(problems.of("format")).containsExactly("cannot be csv here");
        assertThat(problems.of("rotate.age")).isEmpty();
    }

    @Test
    void joinsConnectsOwnValidationWithoutRepeatingAMessage() {
        Map<String, String> given = Map.of("format", "cvs");
        Config config = new Config(KEYS.validate(given));
        Problems problems = new Problems();
        problems.add("formatt", "there is no such key");

        Config joined = problems.addTo(config);

        assertThat(joined.configValues())
                .filteredOn(value -> !value.errorMessages().isEmpty())
                .flatExtracting(value -> value.errorMessages())
                .anySatisfy(message ->
                        assertThat(message).contains("format: expected one of: json, csv (did you mean csv?)"))
                .anySatisfy(message -> assertThat(message).isEqualTo("formatt: there is no such key"));
    }

    @Test
    void aDurationBelowTheLeastIsRefused() {
        assertThatThrownBy(() -> KEYS.parse(Map.of("format", "json", "rotate.age", "5ms")))
                .hasMessageContaining("rotate.age: expected a duration of at least 100ms");
    }
}
