import type { DossierKind, NewDossier } from '$lib/ipc';
import { vi } from '$lib/strings/vi';

export type Answers = { province: string; kind: DossierKind; year: string; years: string };
export type AnswerField = 'province' | 'year' | 'years';
export type Problems = Partial<Record<AnswerField, string>>;

const YEARS = { least: 2, most: 20 };

/** What is still missing before a dossier can be made. */
export function problemsOf({ province, kind, year, years }: Answers): Problems {
  const problems: Problems = {};
  if (!province.trim()) problems.province = vi.welcome.needProvince;
  if (!/^(19|20)\d\d$/.test(year.trim())) problems.year = vi.welcome.needYear;
  const count = Number(years);
  const whole = Number.isInteger(count) && count >= YEARS.least && count <= YEARS.most;
  if (kind === 'review' && !whole) problems.years = vi.welcome.needYears;
  return problems;
}

export function requestOf({ province, kind, year, years }: Answers): NewDossier {
  return {
    kind,
    province: province.trim(),
    year: Number(year.trim()),
    years: kind === 'review' ? Number(years) : null,
  };
}
