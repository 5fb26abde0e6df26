import type { LatencyRow, Percentiles } from 'c/adminApi';
import { MODE_NAME } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/** How long each kind of join and mode change took, by percentiles. */
export default class AdminLatencyTable extends LightningElement {
  labels = labels;
  columns: readonly TableColumn[] = [
    { key: 'what', label: labels.latencyWhat },
    { key: 'count', label: labels.latencyCount },
    { key: 'confirmed', label: labels.latencyConfirmed },
    { key: 'heard', label: labels.latencyHeard },
    { key: 'server', label: labels.latencyServer },
    { key: 'carrier', label: labels.latencyCarrier },
  ];

  @api latencies: readonly LatencyRow[] = [];

  get rows(): TableRow[] {
    return this.latencies.map(({ kind, mode, count, stages }) => ({
      key: `${kind}-${mode}`,
      cells: {
        what:
          kind === 'join'
            ? labels.latencyJoin
            : fill(labels.latencySwitch, { mode: MODE_NAME[mode] }),
        count,
        confirmed: pair(stages.clickToConfirmed),
        heard: pair(stages.clickToHeard),
        server: msText(stages.requestToCarrier?.p95),
        carrier: msText(stages.carrierToConfirmed?.p95),
      },
    }));
  }
}

const msText = (ms: number | undefined): string =>
  ms === undefined ? labels.latencyUnknown : `${Math.round(ms)} ms`;
const pair = (stage: Percentiles | null): string =>
  stage ? `${msText(stage.p50)} / ${msText(stage.p95)}` : labels.latencyUnknown;
