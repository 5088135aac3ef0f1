/** A small W3C WebDriver client: WebKitWebDriver started on a free port, one session at a time. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** WebKit's own pictures sometimes never come; nothing may wait for ever. */
const ASK_MS = 20_000;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys with names; every other character is typed as it is. */
export const Key = {
  Enter: "\uE007",
  Tab: "\uE004",
  Escape: "\uE00C",
  Backspace: "\uE003",
  Left: "\uE012",
  Up: "\uE013",
  Right: "\uE014",
  Down: "\uE015",
  F1: "\uE031",
  F2: "\uE032",
  F6: "\uE036",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
} as const;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string")
    throw new Error("no port");
  return address.port;
}

/** Asks again until `look` gives something; says what was awaited when it never does. */
export async function waitUntil<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds = 15,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown = null;
  while (Date.now() < end) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
    } catch (error) {
      last = error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(
    `waited ${seconds} s for: ${what}${last ? ` (last: ${String(last)})` : ""}`,
  );
}

export class WebDriver {
  #process: ChildProcess;
  #base: string;
  #session = "";

  private constructor(process: ChildProcess, base: string) {
    this.#process = process;
    this.#base = base;
  }

  static async start(env: NodeJS.ProcessEnv): Promise<WebDriver> {
    const port = await freePort();
    const driver = spawn(
      "WebKitWebDriver",
      [`--port=${port}`, "--host=127.0.0.1"],
      {
        env,
        stdio: process.env["BC138_E2E_VERBOSE"] ? "inherit" : "ignore",
      },
    );
    const web = new WebDriver(driver, `http://127.0.0.1:${port}`);
    await waitUntil("WebKitWebDriver", () => web.#ask("GET", "/status"));
    return web;
  }

  async open(binary: string, args: string[] = []): Promise<void> {
    const capabilities = {
      alwaysMatch: { "webkitgtk:browserOptions": { binary, args } },
    };
    const opened = await this.#ask<{ sessionId: string }>("POST", "/session", {
      capabilities,
    });
    this.#session = `/session/${opened.sessionId}`;
  }

  /** Ends the session (which closes the window) when it is still there. */
  async close(): Promise<void> {
    if (this.#session)
      await this.#ask("DELETE", this.#session).catch(() => undefined);
    this.#session = "";
  }

  async stop(): Promise<void> {
    await this.close();
    this.#process.kill();
  }

  run<T>(script: string, ...args: unknown[]): Promise<T> {
    return this.#ask<T>("POST", `${this.#session}/execute/sync`, {
      script,
      args,
    });
  }

  async exists(css: string): Promise<boolean> {
    const found = await this.#ask<Record<typeof ELEMENT, string>[]>(
      "POST",
      `${this.#session}/elements`,
      { using: "css selector", value: css },
    );
    return found.length > 0;
  }

  /** Presses keys one after another; `held` stay down meanwhile. */
  async keys(text: string, held: string[] = []): Promise<void> {
    const down = (value: string) => ({ type: "keyDown", value });
    const up = (value: string) => ({ type: "keyUp", value });
    const typed = [...text.normalize("NFC")].flatMap((value) => [
      down(value),
      up(value),
    ]);
    const actions = [
      ...held.map(down),
      ...typed,
      ...[...held].reverse().map(up),
    ];
    const keyboard = { type: "key", id: "keyboard", actions };
    await this.#ask("POST", `${this.#session}/actions`, {
      actions: [keyboard],
    });
  }

  screenshot(): Promise<string> {
    return this.#ask<string>("GET", `${this.#session}/screenshot`);
  }

  async #ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(this.#base + path, {
      method,
      signal: AbortSignal.timeout(ASK_MS),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as {
      value: T & { error?: string; message?: string };
    };
    if (!response.ok)
      throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  }
}
