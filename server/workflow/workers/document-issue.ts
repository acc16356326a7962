import type { ServiceWork } from '../../usecases/handle-service-job.ts';
import { issueDocument } from '../../usecases/issue-document.ts';

/** `document.issue`: the header names the kind; the number and the id go back to the engine. */
export const documentIssue: ServiceWork = async (tx, deps, { caseRow, headers, variables, at }) => {
  const kind = headers.document;
  if (kind === undefined) throw new Error(`Expected the header 'document', but there is none`);
  return issueDocument(tx, deps, { caseRow, kind, variables, at });
};
