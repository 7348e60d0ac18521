package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.cleaning.Connectors.Chain;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Device values as they really were, through the rules of the connectors that the project ships. */
class DemoConnectorsTest {
    private final Chain<SourceRecord> energy = Connectors.demo("energy-source.json");
    private final Chain<SourceRecord> tiktok = Connectors.demo("tiktok-source.json");
    private final Chain<SinkRecord> weather = Connectors.demo("weather-s3-json.json");

    @Test
    void aMeterReadingIsTyped() {
        Struct value = (Struct) energy.apply(Records.source("1669875330,12345434,0.014830261,Pune"))
                .value();

        assertThat(value.get("time")).isEqualTo(1669875330L);
        assertThat(value.get("userId")).isEqualTo(12345434L);
        assertThat(value.get("usage")).isEqualTo(0.014830261);
        assertThat(value.get("location")).isEqualTo("Pune");
        assertThat(value.schema().field("usage").schema().type()).isEqualTo(Schema.Type.FLOAT64);
        assertThat(value.schema().field("usage").schema().isOptional()).isTrue();
    }

    @Test
    void anExponentAsPythonPrintsItIsANumber() {
        Struct value = (Struct)
                energy.apply(Records.source("1669875330,12345434,9.3e-05,Pune")).value();

        assertThat(value.get("usage")).isEqualTo(9.3e-05);
    }

    @ParameterizedTest
    @CsvSource({"Pune India,Pune", "Fullerton US,Fullerton", "Los Angeles US,Los Angeles", "Fullerton,Fullerton"})
    void bothVocabulariesOfLocationBecomeOne(String given, String expected) {
        Struct value = (Struct)
                energy.apply(Records.source("1669875330,12345434,0.1," + given)).value();

        assertThat(value.get("location")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1669875330,12345434,Null,Pune; usage; require; expected a value, found nothing",
                "1669875330,12345434,,Pune; usage; require; expected a value, found nothing",
                "1669875330,12345434,abc,Pune; usage; to float64 else reject; expected a number that fits float64",
                "1669875330,12345434,0.2,Pune; usage; range 0..0.15 else reject; expected a number from 0 to 0.15",
                "1669875330,12345434,0.1; ''; csv; expected 4 columns, found 3",
                "1669875330,12345434,0.1,Pune,x; ''; csv; expected 4 columns, found 5",
                "noon,12345434,0.1,Pune; time; time:int64; expected a whole number that fits int64",
                "16698.5,12345434,0.1,Pune; time; time:int64; expected a whole number that fits int64"
            })
    void aDirtyMeterReadingGoesToTheTopicOfRejectsWithItsReason(
            String given, String field, String rule, String reason) {
        SourceRecord rejected = energy.apply(Records.source("energy_consumption", "12345434", given));

        assertThat(rejected.topic()).isEqualTo("energy_consumption.rejected");
        assertThat(header(rejected, "nrt.rejected.field")).isEqualTo(field);
        assertThat(header(rejected, "nrt.rejected.rule")).isEqualTo(rule);
        assertThat(header(rejected, "nrt.rejected.reason")).isEqualTo(reason);
    }

    @Test
    void aVideoViewIsTyped() {
        Struct value = (Struct) tiktok.apply(Records.source("1670030994.123456,Fitness/sports,12,1"))
                .value();

        assertThat((Double) value.get("time")).isCloseTo(1670030994.123456, within(1e-6));
        assertThat(value.get("category")).isEqualTo("Fitness/sports");
        assertThat(value.get("watchTime")).isEqualTo(12);
        assertThat(value.get("liked")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1670030994.12,Gardening,12,1; category",
                "1670030994.12,,12,1; category",
                "1670030994.12,Dance,30,1; watchTime",
                "1670030994.12,Dance,-1,1; watchTime",
                "1670030994.12,Dance,Null,1; watchTime",
                "1670030994.12,Dance,12,2; liked",
                "1670030994.12,Dance,12,yes; liked"
            })
    void aDirtyVideoViewIsRejectedForTheFieldThatIsDirty(String given, String field) {
        assertThat(header(tiktok.apply(Records.source(given)), "nrt.rejected.field"))
                .isEqualTo(field);
    }

    @Test
    void aPythonDictOfWeatherIsARecord() {
        Struct value = (Struct) weather.apply(Records.sink(Weather.PUNE)).value();

        Struct location = value.getStruct("location");
        Struct current = value.getStruct("current");
        assertThat(location.get("name")).isEqualTo("Pune");
        assertThat(location.get("lat")).isEqualTo(18.53);
        assertThat(location.get("localtime_epoch")).isEqualTo(1669753776L);
        assertThat(location.get("localtime")).isEqualTo("2022-11-30 1:59");
        assertThat(current.get("temp_f")).isEqualTo(68.0);
        assertThat(current.get("is_day")).isEqualTo(0);
        assertThat(current.get("wind_degree")).isEqualTo(111.0);
        assertThat(current.get("humidity")).isEqualTo(51.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'message': 'You have exceeded the quota'}; field current.cloud, rule `require`: expected a value, found nothing",
                "{'location': {'name': 'Pune', 'localtime_epoch': 1669753776}}; field current.cloud, rule `require`",
                "{'location': {'name': 'Pune', 'localtime_ep; rule `lenient-json`: expected a field name that is well-formed and closed"
            })
    void aDirtyWeatherRecordGoesToTheDeadLetterQueueWithItsPlaceAndReason(String given, String reason) {
        assertThatThrownBy(() -> weather.apply(Records.sink(given)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(" rejected the record weather-2@41: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'temp_f': 68.0; 'temp_f': 500.0; field current.temp_f, rule `range -80..140`: expected a number from -80 to 140",
                "'temp_f': 68.0; 'temp_f': None; field current.temp_f, rule `require`: expected a value, found nothing",
                "'temp_c': 20.0; 'temp_c': 68.0; field current.temp_c, rule `range -60..60`: expected a number from -60 to 60",
                "'temp_c': 20.0; 'temp_c': 40.0; rule `check fahrenheit: abs(current.temp_f - (current.temp_c * 1.8 + 32)) <= 0.3`: expected the condition to hold"
            })
    void aReportThatCannotBeRightIsSetAside(String right, String wrong, String reason) {
        aDirtyWeatherRecordGoesToTheDeadLetterQueueWithItsPlaceAndReason(Weather.PUNE.replace(right, wrong), reason);
    }

    @Test
    void humidityOutOfRangeBecomesNullAndTheRestIsKept() {
        String given = Weather.PUNE.replace("'humidity': 51", "'humidity': 151");

        Struct value = (Struct) weather.apply(Records.sink(given)).value();

        assertThat(value.getStruct("current").get("humidity")).isNull();
        assertThat(value.getStruct("current").get("temp_c")).isEqualTo(20.0);
    }

    private static Object header(SourceRecord record, String name) {
        return record.headers().lastWithName(name).value();
    }
}
