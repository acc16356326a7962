import { type ComponentType, useEffect } from 'react';
import type { PublicCase } from '../../../server/http/openapi.ts';
import { replace } from '../route.ts';
import { useSession } from '../session.tsx';
import { Evaluation } from './evaluation.tsx';
import { Objection } from './objection.tsx';
import { Supplement } from './supplement.tsx';
import { Withdrawal } from './withdrawal.tsx';

type Action = ComponentType<{ readonly found: PublicCase }>;

const ACTIONS: Readonly<Record<string, Action>> = {
  supplement: Supplement,
  withdraw: Withdrawal,
  objection: Objection,
  evaluate: Evaluation,
};

/** What an applicant can do with the tracked case. */
export function Actions({ action }: { readonly action: string }) {
  const { tracked } = useSession();
  const Action = ACTIONS[action];
  const isOpen = tracked !== undefined && Action !== undefined;
  // A reloaded page begins at the case, which asks the server what is possible now.
  useEffect(() => {
    if (!isOpen) replace('case');
  }, [isOpen]);
  return isOpen ? <Action found={tracked} /> : null;
}
