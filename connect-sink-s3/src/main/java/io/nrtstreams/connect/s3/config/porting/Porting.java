package io.nrtstreams.connect.s3.config.porting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Reads configurations that were written for other S3 sinks, wholly or in part.
 *
 * <p>A configuration is another sink's if it has one of the keys that only that sink has and cannot do without; then
 * those defaults of that sink count on which depends what is stored and where. Single keys of other sinks are read in
 * any configuration.
 */
public final class Porting {
    private Porting() {}

    /**
     * Translates a configuration. Never throws for what is in it: that is told by the result.
     *
     * @param properties as they were written
     * @param definition the keys of this sink
     */
    public static Ported read(Map<String, String> properties, ConfigDef definition) {
        List<Peer> peers = Peer.ALL.stream()
                .filter(peer -> !peer.marksOf(properties).isEmpty())
                .toList();
        Optional<Peer> author = peers.stream().findFirst();
        Map<String, Peer> owners = new TreeMap<>();
        properties.keySet().forEach(name -> owner(name, author, definition).ifPresent(peer -> owners.put(name, peer)));
        Translator translator = new Translator(properties, definition);
        properties.keySet().stream().filter(name -> !owners.containsKey(name)).forEach(translator::keep);
        owners.forEach((name, peer) -> peer.key(name).ifPresent(key -> translator.translate(peer, key)));
        author.ifPresent(translator::applyDefaults);
        peers.stream().skip(1).forEach(second -> translator.refuseBoth(peers.get(0), second));
        return translator.done();
    }

    /** The names of all keys of other sinks that are known. */
    public static Set<String> names() {
        return Peer.ALL.stream().flatMap(peer -> peer.keys().keySet().stream()).collect(Collectors.toSet());
    }

    /** The sink whose key it is; a name that this sink has as well is another's only in that sink's configuration. */
    private static Optional<Peer> owner(String name, Optional<Peer> author, ConfigDef definition) {
        Optional<Peer> ofAuthor = author.filter(peer -> peer.key(name).isPresent());
        if (ofAuthor.isPresent() || definition.names().contains(name)) {
            return ofAuthor;
        }
        return Peer.ALL.stream().filter(peer -> peer.key(name).isPresent()).findFirst();
    }
}
