const LEVELS = [100, 110, 125, 150, 175, 200];
const STORE = 'bc138-zoom';
/** Below this many CSS pixels the step list shrinks to its signs. */
const TIGHT_PX = 1000;
/** Below this the tables keep only what is typed and its rate. */
const VERY_TIGHT_PX = 760;

/** Size of everything in the window, 100 to 200 %. */
export class Zoom {
  percent = $state(100);

  start(): () => void {
    const stored = Number(localStorage.getItem(STORE));
    this.#set(LEVELS.includes(stored) ? stored : 100);
    const resized = () => this.#fit();
    window.addEventListener('resize', resized);
    return () => window.removeEventListener('resize', resized);
  }

  change(by: -1 | 0 | 1): void {
    const at = LEVELS.indexOf(this.percent);
    this.#set(by === 0 ? 100 : (LEVELS[at + by] ?? this.percent));
  }

  #set(percent: number): void {
    this.percent = percent;
    localStorage.setItem(STORE, String(percent));
    document.documentElement.dataset['zoom'] = String(percent);
    document.documentElement.style.setProperty('zoom', String(percent / 100));
    document.documentElement.style.setProperty('--z', String(percent / 100));
    this.#fit();
  }

  #fit(): void {
    const width = window.innerWidth / (this.percent / 100);
    const root = document.documentElement;
    root.toggleAttribute('data-tight', width < TIGHT_PX);
    if (width < VERY_TIGHT_PX) root.setAttribute('data-tight', 'very');
    else if (width < TIGHT_PX) root.setAttribute('data-tight', '');
  }
}
