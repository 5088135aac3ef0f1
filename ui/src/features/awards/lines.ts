import type { AwardLineRow, TypedAwardLine } from '$lib/ipc';

/**
 * What a line is known by while it is being changed: what stands in it, and which of its like it
 * is. Its place will not do: a line removed above, or an undo, would make it another person's.
 */
export function identities(lines: readonly AwardLineRow[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ typed }) => {
    const text = JSON.stringify(typed);
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return `${nth}|${text}`;
  });
}

/** “ông Nguyễn Văn Mẫu”. */
export function nameOf({ honorific, name }: TypedAwardLine): string {
  return [honorific, name].filter(Boolean).join(' ');
}
