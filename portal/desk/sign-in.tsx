import { Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { signIn } from './api.ts';
import { LanguageSwitch } from './parts/language-switch.tsx';
import { Mark } from './parts/mark.tsx';
import { ProblemNote } from './parts/problem-note.tsx';
import { asProblem, type Problem } from './problem.ts';
import type { Me } from './types.ts';
import { usePageTitle } from './use-page-title.ts';
import { useWords } from './words/words.tsx';

/** Asks for name and password; a refusal stands above the fields and takes the focus. */
export function SignIn({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) {
  const { say } = useWords();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  usePageTitle(say('signIn.title'));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const filled = new FormData(form.current ?? undefined);
    setBusy(true);
    setProblem(undefined);
    try {
      onSignedIn(await signIn(String(filled.get('username')), String(filled.get('password'))));
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <Mark />
        <LanguageSwitch />
      </header>
      <main className="sign-in-main">
        <h1>{say('signIn.title')}</h1>
        <p className="second">{say('signIn.hint')}</p>
        {problem && <ProblemNote problem={problem} />}
        <form ref={form} onSubmit={(event) => void submit(event)}>
          <label htmlFor="username">{say('signIn.username')}</label>
          <Input id="username" name="username" autoComplete="username" required autoFocus />
          <label htmlFor="password">{say('signIn.password')}</label>
          <Input
            type="password"
            id="password"
            name="password"
            autoComplete="current-password"
            required
          />
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {say('signIn.submit')}
          </Button>
        </form>
        <p className="second">{say('signIn.lost')}</p>
      </main>
    </div>
  );
}
