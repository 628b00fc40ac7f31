import { signal } from '@preact/signals';
import type { ChartChoice } from '../../../core/reading-list/over-time';
import type { ListStore } from '../list-store';
import { KinOrder } from './kin-order';
import type { LookPorts } from './ports';
import { ViewsStore } from './views-store';

/** How the list is looked at: by views with a name, by kinship to one paper, over time. */
export class ListLook {
  readonly views: ViewsStore;
  readonly kin: KinOrder;
  readonly chart = signal<ChartChoice>({ isOpen: false, period: 'week' });
  readonly #ports: LookPorts;

  constructor(
    ports: LookPorts,
    readonly list: ListStore,
  ) {
    this.#ports = ports;
    this.views = new ViewsStore(ports, list);
    this.kin = new KinOrder(ports, list);
  }

  async load(): Promise<void> {
    await Promise.all([this.views.load(), this.#loadChart()]);
  }

  showChart(change: Partial<ChartChoice>): void {
    this.chart.value = { ...this.chart.value, ...change };
    this.#ports.keepChart(this.chart.value);
  }

  async #loadChart(): Promise<void> {
    this.chart.value = await this.#ports.chart();
  }
}
