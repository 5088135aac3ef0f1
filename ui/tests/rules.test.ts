import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vi } from '../src/lib/strings/vi';

const SOURCE = join(import.meta.dirname, '../src');

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(2, 3))];
  return value && typeof value === 'object' ? Object.values(value).flatMap(sentences) : [];
}

const ENGLISH =
  /\b(save|saved|error|warning|failed|import|export|file|undo|redo|help|close|open|next|back|home|loading|click|ok|cancel|delete|the|and|of|field|step)\b/i;

describe('words', () => {
  it.each(sentences(vi))('%s', (text) => {
    expect(text).not.toMatch(ENGLISH);
    expect(text).not.toContain('!');
    expect(text).toBe(text.normalize('NFC'));
  });
});

describe('borders', () => {
  const outside = files(SOURCE).filter((path) => !path.includes('/lib/ipc/'));

  it.each(outside)('%s does not touch Tauri', (path) => {
    expect(readFileSync(path, 'utf8')).not.toMatch(/from '(@tauri-apps|.*bindings)/);
  });

  it('the stand-in backend is loaded only during development', () => {
    const users = files(SOURCE).filter((path) =>
      /from '.*ipc\/fake/.test(readFileSync(path, 'utf8')),
    );
    expect(users).toEqual([]);
    expect(readFileSync(join(SOURCE, 'lib/ipc/index.ts'), 'utf8')).toContain(
      "if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window))",
    );
  });
});
