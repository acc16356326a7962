import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** A message to the applicant; the number it goes to is read from the form when it is sent. */
export const Notification = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    template: p.string().length(60),
    channel: p.string().length(20),
    text: p.text(),
    createdAt: instant(),
    sentAt: optionalInstant(),
    readAt: optionalInstant(),
  },
});

/** A row of {@link Notification}. */
export type Notification = InferEntity<typeof Notification>;
