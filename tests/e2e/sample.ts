/** A sample year as the texts a clerk types, by the keys of the fields. */
import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

type Texts = Record<string, string>;

/** Lists of a sample file whose rows are typed one after another. */
const LISTS = [
  "agenda",
  "participant",
  "basis",
  "leadership",
  "assessment",
  "outcome",
  "shortcoming",
  "discussion",
  "award",
  "speech",
  "task",
  "target",
  "caption",
];

export class Sample {
  /** Texts of fields that stand by themselves. */
  readonly fields = new Map<string, string>();
  /** Rows still to be typed and those typed already, by list. */
  readonly #rows = new Map<string, Texts[]>();
  readonly #ids = new Map<string, string[]>();

  constructor(path: string) {
    const file = parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    for (const section of ["dossier", "setting"])
      for (const [name, text] of Object.entries((file[section] ?? {}) as Texts))
        this.fields.set(`${section}/${name}`, text);
    for (const [code, value] of Object.entries((file["figure"] ?? {}) as Record<string, string | Texts>))
      for (const [part, text] of Object.entries(typeof value === "string" ? { amount: value } : value))
        this.fields.set(`figure/${code}/${part}`, text);
    for (const list of LISTS) this.#rows.set(list, (file[list] ?? []) as Texts[]);
  }

  /** What to type into a field; `undefined` when it stays as it is. */
  textOf(key: string): string | undefined {
    const [list = "", id = "", field = ""] = key.split("/");
    const rows = this.#rows.get(list);
    if (!rows) return this.fields.get(key);
    const ids = this.#ids.get(list) ?? [];
    this.#ids.set(list, ids);
    if (id !== "new" && !ids.includes(id)) ids.push(id);
    const index = id === "new" ? ids.length : ids.indexOf(id);
    return rows[index]?.[field];
  }

  /** A blank entry was typed and left for the next blank one: its own key was never seen. */
  left(from: string, to: string): void {
    const [list = "", id] = from.split("/");
    if (id === "new" && to.startsWith(`${list}/new/`) && !this.#sameEntry(from, to))
      this.#ids.get(list)?.push(from);
  }

  /** The hand is still in the entry it was in: further right, not at its first field again. */
  #sameEntry(from: string, to: string): boolean {
    const names = Object.keys(this.#rows.get(from.split("/")[0] ?? "")?.[0] ?? {});
    const at = (key: string) => names.indexOf(key.split("/")[2] ?? "");
    return at(to) > at(from);
  }

  /** Details of a figure that are not its amount. */
  detailsOf(key: string): boolean {
    const [section, code, part] = key.split("/");
    if (section !== "figure" || part !== "amount") return false;
    return [...this.fields.keys()].some(
      (other) => other.startsWith(`figure/${code}/`) && other !== key,
    );
  }
}
