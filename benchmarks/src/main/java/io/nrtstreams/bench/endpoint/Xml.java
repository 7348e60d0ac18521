package io.nrtstreams.bench.endpoint;

import java.util.List;
import java.util.Map;

/** The bodies of answers. */
final class Xml {
    private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    private Xml() {}

    static String error(Refusal refusal) {
        return document(
                "Error", element("Code", refusal.code()) + element("Message", String.valueOf(refusal.getMessage())));
    }

    static String uploadBegun(String bucket, String key, String id) {
        String content = element("Bucket", bucket) + element("Key", key) + element("UploadId", id);
        return document("InitiateMultipartUploadResult", content);
    }

    static String uploadCompleted(String bucket, String key, String etag) {
        String content = element("Bucket", bucket) + element("Key", key) + element("ETag", etag);
        return document("CompleteMultipartUploadResult", content);
    }

    static String uploads(String bucket, Map<String, String> keysById) {
        StringBuilder content = new StringBuilder(element("Bucket", bucket)).append(element("IsTruncated", "false"));
        keysById.forEach((id, key) -> content.append("<Upload>")
                .append(element("Key", key))
                .append(element("UploadId", id))
                .append(element("Initiated", "2026-01-01T00:00:00.000Z"))
                .append("</Upload>"));
        return document("ListMultipartUploadsResult", content.toString());
    }

    /** A page of objects; {@code next} is empty where it is the last one. */
    static String objects(String prefix, List<Map.Entry<String, Bucket.Stored>> page, String next) {
        StringBuilder content = new StringBuilder(element("Prefix", prefix))
                .append(element("KeyCount", Integer.toString(page.size())))
                .append(element("IsTruncated", Boolean.toString(!next.isEmpty())))
                .append(next.isEmpty() ? "" : element("NextContinuationToken", next));
        page.forEach(entry -> content.append("<Contents>")
                .append(element("Key", entry.getKey()))
                .append(element("Size", Long.toString(entry.getValue().content().bytes())))
                .append(element("ETag", entry.getValue().etag()))
                .append(element("LastModified", "2026-01-01T00:00:00.000Z"))
                .append("</Contents>"));
        return document("ListBucketResult", content.toString());
    }

    private static String document(String name, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + name + NAMESPACE + ">" + content + "</" + name + ">";
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}
