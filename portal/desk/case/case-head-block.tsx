import { Siren } from 'lucide-react';
import { moneyText } from '../format.ts';
import { LampMark } from '../parts/lamp-mark.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import type { CaseView } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { ClockBar } from './clock-bar.tsx';
import { SteerMenu } from './steer-menu.tsx';

interface CaseHeadBlockProps {
  readonly file: CaseView;
  readonly onChanged: () => void;
}

/** Two lines: matter, person and number; then the state and the legal clock with its stops. */
export function CaseHeadBlock({ file, onChanged }: CaseHeadBlockProps) {
  const { say } = useWords();
  const { head, clock } = file;
  return (
    <header className="case-head">
      <div className="case-head-line">
        <PageHeading>
          {head.processName} · {head.applicant}
        </PageHeading>
        <span className="tabular second">{head.number}</span>
        {head.emergency && (
          <span className="urgent">
            <Siren size={16} strokeWidth={1.5} aria-hidden />
            {say('urgent')}
          </span>
        )}
        <span className="spring" />
        <SteerMenu file={file} onChanged={onChanged} />
      </div>
      <div className="case-head-line">
        <span className="state-name">{head.stateName}</span>
        <LampMark lamp={head.lamp} text={head.restText} />
        <ClockBar clock={clock} />
        <span className="second">
          {head.placeName} · {head.officeName}
          {head.amountFen !== null && ` · ${moneyText(head.amountFen)}`}
        </span>
      </div>
    </header>
  );
}
