import { randomUUID } from 'node:crypto';
import { p } from '@mikro-orm/core';

/** A UUID primary key that is made here when the caller gives none. */
export const uuidKey = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => randomUUID());

/** A moment in time, to the millisecond, with time zone. */
export const instant = () => p.datetime(3);

/** A moment that may not have come yet. */
export const optionalInstant = () => p.datetime(3).nullable();
