package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.command.CommandLog;
import io.nrtstreams.analytics.sql.entity.CommandStatus;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.parser.ParsedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The service in this process. */
public final class LocalSqlService implements SqlService {

    private final SqlEnvironment environment;
    private final ServiceOptions options;
    private final CommandLog log;
    private final KafkaAccess kafka;
    private final RunningQueries running;
    private final Commands commands;
    private final CommandStatuses statuses = new CommandStatuses();
    private final PushRegistry pushes = new PushRegistry();
    private final ChangeStatements changes;
    private final StatementAnswers answers;
    private final RowQueries queries;
    private final HealthCheck health;

    private LocalSqlService(
            SqlEnvironment environment, ServiceOptions options, CommandLog log, KafkaAccess kafka, ServiceParts parts) {
        this.environment = environment;
        this.options = options;
        this.log = log;
        this.kafka = kafka;
        this.running = new RunningQueries(parts.runtime());
        Engine engine =
                Engine.create(environment.functions(), environment.formats(), kafka.topics(), environment.clock());
        this.commands = new Commands(
                engine, log, kafka.topics(), environment.clock(), options.server(), running, parts.listeners());
        this.changes = new ChangeStatements(commands, statuses, new ModelFits(environment), options.readOnly());
        QueryItems items = new QueryItems(running);
        Descriptions descriptions = new Descriptions(items, kafka);
        this.answers = new StatementAnswers(
                commands,
                changes,
                new ShowStatements(environment.functions(), items, pushes, descriptions, log),
                descriptions,
                new Explanations(environment),
                new FunctionDescriptions(environment.functions()),
                new SessionListings(options.settings()),
                new TopicStatements(kafka, environment.serviceId()),
                new Assertions(kafka, environment.registry()),
                parts.connectors(),
                pushes,
                kafka);
        this.queries = new RowQueries(commands, parts, pushes);
        this.health = new HealthCheck(log, kafka, running);
    }

    /**
     * Starts a service: takes up what its log says. It closes the log when it is closed or does not start, and lets the
     * runtime stop when it is closed.
     *
     * @param log opened for this server
     */
    public static LocalSqlService start(
            SqlEnvironment environment, ServiceOptions options, CommandLog log, ServiceParts parts) {
        try {
            return start(environment, options, log, KafkaAccess.connect(environment.kafka()), parts);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static LocalSqlService start(
            SqlEnvironment environment, ServiceOptions options, CommandLog log, KafkaAccess kafka, ServiceParts parts) {
        try {
            return new LocalSqlService(environment, options, log, kafka, parts);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public List<Entity> execute(String statements, StatementContext context) {
        Session session = session(context);
        List<Entity> entities = new ArrayList<>();
        for (ParsedStatement parsed : StatementTexts.read(statements, session.variables())) {
            try {
                answers.answer(parsed, session).ifPresent(entities::add);
            } catch (RuntimeException e) {
                throw Failures.of(e, parsed.text(), entities);
            }
        }
        return entities;
    }

    private Session session(StatementContext context) {
        context.afterSequence().ifPresent(sequence -> commands.await(sequence, options.patience()));
        Map<String, String> defaults = new TreeMap<>(options.sessionDefaults());
        defaults.putAll(commands.contents().settings());
        return new Session(defaults, context);
    }

    @Override
    public QueryRun query(String statement, StatementContext context) {
        Session session = session(context);
        List<ParsedStatement> all;
        try {
            all = StatementTexts.read(statement, session.variables());
        } catch (ServiceException e) {
            return foreign(statement, session).orElseThrow(() -> e);
        }
        String text = statement;
        try {
            for (ParsedStatement parsed : all.subList(0, Math.max(0, all.size() - 1))) {
                text = parsed.text();
                if (!session.carryOut(parsed.statement())) {
                    throw ServiceException.of(
                            ErrorCode.BAD_REQUEST,
                            "One query is answered at a time; only SET and DEFINE may stand before it.");
                }
            }
            if (all.isEmpty()) {
                throw ServiceException.of(ErrorCode.BAD_REQUEST, "There is no statement.");
            }
            ParsedStatement last = all.get(all.size() - 1);
            text = last.text();
            return queries.start(last, session);
        } catch (RuntimeException e) {
            throw Failures.of(e, text, List.of());
        }
    }

    private Optional<QueryRun> foreign(String text, Session session) {
        try {
            return queries.startForeign(text, session);
        } catch (RuntimeException e) {
            throw Failures.of(e, text, List.of());
        }
    }

    @Override
    public boolean closeQuery(String queryId) {
        return pushes.end(queryId);
    }

    @Override
    public Inserts insertsInto(String target) {
        String name = JsonRows.columnName(target);
        try {
            return JsonRows.into(
                    commands.view()
                            .catalog()
                            .source(name)
                            .orElseThrow(() -> new SqlException("There is no stream or table " + name
                                    + ". SHOW STREAMS and SHOW TABLES list them.")),
                    environment.formats(),
                    kafka.requireProducer(),
                    environment.clock());
        } catch (SqlException e) {
            throw ServiceException.of(ErrorCode.BAD_REQUEST, e.problem());
        }
    }

    @Override
    public ServerInfo info() {
        return new ServerInfo(
                ReleaseVersion.current(),
                kafka.broker().map(broker -> broker.clusterId()).orElse(""),
                environment.serviceId(),
                log.skipped().isEmpty() ? "RUNNING" : "DEGRADED");
    }

    @Override
    public Health health() {
        return health.check();
    }

    @Override
    public Optional<CommandStatus> status(String commandId) {
        return statuses.find(commandId);
    }

    @Override
    public Map<String, CommandStatus> statuses() {
        return statuses.all();
    }

    @Override
    public boolean isValidProperty(String name) {
        return SessionProperty.exists(name);
    }

    @Override
    public String export() {
        return ExportedScript.of(commands.contents());
    }

    @Override
    public void terminateAll(List<Pattern> topics) {
        try {
            new Termination(commands, changes).run(topics);
        } catch (RuntimeException e) {
            throw Failures.of(e, "", List.of());
        }
    }

    /**
     * Carries out the statements of a file, in place of clients' ones, if this server owns the log; the one that does has
     * carried them out.
     *
     * @throws SqlException when one of them is refused; those before it have been carried out
     */
    public void apply(QueriesFile file) {
        if (log.isOwned()) {
            file.apply(commands, changes, answers, session(StatementContext.NONE));
        }
    }

    /** Makes and declares the processing log, unless it is there, if this server owns the log. */
    public void declareProcessingLog(ProcessingLogStream stream) {
        if (log.isOwned()) {
            stream.declare(commands, changes, kafka);
        }
    }

    /** Ends what runs for clients, then lets persistent queries stop where they are, then gives up the log. */
    @Override
    public void close() {
        pushes.close();
        running.stop("The server stops.");
        log.close();
        kafka.close();
    }
}
