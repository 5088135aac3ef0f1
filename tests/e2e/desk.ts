/** The real window, worked as a clerk works it: with the keyboard, looking at what is shown. */
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { TestId, type TestIdName } from "../../ui/src/lib/testIds";
import { Key, waitUntil, WebDriver } from "./webdriver";

export { Key, TestId, waitUntil };

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
/** The program under test. */
export const BINARY =
  process.env["BC138_BIN"] ??
  process.env["BC138_APP"] ??
  join(ROOT, "target/debug/bao-cao-138");

export const testId = (id: TestIdName) => `[data-testid="${id}"]`;

export class Desk {
  readonly data: string;
  readonly documents: string;
  readonly web: WebDriver;
  #folder: string;

  private constructor(folder: string, web: WebDriver) {
    this.#folder = folder;
    this.data = join(folder, "data");
    this.documents = join(folder, "documents");
    this.web = web;
  }

  /** A driver with empty folders of its own. The window opens with `open`. */
  static async prepare(): Promise<Desk> {
    if (!existsSync(BINARY))
      throw new Error(`no program at ${BINARY}: build it, or set BC138_BIN`);
    const folder = mkdtempSync(join(tmpdir(), "bc138-e2e-"));
    for (const name of ["data", "documents"]) mkdirSync(join(folder, name));
    const web = await WebDriver.start({
      ...process.env,
      BC138_DATA_DIR: join(folder, "data"),
      BC138_DOCUMENTS_DIR: join(folder, "documents"),
      // What the web view keeps for itself (the zoom) is not of this machine's last user.
      XDG_DATA_HOME: join(folder, "share"),
      XDG_CACHE_HOME: join(folder, "cache"),
      TAURI_WEBVIEW_AUTOMATION: "true",
      NO_AT_BRIDGE: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    });
    return new Desk(folder, web);
  }

  async open(...args: string[]): Promise<void> {
    await this.web.open(BINARY, args);
    await waitUntil(
      "the window to be drawn",
      () => this.web.exists("main h1"),
      40,
    );
  }

  /** From the empty store to the first step, by keyboard alone. */
  async createDossier(province: string, year: string): Promise<void> {
    await this.open();
    await this.focusIs("welcome/province");
    await this.type(province, Key.Enter);
    await this.focusIs("welcome/kind");
    await this.type(Key.Enter);
    await this.focusIs("welcome/year");
    await this.type(year, Key.Enter);
    await this.focusIs(TestId.createDossier);
    await this.type(Key.Enter);
    await this.onStep(1);
  }

  /** The step is drawn and the hand is in one of its fields. */
  async onStep(number: number): Promise<void> {
    await waitUntil(`step ${number} with the hand in it`, () =>
      this.web.run<boolean>(
        `return document.querySelector('nav [aria-current]')?.dataset.step === arguments[0]
           && (document.querySelector('main')?.contains(document.activeElement) ?? false);`,
        String(number),
      ),
    );
  }

  /** Whether the field is a list of choices. */
  isChoice(key: string): Promise<boolean> {
    const script =
      'return document.querySelector(`select[data-key="${arguments[0]}"]`) !== null;';
    return this.web.run<boolean>(script, key);
  }

  /** Closes everything and removes the folders. */
  async dispose(): Promise<void> {
    await this.web.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** As a power cut: the program and its helpers end at once, nothing is told to them. */
  async kill(): Promise<void> {
    for (const pid of this.#processes()) process.kill(pid, "SIGKILL");
    await waitUntil(
      "the program to be gone",
      async () => this.#processes().length === 0,
    );
    await this.web.close();
  }

  /** Processes of our binary that carry our data folder in their environment. */
  #processes(): number[] {
    const mark = `BC138_DATA_DIR=${this.data}`;
    return readdirSync("/proc")
      .map(Number)
      .filter((pid) => {
        try {
          if (
            readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, "") !==
            BINARY
          )
            return false;
          return readFileSync(`/proc/${pid}/environ`, "utf8")
            .split("\0")
            .includes(mark);
        } catch {
          return false;
        }
      });
  }

  /** Types characters and keys: `type('583 590', Key.Enter)`. */
  async type(...parts: string[]): Promise<void> {
    await this.web.keys(parts.join(""));
  }

  async press(key: string, ...held: string[]): Promise<void> {
    await this.web.keys(key, held);
  }

  text(css: string): Promise<string> {
    return this.web.run<string>(
      'return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText).join("\\n");',
      css,
    );
  }

  value(key: string): Promise<string | null> {
    const script =
      'return document.querySelector(`[data-key="${arguments[0]}"]`)?.value ?? null;';
    return this.web.run<string | null>(script, key);
  }

  /** Brings the hand to a button that is some Tabs away. */
  async focusOn(css: string): Promise<void> {
    const script =
      "const found = document.querySelector(arguments[0]); found?.focus(); return found !== null;";
    await waitUntil(`${css} to take the focus`, () =>
      this.web.run<boolean>(script, css),
    );
  }

  /** The key of the field under the hand, else the test id or step of the button. */
  focus(): Promise<string | null> {
    return this.web.run<string | null>(
      `const { key, testid, step } = document.activeElement?.dataset ?? {};
       return key ?? testid ?? step ?? null;`,
    );
  }

  async focusIs(wanted: string): Promise<void> {
    await waitUntil(
      `the focus on ${wanted}`,
      async () => (await this.focus()) === wanted,
    );
  }

  async shows(css: string, text: string): Promise<void> {
    await waitUntil(`“${text}” in ${css}`, async () =>
      (await this.text(css)).includes(text),
    );
  }

  /** Everything typed so far is durable: the mark in the header says so. */
  async saved(): Promise<void> {
    await this.shows(testId(TestId.savedMark), "Đã lưu");
  }

  /** The screen as a picture; the web view's own when there is no tool for the screen. */
  async screenshot(path: string): Promise<void> {
    try {
      await promisify(execFile)("import", ["-window", "root", path]);
    } catch {
      await writeFile(path, Buffer.from(await this.web.screenshot(), "base64"));
    }
  }
}
