import type { Capacity } from './ports/access.ts';

/** How papers and histories call the capacity of a person: 青芦镇社会服务办 救助岗. */
export function capacityName(capacity: Capacity): string {
  const acting = capacity.actingFor === null ? '' : `（受${capacity.actingFor}委托）`;
  return `${capacity.unitName}${capacity.officeName} ${capacity.positionName}${acting}`;
}
