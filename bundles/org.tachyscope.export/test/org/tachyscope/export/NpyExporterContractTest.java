package org.tachyscope.export;

import org.tachyscope.api.Exporter;
import org.tachyscope.contract.ExporterContract;

class NpyExporterContractTest extends ExporterContract<NpyExporter.Params> {

    @Override
    protected Exporter<NpyExporter.Params> exporter() {
        return new NpyExporter();
    }
}
