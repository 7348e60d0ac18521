package io.nrtstreams.connect.s3.config.porting;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.config.SinkKeys;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every key that the other sinks define is known, and what it becomes exists. */
class PeerTablesTest {
    private static final List<String> CONFLUENT = words("""
            format.class flush.size rotate.interval.ms rotate.schedule.interval.ms retry.backoff.ms
            filename.offset.zero.pad.width avro.codec parquet.codec schemas.cache.config enhanced.avro.schema.support
            connect.meta.data allow.optional.map.keys schema.compatibility s3.bucket.name s3.region s3.part.size
            s3.part.retries s3.retry.backoff.ms s3.compression.type s3.compression.level s3.acl.canned s3.ssea.name
            s3.sse.customer.key s3.sse.kms.key.id s3.wan.mode s3.path.style.access.enabled s3.http.send.expect.continue
            s3.send.digest s3.object.tagging s3.object.tagging.key.value.pairs s3.object.behavior.on.tagging.error
            s3.proxy.url s3.proxy.user s3.proxy.password s3.credentials.provider.class aws.access.key.id
            aws.secret.access.key s3.schema.partition.affix.type s3.elastic.buffer.enable s3.elastic.buffer.init.capacity
            enable.conditional.writes max.write.duration.ms rotate.file.on.partition.change json.decimal.format
            format.bytearray.extension format.bytearray.separator behavior.on.null.values report.null.values.to.dlq
            tombstone.encoded.partition max.files.scan.limit partitioner.max.open.files
            s3.credentials.provider.sts.role.arn s3.credentials.provider.sts.role.session.name
            s3.credentials.provider.sts.role.external.id s3.credentials.provider.sts.region store.kafka.keys
            store.kafka.headers keys.format.class headers.format.class storage.class store.url topics.dir directory.delim
            file.delim partitioner.class partition.field.name partition.duration.ms path.format locale timezone
            timestamp.extractor timestamp.field
            """);
    private static final List<String> AIVEN = words("""
            aws.access.key.id aws.secret.access.key aws.s3.bucket.name aws.s3.endpoint aws.s3.region aws.s3.prefix
            aws.s3.part.size.bytes aws.s3.sse.algorithm aws.credentials.provider aws.sts.role.arn aws.sts.role.external.id
            aws.sts.role.session.name aws.sts.role.session.duration aws.sts.config.endpoint aws.s3.backoff.delay.ms
            aws.s3.backoff.max.delay.ms aws.s3.backoff.max.retries file.name.template file.prefix.template
            file.compression.type file.max.records file.name.timestamp.timezone file.name.timestamp.source
            timestamp.timezone timestamp.source format.output.type format.output.fields
            format.output.fields.value.encoding format.output.envelope aws_access_key_id aws_secret_access_key
            aws_s3_bucket aws_s3_endpoint aws_s3_region aws_s3_prefix output_compression output_fields
            """);

    private static List<String> words(String text) {
        return List.of(text.trim().split("\\s+"));
    }

    @Test
    void everyKeyOfTheOthersIsKnown() {
        assertThat(Peer.CONFLUENT.keys().keySet()).containsExactlyInAnyOrderElementsOf(CONFLUENT);
        assertThat(Peer.AIVEN.keys().keySet()).containsAll(AIVEN);
    }

    @Test
    void whatAKeyBecomesExists() {
        Set<String> targets = Peer.ALL.stream()
                .flatMap(peer -> peer.keys().values().stream())
                .flatMap(key -> key.targets().stream())
                .collect(Collectors.toSet());

        assertThat(SinkKeys.definition().names()).containsAll(targets);
    }

    @Test
    void secretsOfTheOthersAreNotShown() {
        assertThat(Peer.ALL.stream()
                        .flatMap(peer -> peer.keys().values().stream())
                        .filter(key -> key.name().matches(".*(password|secret|customer.key|access.key|access_key).*"))
                        .toList())
                .isNotEmpty()
                .allMatch(key -> key.has(PeerKey.Trait.SECRET));
    }
}
