package io.nrtstreams.connect.s3.config.porting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AivenPortingTest {
    private static final String JSON = "aws.s3.bucket.name=b; format.output.type=jsonl; ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws.access.key.id=a; aws.secret.access.key=b | s3.access.key.id=a; s3.secret.access.key=b",
                "aws_access_key_id=a; aws_secret_access_key=b | s3.access.key.id=a; s3.secret.access.key=b",
                "aws_s3_endpoint=http://minio:9000   | s3.endpoint=http://minio:9000; s3.path.style=true",
                "aws_s3_prefix=raw/                  | s3.prefix=raw",
                "aws.s3.sse.algorithm=aws:kms        | s3.sse=aws:kms",
                "aws.s3.backoff.delay.ms=100; aws.s3.backoff.max.delay.ms=20000 | s3.retry.backoff=100ms; s3.retry.backoff.max=20s",
                "aws.s3.backoff.max.retries=3        | s3.attempts=4",
                "aws.s3.part.size.bytes=5242880      | s3.part.size=5242880",
                "aws.credentials.provider=com.acme.P | s3.credentials.provider.class=com.acme.P",
                "aws.sts.role.arn=r; aws.sts.role.session.name=n; aws.sts.role.session.duration=3600 | s3.role.arn=r; s3.role.duration=1h; s3.role.session.name=n",
                "aws.sts.role.arn=r; aws.sts.role.external.id=e; aws.sts.config.endpoint=https://sts.eu-west-1.amazonaws.com | s3.role.arn=r; s3.role.external.id=e; s3.sts.endpoint=https://sts.eu-west-1.amazonaws.com",
                "aws.sts.config.endpoint=https://sts.amazonaws.com | ''",
                "file.max.records=100                | rotate.records=100",
                "file.max.records=0                  | ''",
                "output_compression=zstd             | compression=zstd",
                "output_fields=key,value             | envelope=key",
                "timestamp.timezone=Europe/Helsinki  | timezone=Europe/Helsinki",
                "file.name.timestamp.source=EVENT    | timestamp.source=record",
            })
    void aSingleKeyIsReadInAnyConfiguration(String written, String read) {
        assertThat(Porter.added(written)).isEqualTo(read);
        assertThat(Porter.port(written).refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{topic}}-{{partition}}-{{start_offset}}                  | ''       | ''",
                "dir1/dir2/{{topic}}-{{partition:padding=true}}-{{start_offset:padding=true}}.gz | dir1/dir2 | ''",
                "{{topic}}/{{partition}}/{{start_offset}}                  | ''       | {partition}",
                "{{ topic }}/p={{ partition : padding = false }}/x-{{start_offset}} | '' | p={partition}",
                "raw/{{topic}}/{{timestamp:unit=yyyy}}/{{timestamp:unit=MM}}/{{partition}}-{{start_offset}} | raw | {timestamp:yyyy}/{timestamp:MM}",
                "{{topic}}/dt={{timestamp:unit=YYYY}}-{{timestamp:unit=MM}}-{{timestamp:unit=dd}}/f-{{partition}}-{{start_offset}} | '' | dt={timestamp:yyyy-MM-dd}",
                "{{topic}}/{{timestamp:unit=yyyy}}{{timestamp:unit=MM}}/{{partition}}-{{timestamp:unit=HH}}/{{start_offset}} | '' | {timestamp:yyyyMM}/{partition}-{timestamp:HH}",
            })
    void theFoldersOfATemplateAreKept(String template, String prefix, String folders) {
        Ported ported = Porter.port(JSON + "file.name.timestamp.source=EVENT; file.name.template=" + template);

        assertThat(ported.refusals()).isEmpty();
        assertThat(ported.properties()).containsEntry("partition.by", folders);
        assertThat(ported.properties().getOrDefault("s3.prefix", "")).isEqualTo(prefix);
        assertThat(ported.remarks().get("file.name.template")).contains("only the folders of the template are kept");
    }

    @Test
    void aPrefixAndTheFixedFoldersOfATemplateAreOneFolder() {
        assertThat(Porter.port(
                                JSON
                                        + "aws.s3.prefix=lake/; file.name.template=raw/{{topic}}/{{partition}}-{{start_offset}}")
                        .properties())
                .containsEntry("s3.prefix", "lake/raw");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jsonl   | format=json",
                "json    | format=json-array",
                "avro    | format=avro",
                "parquet | format=parquet",
            })
    void formatsAreCalledOtherwise(String type, String read) {
        assertThat(Porter.port("aws.s3.bucket.name=b; format.output.type=" + type)
                        .properties())
                .containsAllEntriesOf(Porter.properties(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jsonl   | ''                            | gzip",
                "jsonl   | file.compression.type=none    | none",
                "json    | output_compression=zstd       | zstd",
                "parquet | ''                            | ''",
                "parquet | file.compression.type=snappy  | snappy",
                "avro    | ''                            | ''",
                "avro    | avro.codec=deflate            | deflate",
            })
    void compressionIsGzipThereUnlessTheFormatHasItsOwn(String type, String written, String compression) {
        assertThat(Porter.port("aws.s3.bucket.name=b; format.output.type=" + type + "; " + written)
                        .properties()
                        .getOrDefault("compression", ""))
                .isEqualTo(compression);
    }

    @Test
    void aFormatOfThisSinkThatHasItsOwnCodecIsNotZippedByDefault() {
        assertThat(Porter.port("aws.s3.bucket.name=b; format=parquet").properties())
                .doesNotContainKey("compression");
    }

    @ParameterizedTest
    @CsvSource({"''", "format.output.type=csv"})
    void linesOfPlainValuesAreBytes(String type) {
        assertThat(Porter.port("aws.s3.bucket.name=b; format.output.fields.value.encoding=none; " + type)
                        .properties())
                .containsEntry("format", "bytes")
                .containsEntry("bytes.separator", "\\n");
    }

    @Test
    void withTheKeyAmongTheFieldsRecordsWithoutAValueAreKeptAsThere() {
        assertThat(Porter.port(JSON + "format.output.fields=key,value").properties())
                .containsEntry("null.values", "write");
        assertThat(Porter.port(JSON + "format.output.fields=key,value; null.values=skip")
                        .properties())
                .containsEntry("null.values", "skip");
        assertThat(Porter.port(JSON).properties()).doesNotContainKey("null.values");
    }

    @Test
    void theDefaultsOnWhichTheStoredDataDependCountInItsConfigurations() {
        assertThat(Porter.added(JSON))
                .isEqualTo("compression=gzip; format=json; partition.by=; s3.bucket=b; s3.region=us-east-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file.name.template={{topic}}/{{timestamp:unit=dd}}/{{partition}}-{{start_offset}} | file.name.timestamp.source | is not set, and its default there is WALLCLOCK: a wall clock",
                "file.name.template={{key}}                  | file.name.template | set partition.by={key} instead",
                "file.name.template=dt={{timestamp:unit=dd}}/{{topic}}-{{partition}}-{{start_offset}} | file.name.template | set partition.by to what is to come below it, such as dt={timestamp:dd}",
                "file.name.template={{topic}}/{{start_offset}}/{{partition}} | file.name.template | the offset is in the file's name",
                "file.name.template={{topic}}/{{partition:padding=true}}/{{start_offset}} | file.name.template | not padded in folders",
                "file.name.template={{topic}}/{{timestamp:unit=ss}}/{{start_offset}} | file.name.template | with yyyy, MM, dd or HH",
                "aws.s3.prefix=raw                           | aws.s3.prefix | set s3.prefix instead",
                "aws.s3.prefix=raw/{{utc_date}}/             | aws.s3.prefix | set s3.prefix to a fixed folder, and partition.by",
                "format.output.type=xml                      | format.output.type | expected one of: avro, json, jsonl, parquet",
                "format.output.type=csv                      | format.output.type | set format=csv for columns",
                "format.output.fields=key                    | format.output.fields | add value, or set envelope",
                "format.output.fields=value,colour           | format.output.fields | expected a list of key, value, headers",
                "format.output.type=avro; file.compression.type=gzip | file.compression.type | block by block",
            })
    void whatMeansSomethingElseIsRefusedWithWhatToDoInstead(String written, String key, String message) {
        Map<String, String> refusals = Porter.port(JSON + written).refusals();

        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(key)).contains(message);
    }

    @Test
    void itsDefaultFormatIsRefusedAsItIsNotToBeHad() {
        assertThat(Porter.port("aws.s3.bucket.name=b").refusals().get("format.output.type"))
                .startsWith("is not set, and its default there is csv: ");
        assertThat(Porter.port("aws.s3.bucket.name=b; format=csv").refusals()).isEmpty();
    }

    @Test
    void itsOlderClockIsReadItsWayOnlyInItsConfigurations() {
        assertThat(Porter.port(JSON + "timestamp.source=wallclock").properties())
                .doesNotContainKey("timestamp.source");
        assertThat(Porter.port(JSON + "timestamp.source=event").properties())
                .containsEntry("timestamp.source", "record");
        assertThat(Porter.port("timestamp.source=wallclock").properties())
                .containsEntry("timestamp.source", "wallclock");
    }

    @Test
    void aConfigurationOfTwoOthersIsRefused() {
        assertThat(Porter.port("aws.s3.bucket.name=b; flush.size=3; format=json")
                        .refusals())
                .containsEntry(
                        "aws.s3.bucket.name",
                        "is a key of Aiven's S3 sink, while flush.size is one of Confluent's S3 sink: keep the keys of one");
    }
}
