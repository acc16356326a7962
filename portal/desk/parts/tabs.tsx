import { type KeyboardEvent, type ReactNode, useRef } from 'react';

/** One tab with what it shows. */
export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly label: string;
  readonly onChange: (key: string) => void;
}

/** Tabs that wrap instead of hiding; arrows move between them, as the pattern asks. */
export function Tabs({ tabs, active, label, onChange }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.key === active) ?? tabs[0];
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.key === shown?.key);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`tab-${tab.key}`}
            aria-selected={tab.key === shown?.key}
            aria-controls={tab.key === shown?.key ? 'tab-panel' : undefined}
            tabIndex={tab.key === shown?.key ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${shown?.key}`}>
        {shown?.content}
      </div>
    </>
  );
}
