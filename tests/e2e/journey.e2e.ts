/**
 * The whole year by keyboard alone: Lạng Sơn 2022 is typed into an empty store, the program is
 * killed in the middle, opened again at the same field, finished, and its PDF is byte for byte the
 * one the command line makes of the sample. Leaves nothing behind.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Desk, Key, ROOT, TestId, testId, waitUntil } from "./desk";
import { Sample } from "./sample";

const SAMPLE = "lang-son-2022";
/** The field at which the power goes. */
const CUT_AT = "figure/at_co_quan/amount";

let desk: Desk;

beforeEach(async () => {
  desk = await Desk.prepare();
});

afterEach(async () => {
  await desk.dispose();
});

/** Puts a text into the field under the hand, by keys only. */
async function enter(key: string, text: string): Promise<void> {
  if ((await desk.value(key)) === text) return;
  if (await desk.isChoice(key)) return choose(key, text);
  await desk.type(text);
}

/** Goes through the choices with the arrow until the wanted one stands there. */
async function choose(key: string, wanted: string): Promise<void> {
  for (const arrow of [Key.Down, Key.Up])
    for (let tries = 0; tries < 40; tries += 1) {
      const before = await desk.value(key);
      if (before === wanted) return;
      await desk.type(arrow);
      if ((await desk.value(key)) === before) break;
    }
  expect(await desk.value(key), `${key} can be chosen with the arrows`).toBe(wanted);
}

/** Enter, and the key of the field to which the hand went, once a new entry has its real key. */
async function goOn(from: string): Promise<string> {
  await desk.type(Key.Enter);
  await desk.saved();
  // At the end of a list the hand goes to the next blank entry, which has the same key.
  await waitUntil(
    `the hand to leave ${from}`,
    async () => (await desk.focus()) !== from || (await desk.value(from)) === "",
  );
  return waitUntil("a field or button under the hand", () => desk.focus());
}

/** Fills a step from the field under the hand to its last; true when it came to `until`. */
async function fill(sample: Sample, until?: string): Promise<boolean> {
  let at = await waitUntil("a field under the hand", () => desk.focus());
  while (at !== TestId.footerNext) {
    if (at === until) return true;
    const text = sample.textOf(at);
    if (text !== undefined) await enter(at, text);
    if (sample.detailsOf(at)) {
      await desk.type(Key.F2);
      const amount = at;
      await waitUntil("the details", async () => (await desk.focus()) !== amount);
      at = (await desk.focus()) ?? at;
      continue;
    }
    const left = at;
    at = await goOn(left);
    if (text) sample.left(left, at);
  }
  return false;
}

async function step(number: number): Promise<void> {
  await desk.press(String(number), Key.Control);
  await desk.onStep(number);
}

function pdfOfTheSample(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "bc138-sample-"));
  try {
    const program = process.env["BC138_CLI"] ?? join(ROOT, "target/debug/bc138");
    const [db, pdf] = [join(folder, "s.db"), join(folder, "s.pdf")];
    execFileSync(program, ["--db", db, "demo", SAMPLE]);
    execFileSync(program, ["--db", db, "report", "--style", "briefing", "--out", pdf]);
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a year of Lạng Sơn", () => {
  it("typed with the keyboard, cut in the middle, gives the sample's PDF", async () => {
    const sample = new Sample(join(ROOT, "assets/samples", `${SAMPLE}.toml`));
    await desk.createDossier("lang son", "2022");
    for (const number of [1, 2]) {
      await step(number);
      await fill(sample);
    }
    await step(3);
    expect(await fill(sample, CUT_AT), "the field of the cut was reached").toBe(true);
    await desk.saved();
    await desk.kill();

    await desk.open();
    await desk.focusIs(CUT_AT);
    expect(await desk.value("figure/at_kdc/amount"), "nothing typed is lost").toBe("1.686/1.727");
    await fill(sample);
    for (const number of [4, 5, 6]) {
      await step(number);
      await fill(sample);
    }
    await desk.press("8", Key.Control);
    await desk.focusIs(TestId.savePdf);
    await desk.type(Key.Enter);
    await desk.shows(testId(TestId.reportSaved), ".pdf");
    const [name] = readdirSync(desk.documents).filter((file) => file.endsWith(".pdf"));
    const saved = readFileSync(join(desk.documents, name ?? ""));
    expect(saved.equals(pdfOfTheSample()), "the PDF of the window is the PDF of the sample").toBe(true);
  }, 600_000);
});
