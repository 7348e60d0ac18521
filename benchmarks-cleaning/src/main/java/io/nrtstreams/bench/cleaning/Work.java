package io.nrtstreams.bench.cleaning;

import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;

/** What is measured; the names are those in the figures. */
public enum Work {
    clean_struct,
    stock_struct,
    copy_struct,
    clean_map,
    stock_map,
    copy_map,

    clean_struct_64_schemas,
    copy_struct_64_schemas,
    cast_struct,
    cast_struct_64_schemas,

    parse_csv,
    split_csv,
    parse_dict,
    jackson_json,

    parse_csv_rejected,
    parse_dict_rejected,
    clean_struct_rejected,

    parse_csv_sink,
    parse_dict_sink,
    clean_struct_sink,
    parse_csv_sink_rejected,
    parse_dict_sink_rejected,
    clean_struct_sink_rejected;

    /** The work, with its pool of records made. */
    Subject subject() {
        return switch (this) {
            case clean_struct -> source(structs(1), Transforms.clean());
            case stock_struct -> source(structs(1), Transforms.stock());
            case copy_struct -> Floors.copiedStructs(1);
            case clean_map -> source(Readings::map, Transforms.clean());
            case stock_map -> source(Readings::map, Transforms.stock());
            case copy_map -> Floors.copiedMaps();
            case clean_struct_64_schemas -> source(structs(64), Transforms.clean());
            case copy_struct_64_schemas -> Floors.copiedStructs(64);
            case cast_struct -> source(structs(1), Transforms.cast());
            case cast_struct_64_schemas -> source(structs(64), Transforms.cast());
            case parse_csv -> source(Readings::row, Transforms.parseCsv());
            case split_csv -> Floors.splitRows();
            case parse_dict -> source(Weather::dict, Transforms.parseDict());
            case jackson_json -> Floors.jacksonTokens();
            case parse_csv_rejected -> source(Readings::badRow, Transforms.parseCsv());
            case parse_dict_rejected -> source(Weather::badDict, Transforms.parseDict());
            case clean_struct_rejected -> source(badStructs(), Transforms.clean());
            case parse_csv_sink -> sink(Readings::row, Transforms.parseCsv());
            case parse_dict_sink -> sink(Weather::dict, Transforms.parseDict());
            case clean_struct_sink -> sink(structs(1), Transforms.clean());
            case parse_csv_sink_rejected -> sink(Readings::badRow, Transforms.parseCsv());
            case parse_dict_sink_rejected -> sink(Weather::badDict, Transforms.parseDict());
            case clean_struct_sink_rejected -> sink(badStructs(), Transforms.clean());
        };
    }

    private static Subject source(IntFunction<?> values, List<Transformation<SourceRecord>> transforms) {
        return new Chain<>(number -> Records.source(values.apply(number), number), transforms);
    }

    private static Subject sink(IntFunction<?> values, List<Transformation<SinkRecord>> transforms) {
        return new Caught(new Chain<>(number -> Records.sink(values.apply(number), number), transforms));
    }

    private static IntFunction<?> structs(int schemaCount) {
        List<Schema> schemas = Readings.schemas(schemaCount);
        return number -> Readings.struct(schemas.get(number % schemaCount), number);
    }

    private static IntFunction<?> badStructs() {
        Schema schema = Readings.schemas(1).get(0);
        return number -> Readings.badStruct(schema, number);
    }
}
