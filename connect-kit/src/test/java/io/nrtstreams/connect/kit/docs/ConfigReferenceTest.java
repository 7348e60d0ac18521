package io.nrtstreams.connect.kit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
    @Test
    void printsAGroupWithTheDefaultTheAcceptedValuesAndTheMeaning() {
        ConfigDef keys = Key.define(
                new ConfigDef(),
                "Format",
                List.of(
                        Key.string("format")
                                .validator(Validators.oneOf("json", "csv"))
                                .defaultsTo("json")
                                .doc("How a record is written, e.g. a|b."),
                        Key.password("secret").required().doc("A secret.")));

        assertThat(ConfigReference.markdown("Sink", "What it does.", keys))
                .contains("# Sink\n")
                .contains("## Format\n")
                .contains(
                        "| `format` | string | `json` | one of: json, csv | medium | How a record is written, e.g. a\\|b. |")
                .contains("| `secret` | password | **required** |  | medium | A secret. |");
    }
}
