// The real binary on an example instance of its own, on a free port, with its mail in a folder.

import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const BINARY = process.env.FABRIQUE_BINARY ?? "fabrique";
const PATIENCE = 20_000;

/**
 * Makes an instance (the example one, unless told otherwise) and serves it. `invite` holds pairs of an
 * address and a role, given before it is served. `stop()` ends it and removes it.
 */
export async function startPlatform({ demo = true, invite = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "fabrique-e2e-"));
  const home = join(folder, "instance");
  const listen = `127.0.0.1:${await freePort()}`;
  const env = {
    PATH: process.env.PATH,
    FABRIQUE_HOME: home,
    FABRIQUE_LOG__LEVEL: "warn",
    FABRIQUE_SERVER__LISTEN: listen,
    FABRIQUE_SITE__ADDRESS: `http://${listen}`,
  };
  execFileSync(BINARY, demo ? ["init", "--demo"] : ["init"], { env, stdio: ["ignore", "ignore", "inherit"] });
  for (const [address, role] of invite) {
    execFileSync(BINARY, ["admin", "invite", address, "--role", role], { env, stdio: ["ignore", "ignore", "inherit"] });
  }
  const server = spawn(BINARY, ["--json", "serve"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await listening(server);
  const stop = async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, home, mail: new Mailbox(join(home, "mail")), stop };
}

/** A port that nobody listens on: known before the server starts, so that mail written earlier leads to it. */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function listening(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    return JSON.parse(line).listening;
  }
  throw new Error("the server ended before it listened");
}

/** The folder that mail is written into. */
class Mailbox {
  constructor(folder) {
    this.folder = folder;
    this.seen = new Set();
  }

  /** The next mail to an address that was not given before, as text; waits for it. */
  async next(address) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      for (const file of this.#files()) {
        const mail = readFileSync(join(this.folder, file), "utf8");
        if (this.seen.has(file) || !mail.toLowerCase().includes(`to: ${address.toLowerCase()}`)) continue;
        this.seen.add(file);
        return decode(mail);
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`no mail to ${address}`);
  }

  #files() {
    try {
      return readdirSync(this.folder).filter((file) => file.endsWith(".eml"));
    } catch {
      return [];
    }
  }
}

/** The text of a mail of one part. */
function decode(mail) {
  const [head, ...rest] = mail.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/^content-transfer-encoding: *base64/im.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/^content-transfer-encoding: *quoted-printable/im.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The first link of a mail. */
export function linkIn(text) {
  return text.match(/https?:\/\/\S+/)[0];
}

/** The six digits of a mail. */
export function codeIn(text) {
  return text.match(/\b\d{3}[ \u00a0\u202f]?\d{3}\b/)[0].replace(/\D/g, "");
}
