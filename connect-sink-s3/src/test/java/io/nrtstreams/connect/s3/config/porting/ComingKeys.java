package io.nrtstreams.connect.s3.config.porting;

import io.nrtstreams.connect.s3.config.SinkKeys;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** The sink's keys together with those that are named by translations and not defined yet. */
final class ComingKeys {
    static final List<String> NAMES = List.of(
            "s3.acl",
            "s3.credentials.provider.class",
            "s3.proxy.password",
            "s3.proxy.url",
            "s3.proxy.user",
            "s3.retry.backoff",
            "s3.retry.backoff.max",
            "s3.role.arn",
            "s3.role.external.id",
            "s3.role.duration",
            "s3.role.session.name",
            "s3.sse",
            "s3.sse.customer.key",
            "s3.sse.kms.key.id",
            "s3.sts.endpoint",
            "s3.sts.region",
            "s3.tags",
            "rotate.record.time",
            "rotate.schedule",
            "open.files",
            "bytes.extension",
            "bytes.separator");

    private ComingKeys() {}

    static ConfigDef definition() {
        ConfigDef definition = SinkKeys.definition();
        NAMES.stream()
                .filter(name -> !definition.names().contains(name))
                .forEach(name -> definition.define(name, ConfigDef.Type.STRING, null, ConfigDef.Importance.LOW, ""));
        return definition;
    }
}
