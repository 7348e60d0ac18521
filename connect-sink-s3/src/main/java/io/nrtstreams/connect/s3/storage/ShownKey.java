package io.nrtstreams.connect.s3.storage;

/** Object keys as errors and logs may show them. */
public final class ShownKey {
    private ShownKey() {}

    /**
     * A key without its folders, as partition values among them are data of records: {@code .../devices+0+7.json}. The
     * name that is left has topic, partition and first offset of a link.
     */
    public static String of(String key) {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? key : "..." + key.substring(slash);
    }
}
