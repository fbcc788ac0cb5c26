package org.tachyscope.export;

import org.tachyscope.api.Exporter;
import org.tachyscope.contract.ExporterContract;

class PngExporterContractTest extends ExporterContract<PngExporter.Params> {

    @Override
    protected Exporter<PngExporter.Params> exporter() {
        return new PngExporter();
    }
}
