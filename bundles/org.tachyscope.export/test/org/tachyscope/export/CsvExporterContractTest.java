package org.tachyscope.export;

import org.tachyscope.api.Exporter;
import org.tachyscope.contract.ExporterContract;

class CsvExporterContractTest extends ExporterContract<CsvExporter.Params> {

    @Override
    protected Exporter<CsvExporter.Params> exporter() {
        return new CsvExporter();
    }
}
