import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { uuidKey } from '../columns.ts';
import { AppUser } from './app-user.ts';

/** Who holds which position at which unit, from when to when; acting heads and delegates too. */
export const Appointment = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    id: uuidKey(),
    userId: () => p.manyToOne(AppUser).mapToPk().fieldName('user_id').index(),
    positionCode: p.string().length(60),
    unitCode: p.string().length(16),
    isPrimary: p.boolean().default(true),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    actingFor: p.uuid().nullable(),
    docNo: p.string().length(60).nullable(),
  },
  indexes: [{ properties: ['unitCode', 'positionCode'] }],
});

/** A row of {@link Appointment}. */
export type Appointment = InferEntity<typeof Appointment>;
