package io.nrtstreams.connect.s3.config.porting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfluentPortingTest {
    private static final String P = "io.confluent.connect.storage.partitioner.";
    private static final String F = "io.confluent.connect.s3.format.";

    /** Short names of classes, as tables are wide. */
    private static String whole(String line) {
        return line.replace("$P", P).replace("$F", F);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "s3.part.retries=3             | s3.attempts=3",
                "s3.part.retries=0             | s3.attempts=1",
                "s3.retry.backoff.ms=200       | s3.retry.backoff=200ms",
                "s3.retry.backoff.ms=0         | s3.retry.backoff=1ms",
                "store.url=http://minio:9000   | s3.endpoint=http://minio:9000",
                "topics.dir=raw                | s3.prefix=raw",
                "topics.dir=                   | s3.prefix=",
                "s3.path.style.access.enabled=false | s3.path.style=false",
                "s3.acl.canned=bucket-owner-full-control | s3.acl=bucket-owner-full-control",
                "s3.object.tagging=true; s3.object.tagging.key.value.pairs=team:lake, stage:raw | s3.tags=team=lake,stage=raw",
                "s3.object.tagging.key.value.pairs=team:lake | \"\"",
                "aws.access.key.id=a; aws.secret.access.key=b | s3.access.key.id=a; s3.secret.access.key=b",
                "s3.ssea.name=aws:kms          | s3.sse=aws:kms",
                "s3.ssea.name=AES256           | s3.sse=AES256",
                "rotate.schedule.interval.ms=3600000 | rotate.schedule=1h",
                "rotate.schedule.interval.ms=-1 | \"\"",
                "rotate.interval.ms=3600000    | \"\"",
                "rotate.interval.ms=600000; partitioner.class=$PHourlyPartitioner | partition.by=year={timestamp:yyyy}/month={timestamp:MM}/day={timestamp:dd}/hour={timestamp:HH}; rotate.record.time=10m",
                "partitioner.max.open.files=50 | open.files=50",
                "partitioner.max.open.files=-1 | \"\"",
                "behavior.on.null.values=ignore | null.values=skip",
                "s3.compression.type=gzip; s3.compression.level=1 | compression=gzip; compression.level=1",
                "s3.compression.level=-1       | \"\"",
                "partitioner.class=$PDefaultPartitioner | partition.by=partition={partition}",
                "partitioner.class=$PDailyPartitioner   | partition.by=year={timestamp:yyyy}/month={timestamp:MM}/day={timestamp:dd}",
                "partitioner.class=$PFieldPartitioner; partition.field.name=site, loc.city | partition.by=site={value.site}/loc.city={value.loc.city}",
                "partitioner.class=$PTimeBasedPartitioner; path.format='dt'=YYYY-MM-dd/; partition.duration.ms=86400000 | partition.by=dt={timestamp:yyyy-MM-dd}",
                "partitioner.class=$PDailyPartitioner; timestamp.extractor=Record | partition.by=year={timestamp:yyyy}/month={timestamp:MM}/day={timestamp:dd}; timestamp.source=record",
                "partitioner.class=$PDailyPartitioner; timestamp.extractor=$PTimeBasedPartitioner$RecordFieldTimestampExtractor | partition.by=year={timestamp:yyyy}/month={timestamp:MM}/day={timestamp:dd}; timestamp.source=field:timestamp",
            })
    void aSingleKeyIsReadInAnyConfiguration(String written, String read) {
        assertThat(Porter.added(whole(written))).isEqualTo(whole(read));
        assertThat(Porter.port(whole(written)).refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$Fjson.JsonFormat; s3.compression.type=gzip    | compression=gzip; format=json",
                "$Fbytearray.ByteArrayFormat                    | bytes.extension=.bin; bytes.separator=\\n; format=bytes",
                "$Fbytearray.ByteArrayFormat; format.bytearray.extension=.dat; format.bytearray.separator=;; | bytes.extension=.dat; bytes.separator=\\n; format=bytes",
                "$Favro.AvroFormat                              | format=avro",
                "$Favro.AvroFormat; avro.codec=null             | compression=none; format=avro",
                "$Favro.AvroFormat; avro.codec=deflate          | compression=deflate; format=avro",
                "$Favro.AvroFormat; s3.compression.type=none    | format=avro",
                "$Fparquet.ParquetFormat                        | compression=snappy; format=parquet",
                "$Fparquet.ParquetFormat; parquet.codec=zstd    | compression=zstd; format=parquet",
                "$Fparquet.ParquetFormat; parquet.codec=uncompressed | compression=none; format=parquet",
            })
    void formatAndCodecAreReadTogether(String format, String read) {
        Map<String, String> ported =
                Porter.port(whole("format.class=" + format)).properties();

        assertThat(ported).containsAllEntriesOf(Porter.properties(read));
        assertThat(ported.containsKey("compression")).isEqualTo(read.contains("compression"));
    }

    @Test
    void theDefaultsOnWhichTheStoredDataDependCountInItsConfigurations() {
        assertThat(Porter.added("s3.bucket.name=b; flush.size=3"))
                .isEqualTo("null.values=fail; partition.by=partition={partition}; rotate.records=3; s3.bucket=b;"
                        + " s3.path.style=true; s3.prefix=topics; s3.region=us-west-2");
    }

    @Test
    void whatIsWrittenInKeysOfThisSinkGoesBeforeDefaults() {
        assertThat(Porter.port("flush.size=3; s3.prefix=raw; s3.region=eu-west-1; s3.path.style=false;"
                                + " null.values=skip; partition.by=all")
                        .properties())
                .containsAllEntriesOf(Porter.properties("s3.prefix=raw; s3.region=eu-west-1; s3.path.style=false;"
                        + " null.values=skip; partition.by=all; rotate.records=3"));
    }

    @Test
    void keysThatAreCalledTheSameAreReadItsWayOnlyInItsConfigurations() {
        assertThat(Porter.port("flush.size=3; locale=en_US; timezone=EST; s3.region=")
                        .properties())
                .containsAllEntriesOf(Porter.properties("locale=en-US; timezone=-05:00; s3.region=us-west-2"));
        assertThat(Porter.port("locale=en_US; timezone=EST").properties())
                .isEqualTo(Porter.properties("locale=en_US; timezone=EST"));
    }

    @Test
    void anEmptyValueIsAsGoodAsNone() {
        assertThat(Porter.port("path.format=; partition.field.name= ; s3.ssea.name=; avro.codec=")
                        .properties())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "s3.sse.customer.key=k; s3.ssea.name=AES256      | s3.sse.customer.key=k",
                "s3.sse.kms.key.id=k; s3.ssea.name=aws:kms       | s3.sse=aws:kms; s3.sse.kms.key.id=k",
                "s3.sse.kms.key.id=k; s3.ssea.name=AES256        | s3.sse=AES256",
            })
    void aKeyForEncryptionCountsWhereItsKindOfEncryptionIsOn(String written, String read) {
        Map<String, String> ported =
                new TreeMap<>(Porter.port("flush.size=3; " + written).properties());

        ported.keySet().removeIf(key -> !key.startsWith("s3.sse"));
        assertThat(ported).isEqualTo(Porter.properties(read));
    }

    @Test
    void aRoleIsTakenOnWhereItsProviderIsNamed() {
        String role = "s3.credentials.provider.sts.role.arn=r; s3.credentials.provider.sts.role.external.id=e;"
                + " s3.credentials.provider.sts.role.session.name=n; s3.credentials.provider.sts.region=eu-west-1";

        assertThat(Porter.added(
                        "s3.credentials.provider.class=io.confluent.connect.s3.auth.AwsAssumeRoleCredentialsProvider; "
                                + role))
                .isEqualTo("s3.role.arn=r; s3.role.external.id=e; s3.role.session.name=n; s3.sts.region=eu-west-1");
        assertThat(Porter.port(role).remarks()).hasSize(4);
        assertThat(Porter.port(role).properties()).isEmpty();
    }

    @Test
    void aProviderOfOnesOwnIsGivenItsOwnKeys() {
        String custom = "s3.credentials.provider.class=com.acme.Provider; s3.credentials.provider.sts.role.arn=r;"
                + " s3.credentials.provider.vault=v";

        assertThat(Porter.port("flush.size=3; " + custom).properties()).containsAllEntriesOf(Porter.properties(custom));
        assertThat(Porter.port(custom).properties()).isEqualTo(Porter.properties(custom));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "partitioner.class=$PTimeBasedPartitioner; path.format=HH | timestamp.extractor | is not set, and its default there is Wallclock: a wall clock gives a record",
                "partitioner.class=$PDailyPartitioner; timestamp.extractor=Wallclock | timestamp.extractor | set Record, or RecordField with timestamp.field",
                "partitioner.class=$PDailyPartitioner; timestamp.extractor=com.acme.Clock | timestamp.extractor | set timestamp.source to record or field:<path> instead",
                "partitioner.class=com.acme.TimeBasedPartitioner | partitioner.class | write the folder as a template in partition.by",
                "partitioner.class=$PFieldPartitioner | partitioner.class | this partitioner needs partition.field.name",
                "partitioner.class=$PTimeBasedPartitioner; timestamp.extractor=Record | partitioner.class | this partitioner needs path.format",
                "partitioner.class=$PTimeBasedPartitioner; timestamp.extractor=Record; path.format=YYYY/ww | path.format | at column 6: w (week) has no equal here",
                "partitioner.class=$PTimeBasedPartitioner; timestamp.extractor=Record; path.format=HH-mm; partition.duration.ms=900000 | partition.duration.ms | times are not cut to 15m here before they are shown, and path.format shows a change every 1m",
                "format.class=io.confluent.connect.s3.format.orc.OrcFormat | format.class | format classes are not loaded here; set format to json",
                "format.class=$Favro.AvroFormat; s3.compression.type=gzip | s3.compression.type | for avro set compression",
                "format.class=$Favro.AvroFormat; avro.codec=xz | avro.codec | expected one of: bzip2, deflate, null, snappy",
                "json.decimal.format=BASE64   | json.decimal.format     | decimals are written as numbers",
                "behavior.on.null.values=write | behavior.on.null.values | expected one of: fail, ignore",
                "store.kafka.keys=true        | store.kafka.keys        | set envelope=key instead",
                "store.kafka.headers=true     | store.kafka.headers     | set envelope=headers instead",
                "schema.compatibility=BACKWARD | schema.compatibility   | never projected",
                "max.write.duration.ms=1000   | max.write.duration.ms   | memory.budget and uploads.in.flight",
                "enable.conditional.writes=false | enable.conditional.writes | delivery=at-least-once",
                "s3.wan.mode=true             | s3.wan.mode             | there is no transfer acceleration here",
                "directory.delim=_            | directory.delim         | folders end with a slash",
                "file.delim=-                 | file.delim              | parted by +",
                "storage.class=com.acme.Disk  | storage.class           | set s3.storage.class",
                "s3.schema.partition.affix.type=PREFIX | s3.schema.partition.affix.type | no part of the folder",
                "s3.credentials.provider.class=com.amazonaws.auth.InstanceProfileCredentialsProvider | s3.credentials.provider.class | version 1 of the AWS SDK",
                "s3.credentials.provider.class=io.confluent.connect.s3.auth.AwsAssumeRoleCredentialsProvider | s3.credentials.provider.class | the role is missing: set s3.role.arn",
                "s3.sse.customer.key=secret   | s3.sse.customer.key     | it encrypts nothing there without s3.ssea.name=AES256",
                "s3.object.tagging=true; s3.object.tagging.key.value.pairs=a=b | s3.object.tagging | such as team:lake,stage:raw",
            })
    void whatMeansSomethingElseIsRefusedWithWhatToDoInstead(String written, String key, String message) {
        Map<String, String> refusals =
                Porter.port("flush.size=3; " + whole(written)).refusals();

        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(key)).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rotate.interval.ms=1000              | for a limit on a file's age set rotate.age",
                "s3.elastic.buffer.enable=true        | see memory.budget",
                "schemas.cache.config=100             | it concerns their schema conversion",
                "filename.offset.zero.pad.width=12    | always have 20 digits",
                "path.format=YYYY                     | only TimeBasedPartitioner reads it; set partition.by",
                "timestamp.extractor=Wallclock        | only a time partitioner reads it",
                "avro.codec=snappy                    | only format=avro reads it",
                "report.null.values.to.dlq=true       | null.values=fail sends",
                "s3.sse.kms.key.id=k                  | only s3.ssea.name=aws:kms reads it",
                "retry.backoff.ms=5000                | retry.timeout",
            })
    void whatHasNoEffectIsAcceptedAndTold(String written, String remark) {
        Ported ported = Porter.port("flush.size=3; " + written);

        assertThat(ported.refusals()).isEmpty();
        assertThat(ported.remarks()).hasSize(1);
        assertThat(ported.remarks().values())
                .first()
                .asString()
                .startsWith("has no effect: ")
                .contains(remark);
    }

    @ParameterizedTest
    @CsvSource({
        "storage.class=io.confluent.connect.s3.storage.S3Storage",
        "schema.compatibility=NONE",
        "file.delim=+",
        "enable.conditional.writes=true",
        "store.kafka.keys=false",
        "s3.object.tagging=false",
        "s3.credentials.provider.class=software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
        "partition.duration.ms=-1",
    })
    void whatIsSoHereAnywayNeedsNoWord(String written) {
        Ported ported = Porter.port("flush.size=3; " + written);

        assertThat(ported.refusals()).isEmpty();
        assertThat(ported.remarks()).isEmpty();
    }

    @Test
    void aKeyAndItsEqualHereMayBothBeSetOnlyWhereTheyAgree() {
        assertThat(Porter.port("flush.size=3; rotate.records=3").refusals()).isEmpty();
        assertThat(Porter.port("flush.size=3; rotate.records=4").refusals())
                .containsExactly(Map.entry(
                        "flush.size", "is rotate.records here, which is set as well and differs: keep one of them"));
        assertThat(Porter.port("aws.secret.access.key=a; s3.secret.access.key=b")
                        .refusals()
                        .toString())
                .doesNotContain("=a")
                .contains("s3.secret.access.key here");
    }

    @Test
    void twoKeysThatBecomeOneMustAgree() {
        assertThat(Porter.port("aws.s3.region=eu-west-1; aws_s3_region=eu-west-2")
                        .refusals())
                .containsExactly(Map.entry(
                        "aws_s3_region", "and aws.s3.region both are s3.region here, and differ: keep one of them"));
    }
}
