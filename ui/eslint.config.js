import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const FEATURES = [
  'awards',
  'findings',
  'frame',
  'home',
  'log',
  'office',
  'reports',
  'series',
  'sheet',
  'steps',
  'units',
  'welcome',
];

/** Only `lib/ipc` talks to Tauri, and only it knows the generated file. */
const wire = {
  group: ['@tauri-apps/*', '**/bindings', '**/bindings.ts'],
  message: 'Chỉ lib/ipc được gọi Tauri và tệp sinh tự động. Use $lib/ipc instead.',
};

const outsideIpc = {
  files: ['src/**/*.{ts,svelte}', 'tests/**/*.ts'],
  ignores: ['src/lib/ipc/**'],
  rules: { 'no-restricted-imports': ['error', { patterns: [wire] }] },
};

/** One block per feature: it may not import the other features. */
const apart = FEATURES.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          wire,
          {
            group: FEATURES.filter((f) => f !== feature).flatMap((f) => [
              `**/features/${f}/**`,
              `../${f}/**`,
            ]),
            message: 'Features may not import each other: put the shared part in $lib.',
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/lib/ipc/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['src/**/*.svelte'],
    rules: { 'max-lines': ['error', { max: 150 }] },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true }] },
  },
  outsideIpc,
  ...apart,
);
