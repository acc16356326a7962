import type { Deps } from '../../usecases/deps.ts';
import { handleServiceJob, type ServiceWork } from '../../usecases/handle-service-job.ts';
import { noteInstance } from '../../usecases/note-instance.ts';
import type { ActivatedJob, EngineClient } from '../engine-client.ts';
import { archivePackage } from './archive-package.ts';
import { caseClose } from './case-close.ts';
import { casePrepare } from './case-prepare.ts';
import { caseUpdate } from './case-update.ts';
import { decisionWorker } from './decision-evaluate.ts';
import { documentIssue } from './document-issue.ts';
import { evaluationInvite } from './evaluation-invite.ts';
import { notifyApplicant } from './notify-applicant.ts';
import { publicityClose } from './publicity-close.ts';
import { publicityPost } from './publicity-post.ts';
import { USER_TASK, userTaskWorker } from './user-task.ts';

type Handler = (job: ActivatedJob) => Promise<void>;

const SERVICE_WORK: Readonly<Record<string, ServiceWork>> = {
  'archive.package': archivePackage,
  'case.close': caseClose,
  'case.prepare': casePrepare,
  'case.update': caseUpdate,
  'document.issue': documentIssue,
  'evaluation.invite': evaluationInvite,
  'notify.applicant': notifyApplicant,
  'publicity.close': publicityClose,
  'publicity.post': publicityPost,
};

/** The job types that the server does, each with its handler. */
export function makeWorkers(deps: Deps, engine: EngineClient): ReadonlyMap<string, Handler> {
  const services = Object.entries(SERVICE_WORK).map(([type, work]): [string, Handler] => [
    type,
    (job) => handleServiceJob(deps, job, work),
  ]);
  const noted = [...services, ['decision.evaluate', decisionWorker(deps, engine)] as const].map(
    ([type, handle]): [string, Handler] => [type, noting(deps, handle)],
  );
  return new Map([[USER_TASK, userTaskWorker(deps, engine)], ...noted]);
}

function noting(deps: Deps, handle: Handler): Handler {
  return async (job) => {
    await deps.records.transaction((tx) => noteInstance(tx, job, new Date(deps.clock.now())));
    await handle(job);
  };
}
