/** Light or dark: the system's choice until the reader makes one, which this browser then remembers. */
import { DARK, LIGHT, type Theme } from '../colours.ts';
import { button } from '../dom.ts';

const KEY = 'claimgraph-theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be forbidden: the choice then lasts as long as the page
  }
}

/** A button that switches; `onChange` is called at once and at every change. */
export function themeButton(onChange: (theme: Theme) => void): HTMLButtonElement {
  let chosen = remembered();
  const isDark = () => (chosen ? chosen === 'dark' : system.matches);
  const toggle = button('theme', () => {
    chosen = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // as above
    }
    apply();
  });
  const apply = () => {
    const dark = isDark();
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    toggle.textContent = dark ? '☾' : '☀';
    toggle.setAttribute('aria-label', dark ? 'Switch to light colours' : 'Switch to dark colours');
    onChange(dark ? DARK : LIGHT);
  };
  system.addEventListener('change', apply);
  apply();
  return toggle;
}
