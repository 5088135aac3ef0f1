import type { EventKind, ShareChoice, TypedEvent } from '$lib/ipc';
import { vi } from '$lib/strings/vi';
import { weighs, weightProblem } from './weights';

/** Events that are typed into the form; shares have a panel of their own. */
export type FormKind = Exclude<EventKind, 'share'>;
export type EventField =
  'units' | 'name' | 'unitKind' | 'parent' | 'into' | 'taker' | 'parts' | 'shares' | 'keeps';
export type Problems = Partial<Record<EventField | 'date', string>>;

/** A unit that was found, or a text that names none (yet). */
export type Named = { key: string | null; label: string };
export type Part = Named & { id: number; weight: string };

export const FORM_KINDS: FormKind[] = [
  'create',
  'rename',
  'retype',
  'move',
  'merge',
  'split',
  'abolish',
];

const NOBODY: Named = { key: null, label: '' };

/** A half-typed event. */
export class EventDraft {
  kind = $state<FormKind>('rename');
  date = $state('');
  basis = $state('');
  /** Keys of the units it happens to. */
  units = $state.raw<string[]>([]);
  name = $state('');
  unitKind = $state('');
  parent = $state.raw<Named>(NOBODY);
  taker = $state.raw<Named>(NOBODY);
  into = $state<'new' | 'old'>('new');
  parts = $state<Part[]>([]);
  method = $state<ShareChoice>('open');
  keeps = $state(false);
  #nextPart = 1;

  constructor() {
    this.addPart();
    this.addPart();
  }

  addPart(): void {
    this.parts.push({ ...NOBODY, id: this.#nextPart++, weight: '' });
  }

  removePart(id: number): void {
    this.parts = this.parts.filter((part) => part.id !== id);
  }

  get namedParts(): Part[] {
    return this.parts.filter(({ label }) => label.trim() !== '');
  }

  /** What this kind of event needs besides its day and legal basis. */
  get fields(): EventField[] {
    switch (this.kind) {
      case 'create':
        return ['unitKind', 'name', 'parent'];
      case 'rename':
        return ['units', 'name'];
      case 'retype':
        return ['units', 'unitKind'];
      case 'move':
        return ['units', 'parent'];
      case 'merge':
        return ['units', 'into', ...this.#merged];
      case 'split':
        return ['units', 'parts', ...this.#newPart, 'shares', 'keeps'];
      case 'abolish':
        return ['units'];
    }
  }

  get #merged(): EventField[] {
    return this.into === 'new' ? ['unitKind', 'name'] : ['taker'];
  }

  /** A part that is no unit yet needs a type. */
  get #newPart(): EventField[] {
    return this.namedParts.some(({ key }) => key === null) ? ['unitKind'] : [];
  }

  has(field: EventField): boolean {
    return this.fields.includes(field);
  }

  /** Only a merge happens to several units at once. */
  get single(): boolean {
    return this.kind !== 'merge';
  }

  /** What is missing, in the order of the form. */
  problems(): Problems {
    const found: Problems = {};
    for (const field of this.fields) {
      const problem = this.#problemOf(field);
      if (problem) found[field] = problem;
    }
    if (this.date.trim() === '') found.date = vi.event.needDate;
    return found;
  }

  #problemOf(field: EventField): string | null {
    switch (field) {
      case 'units':
        if (this.units.length === 0) return vi.event.needUnit;
        return this.kind === 'merge' && this.into === 'new' && this.units.length < 2
          ? vi.event.needTwo
          : null;
      case 'name':
        return this.name.trim() === '' ? vi.event.needName : null;
      case 'unitKind':
        return this.unitKind === '' ? vi.event.needKind : null;
      case 'parent':
        return this.#parentProblem();
      case 'taker':
        return this.taker.key === null ? vi.event.needTaker : null;
      case 'parts':
        return this.namedParts.length < 2 ? vi.event.needParts : null;
      case 'shares':
        return this.#shareProblem();
      default:
        return null;
    }
  }

  #shareProblem(): string | null {
    if (this.method === 'open') return vi.event.needMethod;
    const weights = this.namedParts.map(({ weight }) => weight);
    return weightProblem(this.method, weights);
  }

  /** A new unit may stand directly below the province; a text that names no unit is a slip. */
  #parentProblem(): string | null {
    const { key, label } = this.parent;
    const optional = this.kind === 'create' && label.trim() === '';
    return key === null && !optional ? vi.event.needParent : null;
  }

  /**
   * As it is sent; fields that the kind does not use stay empty. A new unit without a parent of
   * its own belongs to the province.
   */
  typed(province: string | null): TypedEvent {
    const when = <T>(field: EventField, value: T, otherwise: T) =>
      this.has(field) ? value : otherwise;
    const taker = when('taker', this.taker.key ?? '', '');
    const weight = (part: Part) => (weighs(this.method) ? part.weight.trim() : '');
    const parts = this.namedParts.map((part) => ({
      unit: part.key ?? part.label.trim(),
      weight: weight(part),
    }));
    return {
      kind: this.kind,
      date: this.date.trim(),
      basis: this.basis.trim(),
      units: when('units', this.units, []),
      name: when('name', this.name.trim(), ''),
      unitKind: when('unitKind', this.unitKind, ''),
      parent: when('parent', this.parent.key ?? province ?? '', taker),
      parts: when('parts', parts, []),
      method: when('shares', this.method, 'open'),
      keeps: when('keeps', this.keeps, false),
    };
  }
}
