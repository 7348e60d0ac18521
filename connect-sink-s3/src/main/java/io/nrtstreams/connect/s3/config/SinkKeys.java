package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import org.apache.kafka.common.config.ConfigDef;

/** The sink's configuration keys. */
public final class SinkKeys {
    private SinkKeys() {}

    /** The definition of all keys. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        Key.define(definition, "Store", StoreKeys.keys());
        Key.define(definition, "Credentials", CredentialKeys.keys());
        Key.define(definition, "Objects", ObjectKeys.keys());
        Key.define(definition, "Encryption", EncryptionKeys.keys());
        Key.define(definition, "Requests", RequestKeys.keys());
        Key.define(definition, "Files", FileKeys.keys());
        Key.define(definition, "Folders", FolderKeys.keys());
        Key.define(definition, "Rotation", RotationKeys.keys());
        return Key.define(definition, "Delivery", DeliveryKeys.keys());
    }
}
