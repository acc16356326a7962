import type { Batch, JobDemand, RowReference } from '../batch.ts';
import type { Reply } from '../reply.ts';
import type { AnswerOf, RequestOf, RequestType } from '../requests.ts';

/** How one kind of request is carried out, inside a batch. */
export interface Handler<Type extends RequestType> {
  /** The rows that the request names; they are read for the whole batch at once. */
  rows?(request: RequestOf<Type>): readonly RowReference[];
  /** The jobs that the request will ask for. */
  demand?(request: RequestOf<Type>): JobDemand | undefined;
  run(batch: Batch, request: RequestOf<Type>): Promise<Reply<AnswerOf<Type>>>;
}
