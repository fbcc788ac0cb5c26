package org.tachyscope.export;

import org.tachyscope.api.Exporter;
import org.tachyscope.contract.ExporterContract;

class PlotExporterContractTest extends ExporterContract<PlotExporter.Params> {

    @Override
    protected Exporter<PlotExporter.Params> exporter() {
        return new PlotExporter();
    }
}
