import { useState } from 'react';
import { readDrafts, readForm, readServices } from '../api.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import type { Draft, FormView, PublicServiceEntry, Receipt } from '../types.ts';
import { usePageTitle } from '../use-page-title.ts';
import { useRemote } from '../use-remote.ts';
import { useWords } from '../words/words.tsx';
import { DraftChoice } from './draft-choice.tsx';
import { LodgeForm } from './lodge-form.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { type Unit, useUnits } from './unit-picker.tsx';

interface Beginning {
  readonly service: PublicServiceEntry;
  readonly form: FormView;
  readonly drafts: readonly Draft[];
}

async function loadBeginning(): Promise<Beginning | undefined> {
  const [services, drafts] = await Promise.all([readServices(), readDrafts()]);
  const service = services.items[0];
  if (service === undefined) return undefined;
  const form = await readForm(service.formKey);
  return { service, form, drafts: drafts.items.filter((one) => one.formKey === form.key) };
}

/** Lodges an application on a family's behalf, with its consent, and hands out the receipt. */
export function LodgePage() {
  const { say, language } = useWords();
  const [round, setRound] = useState(0);
  const [receipt, setReceipt] = useState<Receipt>();
  const beginning = useRemote(`lodge:${round}`, loadBeginning);
  const units = useUnits();
  usePageTitle(say('lodge.title'));
  const again = () => {
    setReceipt(undefined);
    setRound((last) => last + 1);
  };
  if (receipt) return <ReceiptCard receipt={receipt} title={say('lodge.done')} onAgain={again} />;
  const problem = beginning.problem ?? units.problem;
  const service = beginning.value?.service;
  return (
    <div className="page lodge-page">
      <PageHeading>
        {service ? say('lodge.titleOf', { name: service.name[language] }) : say('lodge.title')}
      </PageHeading>
      {problem && <ProblemNote problem={problem} onRetry={again} />}
      {!problem && !(beginning.value && units.value) && <PageSkeleton rows={10} />}
      {beginning.value && units.value && (
        <Start beginning={beginning.value} units={units.value} onLodged={setReceipt} />
      )}
    </div>
  );
}

interface StartProps {
  readonly beginning: Beginning;
  readonly units: readonly Unit[];
  readonly onLodged: (receipt: Receipt) => void;
}

/** Offers what was left unfinished, else begins with an empty form. */
function Start({ beginning, units, onLodged }: StartProps) {
  const { say } = useWords();
  const { service, form, drafts } = beginning;
  const [draft, setDraft] = useState<Draft | 'new' | undefined>(
    drafts.length === 0 ? 'new' : undefined,
  );
  if (units.length === 0) {
    return <EmptyNote title={say('lodge.noUnit')}>{say('lodge.noUnitHint')}</EmptyNote>;
  }
  if (draft === undefined) {
    return <DraftChoice drafts={drafts} onChoose={setDraft} onNew={() => setDraft('new')} />;
  }
  const known = draft === 'new' ? undefined : draft;
  return (
    <LodgeForm service={service} form={form} units={units} draft={known} onLodged={onLodged} />
  );
}
