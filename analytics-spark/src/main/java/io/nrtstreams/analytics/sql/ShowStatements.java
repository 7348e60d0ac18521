package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.DescriptionEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.FunctionEntity;
import io.nrtstreams.analytics.sql.entity.FunctionEntity.FunctionName;
import io.nrtstreams.analytics.sql.entity.ListingEntity;
import io.nrtstreams.analytics.sql.entity.ListingEntity.ModelItem;
import io.nrtstreams.analytics.sql.entity.ListingEntity.QueryItem;
import io.nrtstreams.analytics.sql.entity.ListingEntity.SourceItem;
import io.nrtstreams.analytics.sql.entity.SchemaInfo;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.ModelDescription;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHOW of what the catalog and the functions hold. */
final class ShowStatements {

    private final FunctionRegistry functions;
    private final QueryItems items;
    private final PushRegistry pushes;
    private final Descriptions descriptions;

    ShowStatements(FunctionRegistry functions, QueryItems items, PushRegistry pushes, Descriptions descriptions) {
        this.functions = functions;
        this.items = items;
        this.pushes = pushes;
        this.descriptions = descriptions;
    }

    Entity streams(String text, boolean extended, CatalogView view) {
        return extended
                ? descriptions.all(text, SourceKind.STREAM, true, view)
                : new ListingEntity.Streams(text, sources(SourceKind.STREAM, view), List.of());
    }

    Entity tables(String text, boolean extended, CatalogView view) {
        return extended
                ? descriptions.all(text, SourceKind.TABLE, true, view)
                : new ListingEntity.Tables(text, sources(SourceKind.TABLE, view), List.of());
    }

    private static List<SourceItem> sources(SourceKind kind, CatalogView view) {
        return view.catalog().sources().stream()
                .filter(source -> source.kind() == kind)
                .sorted(Comparator.comparing(DataSource::name))
                .map(source -> new SourceItem(
                        kind.name(),
                        source.name(),
                        source.layout().topic(),
                        source.layout().keyFormat().name(),
                        source.layout().valueFormat().name(),
                        source.schema().windowed()))
                .toList();
    }

    Entity queries(String text, boolean extended, CatalogView view) {
        if (extended) {
            return new DescriptionEntity.AllQueries(
                    text, view.queries().stream().map(descriptions::query).toList(), List.of());
        }
        List<QueryItem> all = new ArrayList<>();
        view.queries().forEach(query -> all.add(items.of(query)));
        pushes.all().forEach(push -> all.add(items.of(push)));
        return new ListingEntity.Queries(text, all, List.of());
    }

    static Entity types(String text, CatalogView view) {
        Map<String, SchemaInfo> types = new TreeMap<>();
        view.catalog().types().forEach((name, type) -> types.put(name, SchemaInfo.of(type)));
        return new ListingEntity.Types(text, types, List.of());
    }

    static Entity models(String text, CatalogView view) {
        return new ListingEntity.Models(
                text,
                view.catalog().models().all().stream()
                        .map(ShowStatements::model)
                        .toList(),
                List.of());
    }

    private static ModelItem model(NamedModel named) {
        ModelDescription model = named.model().describe();
        Map<String, Double> coefficients = new LinkedHashMap<>();
        model.coefficients().forEach(one -> coefficients.put(one.feature(), one.value()));
        return new ModelItem(
                named.name(),
                named.version(),
                model.type(),
                model.label(),
                model.features(),
                model.fit().rows(),
                model.fit().r2(),
                model.fit().rmse(),
                model.intercept(),
                coefficients);
    }

    Entity functions(String text) {
        List<FunctionName> names = Stream.concat(functions.functions().stream(), Stream.of(Prediction.describe()))
                .sorted(Comparator.comparing(FunctionDescription::name))
                .map(function ->
                        new FunctionName(function.name(), function.kind().name(), function.category()))
                .toList();
        return new FunctionEntity.Names(text, names, List.of());
    }
}
