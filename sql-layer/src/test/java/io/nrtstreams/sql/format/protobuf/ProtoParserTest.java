package io.nrtstreams.sql.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtoParserTest {

    private static FileDescriptor linked(String text) throws ProtoException {
        return ProtoFiles.link(new SchemaText(Kind.PROTOBUF, text, List.of()));
    }

    @Test
    void aFileWithEverythingIsRead() throws Exception {
        FileDescriptor file = linked("""
                // A comment; with { signs.
                syntax = "proto3";
                package a.b;
                import weak "google/protobuf/empty.proto";
                option java_package = "x." 'y';
                option (some.thing) = { deep: [ { a: 1 } ] };
                extend google.protobuf.FieldOptions { string note = 50000; }
                /* another
                   comment */
                message Outer {
                  option deprecated = true;
                  reserved 4, 9 to 11;
                  reserved "gone";
                  enum Kind { option allow_alias = true; NONE = 0; ALSO = 0 [deprecated = true]; LESS = -1; reserved 5; }
                  message Inner { .a.b.Outer.Kind kind = 1; ; }
                  Inner inner = 1 [deprecated = true, json_name = "x", (note) = "n", (other).part = { a: "]" }];
                  repeated Outer.Inner inners = 2;
                  oneof choice { option (o) = 1; string text = 3; Kind kind = 5; }
                  map<int32, Inner> by_id = 6;
                  optional bool flag = 0x7;
                  google.protobuf.Empty empty = 8;
                }
                service Search { rpc Find (Outer) returns (stream Outer) { option (x) = { get: "/y" }; } }
                """);

        Descriptor outer = file.findMessageTypeByName("Outer");
        assertThat(outer.getFields().stream().map(FieldDescriptor::toString))
                .containsExactly(
                        "a.b.Outer.inner",
                        "a.b.Outer.inners",
                        "a.b.Outer.text",
                        "a.b.Outer.kind",
                        "a.b.Outer.by_id",
                        "a.b.Outer.flag",
                        "a.b.Outer.empty");
        assertThat(outer.findFieldByName("flag").getNumber()).isEqualTo(7);
        assertThat(outer.findFieldByName("flag").hasPresence()).isTrue();
        assertThat(outer.findFieldByName("flag").getRealContainingOneof()).isNull();
        assertThat(outer.findFieldByName("by_id").isMapField()).isTrue();
        assertThat(outer.findFieldByName("by_id").getMessageType().getName()).isEqualTo("ByIdEntry");
        assertThat(outer.findFieldByName("text").getRealContainingOneof().getName())
                .isEqualTo("choice");
        assertThat(outer.findEnumTypeByName("Kind").findValueByName("LESS").getNumber())
                .isEqualTo(-1);
    }

    @Test
    void withoutSyntaxAFileIsOfProto2() throws Exception {
        Descriptor message = linked(
                        "message M { required int32 a = 1; optional string b = 2 [default = 'x;']; extensions 100 to max; }")
                .findMessageTypeByName("M");

        assertThat(message.findFieldByName("a").isRequired()).isTrue();
        assertThat(message.findFieldByName("b").getDefaultValue()).isEqualTo("x;");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "message M { int32 a = ; } | line 1: expected a whole number, but found ';'",
                "message M { int32 a = 1 } | line 1: expected ';', but found '}'",
                "message M { | line 1: expected a field's type, but found the end",
                "message M { int32 = 1; } | line 1: expected the field's name, but found '='",
                "service S { rpc | line 1: expected '}', but found the end",
                "syntax = 'proto4'; | line 1: only the syntaxes proto2 and proto3 are read",
                "message M { optional group G = 1 { } } | line 1: groups are not read; use a message",
                "/* | line 1: a comment has no end",
                "import 'a | line 1: a text has no end",
                "mesage M { } | line 1: expected a message, but found 'mesage'",
            })
    void mistakesAreNamedWithTheirLine(String text, String message) {
        assertThatThrownBy(() -> linked(text))
                .isInstanceOf(ProtoException.class)
                .hasMessage(message);
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThatThrownBy(() -> linked("syntax = 'proto3'; message M { Gone a = 1; }"))
                .isInstanceOf(ProtoException.class)
                .hasMessageContaining("\"Gone\" is not defined");
    }
}
