package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * What columns can be of a message: its fields, and each oneof as a struct of its fields, named {@code name_index} as Kafka
 * Connect has it.
 */
sealed interface ProtoMember {

    String name();

    /** A field outside oneofs. */
    record Single(FieldDescriptor field) implements ProtoMember {
        @Override
        public String name() {
            return field.getName();
        }
    }

    /** A oneof; its fields exclude each other. */
    record Choice(OneofDescriptor oneof) implements ProtoMember {
        @Override
        public String name() {
            return oneof.getName() + "_" + oneof.getIndex();
        }
    }

    /** The members in the order of the fields' first appearance. */
    static List<ProtoMember> of(Descriptor message) {
        List<ProtoMember> members = new ArrayList<>();
        for (FieldDescriptor field : message.getFields()) {
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof == null) {
                members.add(new Single(field));
            } else if (oneof.getField(0).equals(field)) {
                members.add(new Choice(oneof));
            }
        }
        return members;
    }

    /** The members, and behind them the fields of oneofs by themselves. */
    static List<ProtoMember> withAlternatives(Descriptor message) {
        List<ProtoMember> members = new ArrayList<>(of(message));
        for (FieldDescriptor field : message.getFields()) {
            if (field.getRealContainingOneof() != null) {
                members.add(new Single(field));
            }
        }
        return members;
    }
}
