import { covertOverText, type MonitoringScope } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

const EMPTY_TEXT: Record<Exclude<MonitoringScope['reach'], 'none'>, string> = {
  everyone: labels.wallEmptyEveryone,
  own_reports: labels.wallEmptyText,
  groups: labels.wallEmptyGroups,
};

/**
 * By which covert rules the reader can monitor; and on an empty wall whose calls will appear, or
 * why none will.
 */
export default class LiveWallScope extends LightningElement {
  labels = labels;

  /** Undefined while the server does not say. */
  @api monitors?: MonitoringScope;
  @api isEmpty = false;

  get rules(): readonly string[] {
    return (this.monitors?.covert ?? []).filter(({ isOver }) => !isOver).map(({ words }) => words);
  }

  get hasRules(): boolean {
    return this.rules.length > 0;
  }

  get emptyText(): string {
    const { monitors } = this;
    if (!monitors) return labels.wallEmptyText;
    if (monitors.reach !== 'none') return EMPTY_TEXT[monitors.reach];
    if (this.hasRules) return labels.wallEmptyCovert;
    return covertOverText(monitors) ?? labels.finishedNoRule;
  }
}
