package io.nrtstreams.analytics.host.output;

import java.util.concurrent.atomic.AtomicLong;

/** The producers of this process; between batches they wait for the next. Thread-safe. */
final class Writers implements AutoCloseable {

    private final OutputSettings settings;
    private final BrokerViews broker;
    private final Faults faults;
    private final AtomicLong made = new AtomicLong();
    private final IdleClients<WriterId, TransactionalWriter> idle = new IdleClients<>(TransactionalWriter::close);

    Writers(OutputSettings settings, BrokerViews broker, Faults faults) {
        this.settings = settings;
        this.broker = broker;
        this.faults = faults;
    }

    /** A writer for the task, which is the caller's until it is given back or abandoned. */
    TransactionalWriter take(WriterId id) {
        TransactionalWriter found = idle.take(id);
        if (found != null) {
            if (settings.singleProcess() || found.isCurrent(broker.progress())) {
                return found;
            }
            found.close();
        }
        return takeOver(id);
    }

    /** A writer that no other attempt shares, in this process or elsewhere. */
    TransactionalWriter takeOver(WriterId id) {
        String clientId = id.transactionalId(settings.serviceId()) + "-" + made.getAndIncrement();
        return TransactionalWriter.takeOver(settings, id, clientId, broker, faults);
    }

    /** Gives back a writer whose batch is done. */
    void giveBack(WriterId id, TransactionalWriter writer) {
        idle.put(id, writer);
    }

    @Override
    public void close() {
        idle.close();
    }
}
