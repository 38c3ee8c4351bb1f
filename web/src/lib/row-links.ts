import { useEffect } from 'react';

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/** j and k lead through the links `a[data-row]` of a list, from wherever nobody writes; arrows do where one of them has the focus. */
export function useRowLinks(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(event.target instanceof HTMLElement)) return;
      if (event.target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]'))
        return;
      const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-row]')];
      const at = links.indexOf(event.target as HTMLAnchorElement);
      if (at < 0 && event.key.startsWith('Arrow')) return;
      const next = links[at < 0 ? 0 : at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
