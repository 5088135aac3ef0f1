import type { TypedWords } from '$lib/ipc';

/** The attribute by which a figure in the editor remembers where it comes from. */
export const SOURCE = 'data-source';

/** What stands in the editor: words, and figures as they were put there. */
export function readWords(editor: Node): TypedWords[] {
  const words: TypedWords[] = [];
  for (const node of editor.childNodes) {
    const source = node instanceof Element ? node.getAttribute(SOURCE) : null;
    if (source !== null) words.push({ text: node.textContent ?? '', source });
    else if (node instanceof Element && node.tagName !== 'BR') words.push(...readWords(node));
    else
      words.push({ text: node instanceof Element ? ' ' : (node.textContent ?? ''), source: null });
  }
  return joined(words);
}

/** Whether an editor holds what is saved; the words of a figure are not the clerk's. */
export function sameWords(typed: readonly TypedWords[], saved: readonly TypedWords[]): boolean {
  const told = (words: readonly TypedWords[]) =>
    joined(words.map(({ text, source }) => ({ text: source === null ? text : '', source })));
  return JSON.stringify(told(typed)) === JSON.stringify(told(saved));
}

/** A browser leaves empty texts and parts one text in several. */
function joined(words: readonly TypedWords[]): TypedWords[] {
  const out: TypedWords[] = [];
  for (const part of words) {
    const last = out.at(-1);
    if (part.source === null && last?.source === null) {
      out[out.length - 1] = { text: last.text + part.text, source: null };
    } else if (part.source !== null || part.text !== '') {
      out.push(part);
    }
  }
  return out;
}
