package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The queries of a job. A change makes a new version, which is stored before a batch names it. Immutable.
 *
 * @param version grows by one with each change; 0 has no queries
 * @param nextSlot the first number that no slot ever had
 */
record Program(long version, int nextSlot, SortedMap<QueryKey, Member> members) {

    static final Program EMPTY = new Program(0, 0, Collections.emptySortedMap());

    Program {
        members = Collections.unmodifiableSortedMap(members);
    }

    Optional<Member> member(QueryKey key) {
        return Optional.ofNullable(members.get(key));
    }

    /** The member of this id, of any sequence. */
    Optional<Member> member(String id) {
        return members.values().stream()
                .filter(member -> member.key().id().equals(id))
                .findFirst();
    }

    /** The next version, with a new or changed query. */
    Program with(Member member, int firstFreeSlot) {
        SortedMap<QueryKey, Member> more = new TreeMap<>(members);
        more.put(member.key(), member);
        return new Program(version + 1, firstFreeSlot, more);
    }

    /** The next version, without a query. */
    Program without(QueryKey key) {
        SortedMap<QueryKey, Member> fewer = new TreeMap<>(members);
        fewer.remove(key);
        return new Program(version + 1, nextSlot, fewer);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", version).put("nextSlot", nextSlot);
        ArrayNode queries = json.putArray("queries");
        members.values().forEach(member -> queries.add(member.json()));
        return json;
    }

    static Program read(JsonNode json) {
        SortedMap<QueryKey, Member> members = new TreeMap<>();
        json.path("queries").forEach(query -> {
            Member member = Member.read(query);
            members.put(member.key(), member);
        });
        return new Program(json.path("version").asLong(), json.path("nextSlot").asInt(), members);
    }
}
