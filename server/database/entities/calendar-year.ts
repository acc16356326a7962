import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';

/** Whether the notice of the State Council for a year has been imported. */
export const CalendarYear = defineEntity({
  name: 'CalendarYear',
  tableName: 'calendar_year',
  properties: {
    year: p.integer().primary().autoincrement(false),
    status: p.string().$type<'official' | 'provisional'>().length(16),
    version: p.string().length(40),
    source: p.string().length(200),
    importedAt: instant(),
  },
});

/** A row of {@link CalendarYear}. */
export type CalendarYear = InferEntity<typeof CalendarYear>;
