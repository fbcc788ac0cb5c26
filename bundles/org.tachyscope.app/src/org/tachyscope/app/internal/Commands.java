package org.tachyscope.app.internal;

import picocli.CommandLine;

/** Makes the commands, each with the session in its constructor. */
final class Commands implements CommandLine.IFactory {

    private final Session session;

    Commands(Session session) {
        this.session = session;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object made;
        if (type == InfoCommand.class) {
            made = new InfoCommand(session);
        } else if (type == ReduceCommand.class) {
            made = new ReduceCommand(session);
        } else if (type == ApplyCommand.class) {
            made = new ApplyCommand(session);
        } else if (type == RunCommand.class) {
            made = new RunCommand(session);
        } else if (type == DemoCommand.class) {
            made = new DemoCommand(session);
        } else if (type == PluginsCommand.class) {
            made = new PluginsCommand(session);
        } else if (type == BenchCommand.class) {
            made = new BenchCommand(session);
        } else if (type == CacheCommand.class) {
            made = new CacheCommand(session);
        } else if (type == Common.class) {
            made = new Common(session);
        } else {
            return CommandLine.defaultFactory().create(type);
        }
        return type.cast(made);
    }
}
