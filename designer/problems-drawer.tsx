import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { type LintProblem, problemOf } from './api.ts';
import type { LintState } from './use-lint.ts';
import { lintWords } from './words/lint-words.ts';
import { type Language, useWords } from './words/words.tsx';

/** The rule in the language of the screen; a rule that we have no words for speaks for itself. */
function messageOf({ rule, message }: LintProblem, language: Language): string {
  const name = rule.slice(rule.lastIndexOf('/') + 1);
  return (language === 'zh' ? lintWords[name] : undefined) ?? message;
}

interface ProblemsDrawerProps {
  readonly state: LintState;
  readonly onJump: (problem: LintProblem) => void;
}

/** The problems at the bottom: the count is always visible, a click goes to the element. */
export function ProblemsDrawer({ state, onJump }: ProblemsDrawerProps) {
  const { say, language } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { problems, thrown } = state;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const isFine = problems.length === 0 && thrown === undefined;
  const failure = thrown === undefined ? undefined : problemOf(thrown);
  const Fold = isOpen ? ChevronDown : ChevronUp;
  const State = isFine ? CircleCheck : TriangleAlert;
  return (
    <section className="problems" aria-label={say('problems.list')}>
      <button
        type="button"
        className="problems-head"
        aria-expanded={isOpen}
        onClick={() => setOpen((last) => !last)}
      >
        <State size={16} strokeWidth={1.5} aria-hidden />
        <span role="status">
          {failure &&
            say('problems.failed', { why: failure[language === 'zh' ? 'detail' : 'detailEn'] })}
          {!failure && isFine && say(state.isChecking ? 'problems.checking' : 'problems.none')}
          {problems.length > 0 &&
            say('problems.count', { errors, warnings: problems.length - errors })}
        </span>
        <Fold size={16} strokeWidth={1.5} aria-hidden />
      </button>
      {isOpen && (
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.file}${problem.elementId}${problem.rule}${problem.message}`}>
              <button type="button" onClick={() => onJump(problem)}>
                <CircleAlert size={16} strokeWidth={1.5} aria-hidden />
                <span className={`severity-${problem.severity}`}>
                  {say(`problems.${problem.severity}`)}
                </span>
                {messageOf(problem, language)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
